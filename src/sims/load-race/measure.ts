/** The numbers beside the picture, derived from the settings and how long the race has been on. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import { deltaPlan, full, rowsBy, wholeMs } from './plan.ts';
import type { Config, MeasureName, State } from './state.ts';
import { ROW_BYTES } from './theory.ts';

/** What can be read beside the picture, asked for in claims and drawn as charts. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  fullSeconds: { label: 'The full load takes', unit: 's', decimals: 0, better: 'less' },
  deltaSeconds: { label: 'The incremental load takes', unit: 's', decimals: 0, better: 'less' },
  ratio: { label: 'Of the full load’s time', unit: 'share', decimals: 1, better: 'less' },
  fullRows: { label: 'Rows copied by the full load', unit: '', decimals: 0, better: null },
  deltaRows: { label: 'Rows merged by the incremental load', unit: '', decimals: 0, better: null },
  fullMB: { label: 'Moved by the full load', unit: 'MB', decimals: 0, better: 'less' },
  deltaMB: { label: 'Moved by the incremental load', unit: 'MB', decimals: 0, better: 'less' },
  fullRowMs: { label: 'A row of the full load', unit: 'ms', decimals: 1, better: 'less' },
  deltaRowMs: { label: 'A row of the incremental load', unit: 'ms', decimals: 1, better: 'less' },
  changedRows: { label: 'Rows to merge', unit: '', decimals: 0, better: null },
  mergeFactor: { label: 'Merging a row against copying it', unit: '×', decimals: 0, better: 'less' },
};

/** How long each takes is known from the start, as a planner knows it; a test holds it to the log. */
export function measure(_state: State, config: Config, nowMs: number): Measures<MeasureName> {
  const plan = deltaPlan(config);
  const [fullMs, deltaMs] = [wholeMs(full), wholeMs(plan)];
  const [fullRows, deltaRows] = [rowsBy(full, nowMs), rowsBy(plan, nowMs)];
  return {
    fullSeconds: fullMs / 1000,
    deltaSeconds: deltaMs / 1000,
    ratio: deltaMs / fullMs,
    fullRows,
    deltaRows,
    fullMB: (fullRows * ROW_BYTES) / 1e6,
    deltaMB: (deltaRows * ROW_BYTES) / 1e6,
    fullRowMs: fullMs / full.rows,
    deltaRowMs: deltaMs / plan.rows,
    changedRows: plan.rows,
    mergeFactor: config.mergeFactor,
  };
}
