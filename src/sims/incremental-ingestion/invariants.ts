/** What no input may ever break. */
import type { Config, State } from './state.ts';
import { ghosts } from './tally.ts';

/** Each by the sentence that a failing test would print. */
export const invariants: Readonly<Record<string, (state: State, config: Config) => boolean>> = {
  'the warehouse holds only versions that were committed at the source': (state) =>
    state.warehouse.every(({ version }) => version === 0 || committedMs(state, version) !== null),
  'no id is twice in the source': ({ source }) => new Set(source.map(({ id }) => id)).size === source.length,
  'where every load was a merge, no id is twice in the warehouse': ({ books, warehouse }) =>
    books.appends > 0 || new Set(warehouse.map(({ id }) => id)).size === warehouse.length,
  'no ghost is visible in the source': (state) =>
    ghosts(state).every(({ id }) => !state.source.some((row) => row.id === id && !row.deleted)),
  'the query returned nothing that was not visible when it read': (state) =>
    state.sync.delta.every(
      ({ version }) => version === 0 || (committedMs(state, version) ?? Infinity) <= state.sync.readMs,
    ),
  'the log is all that was committed, in the order of the commits': ({ log, transactions }) =>
    log.length === transactions.filter((transaction) => transaction.committedMs !== null).length,
  'the saved mark does not go back': ({ sync, checkpoint }) =>
    checkpoint.clockMs >= sync.asked.mark.clockMs &&
    checkpoint.seenMs >= sync.asked.mark.seenMs &&
    checkpoint.position >= sync.asked.mark.position,
  'a sync is running, or crashed, or it succeeded in five steps': ({ sync, syncs }) =>
    syncs.every(({ outcome, step, crashedMs, number }) =>
      outcome === 'running'
        ? number === sync.number && sync.status === 'running'
        : outcome === 'crashed'
          ? crashedMs !== null && step < 5
          : step === 5,
    ),
};

function committedMs({ transactions }: State, version: number): number | null {
  return transactions[version - 1]?.committedMs ?? null;
}
