/** Keeps the history of the syncs, and their sums. */
import { rangeOf } from './query-words.ts';
import type { State } from './state.ts';
import type { SyncRecord } from './sync.ts';

/** Adds to the record of the sync under way. */
export function keepRecord(state: State, more: Partial<SyncRecord>): State {
  const { number } = state.sync;
  const syncs = state.syncs.map((record) => (record.number === number ? { ...record, ...more } : record));
  return { ...state, syncs };
}

/** After a query: what was asked, what came of it, and how much of that the warehouse had. */
export function withReading(state: State, rows: number, keys: number): State {
  const { asked, delta, readMs, tombstones } = state.sync;
  const { books } = state;
  const held = new Set(state.warehouse.map(({ id, version }) => `${id} ${version}`));
  const resent = delta.filter(({ id, version }) => held.has(`${id} ${version}`)).length;
  const { strategy, watermark } = asked;
  const counted: State = {
    ...state,
    books: {
      ...books,
      lastRows: rows,
      rows: books.rows + rows,
      keys: books.keys + keys,
      drawn: books.drawn + delta.length + tombstones.length,
      resent: books.resent + resent,
      logReads: books.logReads + (strategy === 'log' ? 1 : 0),
    },
  };
  const returned = delta.map(({ version }) => version).filter((version) => version > 0);
  return keepRecord(counted, { readMs, strategy, watermark, rows, resent, returned, ...rangeOf(asked) });
}
