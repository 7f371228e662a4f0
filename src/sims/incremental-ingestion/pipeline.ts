/** The five steps of a sync, one function each. */
import { calendarMs } from './calendar.ts';
import { tellLost } from './lost.ts';
import { merge } from './merging.ts';
import { transform, type Loaded } from './orders.ts';
import { queryFact } from './query-words.ts';
import { stepOrder, type StepName } from './steps.ts';
import { noSync } from './sync.ts';
import type { Config, IngestionSim, State } from './state.ts';
import { askedUpToMs, read, type Asked } from './strategies.ts';
import { keepRecord, withReading } from './bookkeeping.ts';
import { ghosts, missingRows } from './tally.ts';
import { undrawnKeys, undrawnRows } from './undrawn.ts';

type Rule = (state: State, config: Config, sim: IngestionSim) => State;
const rules: Readonly<Record<StepName, Rule>> = {
  readCheckpoint,
  extractDelta,
  transformRows,
  load,
  updateCheckpoint,
};

/** Takes one step and arranges for the next. A step of a sync that has crashed is not taken. */
export function takeStep(state: State, number: number, step: number, config: Config, sim: IngestionSim): State {
  if (state.sync.number !== number || state.sync.status !== 'running') return state;
  const order = stepOrder(step === 1 ? config.checkpoint : state.sync.checkpoint);
  const name = order[step - 1];
  if (name === undefined) return state;
  const last = step === order.length;
  if (!last) sim.schedule(config.stepS * 1000, { type: 'syncStep', sync: number, step: step + 1 });
  if (last && config.stepS === 0) tellSynced(state, config, sim);
  const after = rules[name]({ ...state, sync: { ...state.sync, step } }, config, sim);
  if (!last) return after;
  return keepRecord({ ...after, sync: { ...after.sync, status: 'idle' } }, { outcome: 'succeeded', step });
}

function readCheckpoint(state: State, config: Config, sim: IngestionSim): State {
  // The clock is read at the start, before anything else; a later clock would skip what was written meanwhile.
  const nowMs = calendarMs(sim.nowMs, config);
  const { number, step, status } = state.sync;
  const mark = state.checkpoint;
  const asked = askedNow(config, { nowMs, mark });
  if (config.stepS > 0) sim.log({ type: 'checkpointRead', sync: number, atMs: nowMs, ...queryFact(asked, mark) });
  const { checkpoint } = config;
  return {
    ...state,
    sync: {
      ...noSync(mark),
      number,
      step,
      status,
      checkpoint,
      startedMs: sim.nowMs,
      asked,
      next: { ...mark, clockMs: nowMs },
    },
  };
}

/** A change of strategy or margin applies to the next query, also of a sync that has begun. */
function askedNow(config: Config, { nowMs, mark }: Pick<Asked, 'nowMs' | 'mark'>): Asked {
  const { strategy, watermark, marginS } = config;
  return { strategy, watermark, marginMs: Math.round(marginS * 1000), nowMs, mark };
}

/** Reads what is committed at this moment. An open transaction is not refused: it does not exist yet. */
function extractDelta(state: State, config: Config, sim: IngestionSim): State {
  const asked = askedNow(config, state.sync.asked);
  const { rows: delta, keys, deleted: tombstones, replaces, next } = read(state.source, state.log, asked);
  const undrawn = undrawnRows(state, delta, asked, config);
  const rows = delta.length + tombstones.length + undrawn;
  if (config.stepS > 0) sim.log({ type: 'deltaExtracted', rows, ...queryFact(asked, next) });
  for (const { id, kind, committedMs } of state.transactions) {
    if (committedMs === null && kind !== 'delete') sim.log({ type: 'rowMissed', id, syncMs: asked.nowMs });
  }
  const sync = { ...state.sync, asked, next, delta, keys, tombstones, replaces, undrawn, readMs: sim.nowMs };
  const ids = asked.strategy === 'reconcile' ? (keys?.length ?? 0) + undrawnKeys(config) : 0;
  return withReading({ ...state, sync: { ...sync, inHands: true } }, rows, ids);
}

