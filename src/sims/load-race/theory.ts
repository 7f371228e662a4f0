/** What formulas say of the two loads, in plain numbers: model, lesson and tests share these. */

/** Rows of the table. */
export const TABLE_ROWS = 10_000_000;
/** A row of the full load: 10 million rows in 5 hours. */
export const ROW_MS = 1.8;
/** What an incremental load takes before its first row, so that 5,000 rows at 1.8 ms make 2 minutes: connecting, planning, preparing the merge. */
export const FIXED_MS = 111_000;
/** Reading past a row to see whether it changed: an allowance, a tenth of copying it. */
export const SCAN_ROW_MS = ROW_MS / 10;
/** A row on its way: an allowance. */
export const ROW_BYTES = 200;
/** So near to each other, both loads are said to take the same. */
export const EVEN_WITHIN = 0.02;

/** r N: seconds in which the full load copies so many rows. */
export function copiedInSeconds(rows: number): number {
  return (ROW_MS * rows) / 1000;
}

/** Seconds in which every row of the table is read, where no index finds those that changed. */
export function scannedInSeconds(): number {
  return (SCAN_ROW_MS * TABLE_ROWS) / 1000;
}

/** T = F + r k n: seconds of an incremental load that merges so many rows, each so many times as dear as copying it. */
export function mergedInSeconds(changedRows: number, factor: number): number {
  return (FIXED_MS + ROW_MS * factor * changedRows) / 1000;
}

/** The same without an index: all rows are read first. */
export function unindexedInSeconds(changedRows: number, factor: number): number {
  return scannedInSeconds() + mergedInSeconds(changedRows, factor);
}

/** Changed rows with which the incremental load takes as long as the full one: (r N − F) / (r k). */
export function evenRows(factor: number): number {
  return (ROW_MS * TABLE_ROWS - FIXED_MS) / (ROW_MS * factor);
}

/** The same without an index. */
export function evenRowsUnindexed(factor: number): number {
  return evenRows(factor) - (SCAN_ROW_MS * TABLE_ROWS) / (ROW_MS * factor);
}

/** The same as a part of the table, 0 to 1. */
export function evenShare(factor: number): number {
  return evenRows(factor) / TABLE_ROWS;
}

/** The most that merging a row may cost, in copies of it, for the incremental load to be done first: (r N − F) / (r n). */
export function evenFactor(changedRows: number): number {
  return (ROW_MS * TABLE_ROWS - FIXED_MS) / (ROW_MS * changedRows);
}

/** Milliseconds a row of the incremental load takes, with its part of what is fixed. */
export function mergedRowMs(changedRows: number, factor: number): number {
  return (1000 * mergedInSeconds(changedRows, factor)) / changedRows;
}
