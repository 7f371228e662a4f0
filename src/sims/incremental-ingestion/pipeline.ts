/** The five steps of a sync, one function each. */
import { calendarMs, DAY_MS, intervalMs, periodMs } from './calendar.ts';
import type { Config, IngestionSim, State, Strategy } from './state.ts';
import { extract, transform, UNDRAWN_CHANGES, UNDRAWN_ROWS, type Order, type Transformed } from './orders.ts';
import { ghosts, lostRows } from './tally.ts';

export interface Sync {
  /** Counts from 1; 0 before the first. */
  number: number;
  /** The last step done, 1 to 5; 0 before the first sync. */
  step: number;
  /** As it was when the sync read the table: a change of strategy applies to the next query. */
  strategy: Strategy;
  /** Run time. */
  startedMs: number;
  /** The watermark found at step 1 and the one saved at step 5, in calendar time. */
  markMs: number;
  nextMarkMs: number;
  /** What the query returned, and how many rows of the table are in it that are not drawn. */
  delta: readonly Order[];
  undrawn: number;
  transformed: Transformed;
  inserted: number;
  updated: number;
  deleted: number;
  /** Run time at which the last *loaded* sync had read the table; null before the first. */
  loadedReadMs: number | null;
  readMs: number;
  /** How many rows the last query returned; null before the first. */
  readRows: number | null;
  /** How many rows all queries returned. */
  readInAll: number;
}

const nothing: Transformed = { clean: [], rejected: [], trimmed: 0, converted: 0 };

export const noSync: Sync = {
  number: 0,
  step: 0,
  strategy: 'modified-at',
  startedMs: 0,
  markMs: 0,
  nextMarkMs: 0,
  delta: [],
  undrawn: 0,
  transformed: nothing,
  inserted: 0,
  updated: 0,
  deleted: 0,
  loadedReadMs: null,
  readMs: 0,
  readRows: null,
  readInAll: 0,
};

const steps = [readCheckpoint, extractDelta, transformRows, load, updateCheckpoint];

/** Takes one step and arranges for the next; after the fifth, for the next sync. */
export function takeStep(state: State, step: number, config: Config, sim: IngestionSim): State {
  const rule = steps[step - 1];
  if (rule === undefined) return state;
  if (step === 1) sim.schedule(periodMs(config), { type: 'syncStep', step: 1 });
  if (step < steps.length) sim.schedule(config.stepS * 1000, { type: 'syncStep', step: step + 1 });
  const after = rule(state, config, sim);
  return { ...after, sync: { ...after.sync, step } };
}

function readCheckpoint(state: State, config: Config, sim: IngestionSim): State {
  // The new watermark is the clock at the start, before anything is read; a later clock would skip what was written meanwhile.
  const nextMarkMs = calendarMs(sim.nowMs, config);
  const number = state.sync.number + 1;
  if (config.stepS > 0) sim.log({ type: 'checkpointRead', sync: number, markMs: state.checkpointMs, atMs: nextMarkMs });
  const { loadedReadMs, readRows, readInAll, strategy } = state.sync;
  return {
    ...state,
    sync: {
      ...noSync,
      number,
      startedMs: sim.nowMs,
      markMs: state.checkpointMs,
      nextMarkMs,
      loadedReadMs,
      readRows,
      readInAll,
      strategy,
    },
  };
}

/** Reads what is committed at this moment. An open transaction is not refused: it does not exist yet. */
function extractDelta(state: State, config: Config, sim: IngestionSim): State {
  const full = config.strategy === 'full';
  const delta = full ? state.source : extract(state.source, state.sync.markMs);
  const undrawn =
    config.work !== 'eight-rows'
      ? 0
      : full
        ? UNDRAWN_ROWS
        : Math.round((UNDRAWN_CHANGES * intervalMs(config)) / DAY_MS);
  if (config.stepS > 0)
    sim.log({ type: 'deltaExtracted', rows: delta.length + undrawn, full, markMs: state.sync.markMs });
  for (const { id, kind, committedMs } of state.transactions) {
    if (committedMs === null && kind !== 'delete') sim.log({ type: 'rowMissed', id, syncMs: state.sync.nextMarkMs });
  }
  return {
    ...state,
    sync: {
      ...state.sync,
      delta,
      undrawn,
      strategy: config.strategy,
      readMs: sim.nowMs,
      readRows: delta.length + undrawn,
      readInAll: state.sync.readInAll + delta.length + undrawn,
    },
  };
}

function transformRows(state: State, config: Config, sim: IngestionSim): State {
  const transformed = transform(state.sync.delta);
  const { trimmed, converted, rejected } = transformed;
  if (config.stepS > 0) sim.log({ type: 'transformed', trimmed, converted, rejected: rejected.length });
  for (const { id } of rejected) sim.log({ type: 'rowRejected', id });
  const known = rejected.map(({ version }) => version).filter((version) => !state.rejected.includes(version));
  return { ...state, rejected: [...state.rejected, ...known], sync: { ...state.sync, transformed } };
}

/** INSERT what is new, UPDATE what is there. Only a full load can see what is missing, and so DELETE. */
function load(state: State, config: Config, sim: IngestionSim): State {
  const { number, strategy, transformed, readMs } = state.sync;
  const old = new Map(state.warehouse.map((row) => [row.id, row]));
  const merged = new Map(strategy === 'full' ? [] : old);
  let inserted = 0;
  let updated = 0;
  for (const row of transformed.clean) {
    const before = old.get(row.id);
    if (before === undefined) inserted += 1;
    else if (before.version !== row.version) updated += 1;
    merged.set(row.id, before?.version === row.version ? before : { ...row, sync: number });
  }
  const deleted = [...old.keys()].filter((id) => !merged.has(id)).length;
  if (config.stepS > 0) sim.log({ type: 'loaded', inserted, updated, deleted });
  const after = {
    ...state,
    warehouse: [...merged.values()],
    sync: { ...state.sync, inserted, updated, deleted, loadedReadMs: readMs },
  };
  const known = ghosts(state).map(({ id }) => id);
  for (const { id } of ghosts(after)) if (!known.includes(id)) sim.log({ type: 'ghostLeft', id });
  return after;
}

function updateCheckpoint(state: State, config: Config, sim: IngestionSim): State {
  const { nextMarkMs, markMs, delta, undrawn, strategy, number } = state.sync;
  if (config.stepS > 0) sim.log({ type: 'checkpointSaved', sync: number, markMs: nextMarkMs });
  else {
    const rows = delta.length + undrawn;
    const lost = lostRows(state, config).length;
    sim.log({
      type: 'synced',
      sync: number,
      atMs: nextMarkMs,
      markMs,
      rows,
      full: strategy === 'full',
      lost,
      onlyId: rows === 1 ? (delta[0]?.id ?? 0) : 0,
    });
  }
  return tellLost({ ...state, checkpointMs: nextMarkMs }, config, sim);
}

/** Says once, of each version, that no later sync will ask for it. */
export function tellLost(state: State, config: Config, sim: IngestionSim): State {
  const fresh = lostRows(state, config).filter(({ version }) => !state.toldLost.includes(version));
  if (fresh.length === 0) return state;
  for (const { id, modifiedAtMs } of fresh) {
    sim.log({
      type: 'rowLost',
      id,
      stampMs: modifiedAtMs,
      atMs: calendarMs(sim.nowMs, config),
      markMs: state.checkpointMs,
    });
  }
  return { ...state, toldLost: [...state.toldLost, ...fresh.map(({ version }) => version)] };
}
