/** What can be worked out without running anything. Claims, charts and tests share these. */
export {
  lostPerDay,
  lostPerSync,
  lostPerYearDaily,
  lostShare,
  lostShareExponential,
  lostShareSeen,
  lostShareSeenDelayed,
  resentShare,
  resentShareExponential,
  stalestSeconds,
  tiedPerSync,
} from './theory-loss.ts';

/** Seconds a sync takes before its first row: planning, connections, the merge's own work. */
export const FIXED_SECONDS = 111;
/** Seconds a row takes when rows come in one long stream: 10 million rows in 5 hours. */
export const SECONDS_PER_ROW = 0.0018;

/** Seconds a full load takes: nothing but rows. */
export function fullSeconds(rows: number): number {
  return SECONDS_PER_ROW * rows;
}

/** T = F + r k n: seconds an incremental sync takes, where a changed row costs `factor` times a row of a full load. */
export function incrementalSeconds(changedRows: number, factor: number): number {
  return FIXED_SECONDS + SECONDS_PER_ROW * factor * changedRows;
}

/** Changed rows at which both cost the same. */
export function breakEvenRows(tableRows: number, factor: number): number {
  return (fullSeconds(tableRows) - FIXED_SECONDS) / (SECONDS_PER_ROW * factor);
}

/** The same, in hours. */
export function fullHours(rows: number): number {
  return fullSeconds(rows) / 3600;
}

/** The same, in minutes. */
export function incrementalMinutes(changedRows: number, factor: number): number {
  return incrementalSeconds(changedRows, factor) / 60;
}

/** Milliseconds per row of a full load. */
export function fullMsPerRow(rows: number): number {
  return (1000 * fullSeconds(rows)) / rows;
}

/** Milliseconds per changed row of an incremental sync. */
export function incrementalMsPerRow(changedRows: number, factor: number): number {
  return (1000 * incrementalSeconds(changedRows, factor)) / changedRows;
}
