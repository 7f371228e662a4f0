/** Tells of rows that no later sync will ask for. */
import { calendarMs } from './calendar.ts';
import type { Order } from './orders.ts';
import { queryFact } from './query-words.ts';
import type { Config, IngestionSim, State } from './state.ts';
import { isMissing, judge } from './tally.ts';

/** Says it once of each version, of those rows of the source that may have become lost just now. */
export function tellLost(state: State, rows: readonly Order[], config: Config, sim: IngestionSim): State {
  const fateOf = judge(state, config);
  const fresh = rows.filter((row) => isMissing(fateOf(row)) && !state.toldLost.includes(row.version));
  if (fresh.length === 0) return state;
  const { strategy, watermark, marginS } = config;
  const atMs = calendarMs(sim.nowMs, config);
  const mark = state.checkpoint;
  const next = queryFact({ strategy, watermark, marginMs: Math.round(marginS * 1000), nowMs: atMs, mark }, mark);
  for (const row of fresh) {
    const stale = fateOf(row) === 'stale';
    sim.log({ type: 'rowLost', id: row.id, stale, stampMs: row.modifiedAtMs, atMs, ...next });
  }
  return { ...state, toldLost: [...state.toldLost, ...fresh.map(({ version }) => version)] };
}
