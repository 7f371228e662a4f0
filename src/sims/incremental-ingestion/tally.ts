/** The warehouse counted against the truth, which is the source. Everything here is derived, never stored. */
import type { Measures } from '../../engine/simulation.ts';
import { HELD_ORDER, type Config, type State } from './state.ts';
import { UNDRAWN_ROWS, type Loaded, type Order } from './orders.ts';
import { fullSeconds, incrementalSeconds } from './theory.ts';

/**
 * What becomes of a row that readers of the source can see: its version is in the warehouse, was kept
 * out on purpose, will be asked for by a later sync, or will never be.
 */
export type Fate = 'present' | 'rejected' | 'coming' | 'lost';

/** The fate of every visible row, in the order of the source. */
export function fates(state: State, config: Config): Fate[] {
  const versions = new Map(state.warehouse.map(({ id, version }) => [id, version]));
  return state.source.map((row) => {
    if (versions.get(row.id) === row.version) return 'present';
    if (state.rejected.includes(row.version)) return 'rejected';
    return config.strategy === 'full' || row.modifiedAtMs > state.checkpointMs ? 'coming' : 'lost';
  });
}

export function lostRows(state: State, config: Config): Order[] {
  const all = fates(state, config);
  return state.source.filter((_, place) => all[place] === 'lost');
}

/** Rows of the warehouse that were gone from the source when the last loaded sync read it. */
export function ghosts(state: State): Loaded[] {
  const { loadedReadMs } = state.sync;
  if (loadedReadMs === null) return [];
  const gone = new Map<number, number>();
  for (const { kind, id, committedMs } of state.transactions) {
    if (kind === 'delete' && committedMs !== null) gone.set(id, committedMs);
  }
  return state.warehouse.filter(({ id }) => {
    const deletedMs = gone.get(id);
    return deletedMs !== undefined && deletedMs <= loadedReadMs;
  });
}

/** Rows that readers could see when the last loaded sync read the table, and that the warehouse does not hold as they are. */
export function overlooked(state: State): Order[] {
  const { loadedReadMs } = state.sync;
  if (loadedReadMs === null) return [];
  const held = new Map(state.warehouse.map(({ id, version }) => [id, version]));
  return state.source.filter(({ id, version }) => {
    const committedMs = state.transactions[version - 1]?.committedMs ?? Infinity;
    return committedMs <= loadedReadMs && held.get(id) !== version && !state.rejected.includes(version);
  });
}

export type MeasureName =
  | 'sourceRows'
  | 'warehouseRows'
  | 'lost'
  | 'ghosts'
  | 'lostShare'
  | 'overlooked'
  | 'arrivedWithSync'
  | 'syncs'
  | 'rowsRead'
  | 'rowsReadInAll'
  | 'syncSeconds';

export function measure(state: State, config: Config): Measures<MeasureName> {
  const undrawn = config.work === 'eight-rows' ? UNDRAWN_ROWS : 0;
  const { sync } = state;
  const judged = sync.loadedReadMs !== null;
  const lost = lostRows(state, config).length;
  const due = state.source.filter(({ modifiedAtMs }) => modifiedAtMs <= state.checkpointMs).length;
  const read = sync.readRows;
  const held = config.work === 'one-order' || config.work === 'five-orders';
  return {
    sourceRows: state.source.length + undrawn,
    warehouseRows: state.warehouse.length + undrawn,
    lost: judged ? lost : null,
    ghosts: judged ? ghosts(state).length : null,
    lostShare: judged && due > 0 ? lost / due : null,
    overlooked: judged ? overlooked(state).length : null,
    arrivedWithSync: held && judged ? (state.warehouse.find(({ id }) => id === HELD_ORDER)?.sync ?? 0) : null,
    syncs: sync.number,
    rowsRead: read,
    rowsReadInAll: sync.readInAll,
    // Only the table of ten million is one whose cost the brief tells.
    syncSeconds:
      read === null || undrawn === 0
        ? null
        : sync.strategy === 'full'
          ? fullSeconds(read)
          : incrementalSeconds(read, 1),
  };
}
