/** What no input may ever break. */
import type { Config, State } from './state.ts';
import { ghosts } from './tally.ts';

export const invariants: Readonly<Record<string, (state: State, config: Config) => boolean>> = {
  'the warehouse holds only versions that were committed at the source': (state) =>
    state.warehouse.every(
      ({ version }) => version === 0 || (state.transactions[version - 1]?.committedMs ?? null) !== null,
    ),
  'no id is twice in a table': ({ source, warehouse }) =>
    new Set(source.map(({ id }) => id)).size === source.length &&
    new Set(warehouse.map(({ id }) => id)).size === warehouse.length,
  'after a full load the warehouse is what the query returned, less what was rejected': ({ sync, warehouse }) =>
    sync.strategy !== 'full' ||
    sync.step < 4 ||
    (warehouse.length === sync.transformed.clean.length &&
      sync.transformed.clean.length + sync.transformed.rejected.length === sync.delta.length),
  'no ghost is visible in the source': (state) =>
    ghosts(state).every(({ id }) => !state.source.some((row) => row.id === id)),
  'the query returned nothing that was not visible when it read': ({ sync, transactions }) =>
    sync.delta.every(
      ({ version }) => version === 0 || (transactions[version - 1]?.committedMs ?? Infinity) <= sync.readMs,
    ),
};
