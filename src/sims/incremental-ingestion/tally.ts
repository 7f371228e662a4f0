/** The warehouse counted against the truth, which is the source. Everything here is derived, never stored. */
import type { Loaded, Order } from './orders.ts';
import type { Config, State } from './state.ts';
import { wanted } from './where-clause.ts';

/**
 * What becomes of a row that readers of the source can see: its version is in the warehouse, was kept
 * out on purpose, will be asked for by a later sync, or will never be, while the warehouse has no row
 * of this id (lost) or an older one (stale). Of a row deleted softly: the warehouse has none (gone),
 * a later sync will take it away (coming), or none will (ghost).
 */
export type Fate = 'present' | 'rejected' | 'coming' | 'lost' | 'stale' | 'gone' | 'ghost';

/** Says the fate of a visible row, by the settings as they are now. */
export function judge(state: State, config: Config): (row: Order) => Fate {
  const held = new Set(state.warehouse.map(nameOf));
  const there = new Map(state.warehouse.map((row) => [row.id, row]));
  const rejected = new Set(state.rejected);
  const comes = coming(state, config);
  const refuses =
    config.newestWins && config.load === 'merge' && config.strategy !== 'log' && config.strategy !== 'full';
  return (row) => {
    const older = there.get(row.id);
    if (row.deleted) return older === undefined ? 'gone' : comes(row) ? 'coming' : 'ghost';
    if (held.has(nameOf(row))) return 'present';
    if (rejected.has(row.version)) return 'rejected';
    const turnedAway = refuses && older !== undefined && older.modifiedAtMs > row.modifiedAtMs;
    if (!turnedAway && comes(row)) return 'coming';
    return older === undefined ? 'lost' : 'stale';
  };
}

/** Whether a row is in the hands of the sync under way, or will be in the answer to a later one: the same query, asked of it alone. */
function coming(state: State, config: Config): (row: Order) => boolean {
  const { sync, checkpoint: mark, log, source } = state;
  const { strategy, watermark, marginS } = config;
  const inHands = new Set(sync.inHands ? sync.delta.map(({ version }) => version) : []);
  const going = new Set(sync.inHands ? sync.tombstones : []);
  const inLog = strategy === 'log' ? new Set(log.slice(mark.position).map(({ row }) => row?.version)) : null;
  const asks = wanted(source, { strategy, watermark, marginMs: marginS * 1000, nowMs: Infinity, mark });
  return (row) =>
    (row.deleted ? going.has(row.id) : inHands.has(row.version)) || (inLog?.has(row.version) ?? asks(row));
}

/** The fate of every visible row, in the order of the source. */
export function fates(state: State, config: Config): Fate[] {
  return state.source.map(judge(state, config));
}

/** Rows of the source that will never be in the warehouse as they are: lost or stale. */
export function missingRows(state: State, config: Config): Order[] {
  const fateOf = judge(state, config);
  return state.source.filter((row) => isMissing(fateOf(row)));
}

/** Nobody will ask for it. */
export function isMissing(fate: Fate): boolean {
  return fate === 'lost' || fate === 'stale';
}

/** Rows of the warehouse, one for each id, that were deleted at the source when the last loaded sync asked. */
export function ghosts(state: State): Loaded[] {
  const { loadedReadMs, loadedUpToMs } = state.books;
  if (loadedReadMs === null || loadedUpToMs === null) return [];
  const gone = new Set<number>();
  for (const { kind, id, committedMs, row, stampMs } of state.transactions) {
    // A soft delete has a stamp, and is not due before a sync has asked up to it.
    if (kind !== 'delete' || committedMs === null || committedMs > loadedReadMs) continue;
    if (row === null || stampMs <= loadedUpToMs) gone.add(id);
  }
  return [...new Map(state.warehouse.filter(({ id }) => gone.has(id)).map((row) => [row.id, row])).values()];
}

/** Rows of the warehouse beyond the first of each id and version. */
export function duplicates(state: State): Loaded[] {
  const met = new Set<string>();
  return state.warehouse.filter((row) => met.size === met.add(nameOf(row)).size);
}

/** One version of one row. */
export function nameOf({ id, version }: Order): string {
  return `${id} ${version}`;
}