function transformRows(state: State, config: Config, sim: IngestionSim): State {
  const transformed = transform(state.sync.delta);
  const { trimmed, converted, rejected } = transformed;
  if (config.stepS > 0) sim.log({ type: 'transformed', trimmed, converted, rejected: rejected.length });
  for (const { id } of rejected) sim.log({ type: 'rowRejected', id });
  const known = rejected.map(({ version }) => version).filter((version) => !state.rejected.includes(version));
  return { ...state, rejected: [...state.rejected, ...known], sync: { ...state.sync, transformed } };
}

/** INSERT what is new, UPDATE what is there, DELETE what the reading says is gone: which no query for changed rows can. */
function load(state: State, config: Config, sim: IngestionSim): State {
  const { number, transformed, keys, tombstones, replaces, checkpoint, step } = state.sync;
  const rows = transformed.clean.map((row) => ({ ...row, sync: number }));
  const merged = merge<Loaded>(state.warehouse, { rows, keys, deleted: tombstones, replaces }, config);
  const { warehouse, inserted, updated, deleted, resent } = merged;
  const append = config.load === 'append';
  if (config.stepS > 0) sim.log({ type: 'loaded', step, inserted, updated, deleted, append });
  const sync = { ...state.sync, inserted, updated, deleted, resent, appends: append };
  // In one transaction with the checkpoint: nobody sees the rows before both are committed.
  if (checkpoint === 'together') return { ...state, sync: { ...sync, staged: warehouse } };
  return arrive({ ...state, sync }, warehouse, config, sim);
}

function updateCheckpoint(state: State, config: Config, sim: IngestionSim): State {
  const { asked, next, number, step, staged } = state.sync;
  const last = step === stepOrder('after').length;
  if (config.stepS > 0) sim.log({ type: 'checkpointSaved', sync: number, step, last, ...queryFact(asked, next) });
  const saved = { ...state, checkpoint: next };
  return tellLost(staged === null ? saved : arrive(saved, staged, config, sim), saved.source, config, sim);
}

/** From here on those who ask the warehouse see the rows. */
function arrive(state: State, warehouse: readonly Loaded[], config: Config, sim: IngestionSim): State {
  const { asked, readMs, appends } = state.sync;
  const { loadedUpToMs, stalestMs } = state.books;
  const behindMs = loadedUpToMs === null ? 0 : calendarMs(sim.nowMs, config) - loadedUpToMs;
  const kept = keepRecord(state, { loadedMs: sim.nowMs });
  const after = {
    ...kept,
    warehouse,
    sync: { ...state.sync, staged: null, inHands: false },
    books: {
      ...state.books,
      loadedReadMs: readMs,
      loadedUpToMs: Math.max(loadedUpToMs ?? -Infinity, askedUpToMs(asked)),
      stalestMs: Math.max(stalestMs, behindMs),
      appends: state.books.appends + (appends ? 1 : 0),
    },
  };
  const known = ghosts(state).map(({ id }) => id);
  for (const { id } of ghosts(after)) if (!known.includes(id)) sim.log({ type: 'ghostLeft', id });
  return after;
}

/** The whole sync as one fact, where its steps take no time. */
function tellSynced(state: State, config: Config, sim: IngestionSim): void {
  const { asked, next, number, delta, tombstones, undrawn } = state.sync;
  const rows = delta.length + tombstones.length + undrawn;
  const lost = missingRows(state, config).length;
  const onlyId = rows === 1 ? (delta[0]?.id ?? tombstones[0] ?? 0) : 0;
  sim.log({ type: 'synced', sync: number, atMs: asked.nowMs, rows, lost, onlyId, ...queryFact(asked, next) });
}
