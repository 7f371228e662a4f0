/** A schema change: a new column, and what becomes of the rows that were there. */
import { UNDRAWN_ROWS } from './orders.ts';
import type { Config, IngestionSim, State } from './state.ts';
import { begin, standingOf } from './transactions.ts';

/**
 * ALTER TABLE orders ADD COLUMN channel. Without a backfill old rows stay without it, here as in the
 * warehouse. A backfill writes every row, and every write sets `modified_at`. Rows that an open
 * transaction holds are left out; a database would wait for it.
 */
export function addColumn(state: State, backfill: boolean, config: Config, sim: IngestionSim): State {
  if (state.hasColumn) {
    sim.log({ type: 'columnAdded', backfill, again: true, rows: 0 });
    return state;
  }
  const free = backfill ? state.source.filter(({ id, deleted }) => !deleted && !standingOf(state, id).locked) : [];
  const undrawn = backfill && config.work === 'eight-rows' ? UNDRAWN_ROWS : 0;
  sim.log({ type: 'columnAdded', backfill, again: false, rows: free.length + undrawn });
  return free.reduce<State>(
    (before, row) => {
      const writing = { kind: 'update', id: row.id, row: { ...row, channel: 'web' } } as const;
      const begun = begin(before, writing, config.commitDelayS * 1000, config, sim);
      return { ...begun.state, backfilled: [...before.backfilled, begun.transaction.version] };
    },
    { ...state, hasColumn: true },
  );
}
