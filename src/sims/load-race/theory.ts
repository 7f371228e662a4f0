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

/** Seconds in which every row of the table is read, where no index finds those that changed. */
export function scannedInSeconds(): number {
  return (SCAN_ROW_MS * TABLE_ROWS) / 1000;
}

/**
 * Changed rows with which the incremental load, T = F + r k n, takes as long as the full one, r N: (r N − F) / (r k).
 * A merged row is k times as dear as a copied one.
 */
export function evenRows(factor: number): number {
  return (ROW_MS * TABLE_ROWS - FIXED_MS) / (ROW_MS * factor);
}

/** The same without an index. */
export function evenRowsUnindexed(factor: number): number {
  return evenRows(factor) - (SCAN_ROW_MS * TABLE_ROWS) / (ROW_MS * factor);
}
