/** What can be worked out without running anything. Claims, charts and tests share these. */

/** Seconds a sync takes before its first row: planning, connections, the merge's own work. */
export const FIXED_SECONDS = 111;
/** Seconds a row takes when rows come in one long stream: 10 million rows in 5 hours. */
export const SECONDS_PER_ROW = 0.0018;

/** Part of all rows lost by `modified_at > last sync` when every row takes `delayS` to commit: 0 to 1. A row is lost when its bar lies across a sync. */
export function lostShare(delayS: number, syncEveryS: number): number {
  return Math.min(delayS, syncEveryS) / syncEveryS;
}

/** Rows lost by one sync: those in flight at that moment. The interval is not in it. */
export function lostPerSync(changesPerDay: number, delayS: number): number {
  return (changesPerDay / 86_400) * delayS;
}

/**
 * Seconds whose stamps are lost by then, of a stream that begins at 0: those that lie less than the
 * delay before a sync, as far as their rows can be seen by now.
 */
export function lostStampSeconds(delayS: number, firstSyncS: number, syncEveryS: number, byS: number): number {
  let lost = 0;
  let previous = 0;
  for (let sync = firstSyncS; sync <= byS; sync += syncEveryS) {
    lost += Math.max(0, Math.min(sync, byS - delayS) - Math.max(previous, sync - delayS));
    previous = sync;
  }
  return lost;
}

/** Rows lost in a day by syncing every so many seconds. */
export function lostPerDay(changesPerDay: number, delayS: number, syncEveryS: number): number {
  return changesPerDay * lostShare(delayS, syncEveryS);
}

/** Rows lost in a year of 365 daily syncs. */
export function lostPerYearDaily(changesPerDay: number, delayS: number): number {
  return 365 * lostPerDay(changesPerDay, delayS, 86_400);
}

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
