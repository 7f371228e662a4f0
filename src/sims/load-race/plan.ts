/** What a load has to do, and how far it is after so long. */
import type { Config, Plan } from './state.ts';
import { EVEN_WITHIN, FIXED_MS, ROW_MS, SCAN_ROW_MS, TABLE_ROWS } from './theory.ts';

/** The full load: every row, and nothing else. */
export const full: Plan = { rows: TABLE_ROWS, fixedMs: 0, scanMs: 0, rowMs: ROW_MS };

/** The incremental load. After a backfill every row of the table is a changed row. */
export function deltaPlan({ changedRows, mergeFactor, indexed, backfill }: Config): Plan {
  return {
    rows: backfill ? TABLE_ROWS : changedRows,
    fixedMs: FIXED_MS,
    scanMs: indexed ? 0 : SCAN_ROW_MS * TABLE_ROWS,
    rowMs: ROW_MS * mergeFactor,
  };
}

/** Of two incremental loads, for which `fixedMs` is always the same. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  return one.rows === other.rows && one.scanMs === other.scanMs && one.rowMs === other.rowMs;
}

/** When it moves its first row. */
export function readyMs({ fixedMs, scanMs }: Plan): number {
  return fixedMs + scanMs;
}

/** When it has moved so many tenths of its rows. */
export function tenthMs(plan: Plan, tenths: number): number {
  return readyMs(plan) + (plan.rows * tenths * plan.rowMs) / 10;
}

/** How long it takes. */
export function wholeMs(plan: Plan): number {
  return tenthMs(plan, 10);
}

/** Whole rows it has moved after so long. */
export function rowsBy(plan: Plan, ms: number): number {
  if (ms >= wholeMs(plan)) return plan.rows;
  return Math.max(0, Math.floor((ms - readyMs(plan)) / plan.rowMs));
}

/** Whether both loads take the same, as nearly as it is asked for. */
export function isEven(plan: Plan): boolean {
  return Math.abs(wholeMs(plan) / wholeMs(full) - 1) <= EVEN_WITHIN;
}
