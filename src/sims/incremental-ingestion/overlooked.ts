/** What the last sync should have brought, whatever later syncs will. */
import type { Order } from './orders.ts';
import type { State } from './state.ts';
import { nameOf } from './tally.ts';

/** Rows that readers could see when the last loaded sync read the table, and that the warehouse does not hold as they are. */
export function overlooked(state: State): Order[] {
  const { loadedReadMs } = state.books;
  if (loadedReadMs === null) return [];
  const held = new Set(state.warehouse.map(nameOf));
  const rejected = new Set(state.rejected);
  return state.source.filter((row) => {
    const committedMs = row.version === 0 ? 0 : (state.transactions[row.version - 1]?.committedMs ?? Infinity);
    return !row.deleted && committedMs <= loadedReadMs && !held.has(nameOf(row)) && !rejected.has(row.version);
  });
}
