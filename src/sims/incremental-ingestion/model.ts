/**
 * A source table, a pipeline of five steps, and a warehouse.
 *
 * A transaction stamps its row when it starts and shows it to others when it commits. A sync asks a
 * query of what it can see (strategies.ts), brings the answer into the warehouse (merging.ts) and
 * saves a mark for the next; between two of its steps it can crash. No rule here loses a row: losses
 * follow from a query over committed rows and from nothing else.
 *
 * Left out on purpose: a second table and what joins it, a second pipeline, transactions of several
 * rows, ids used again, rows that a rollback takes back, writers that wait for a lock, a query that
 * runs for long (it reads one moment), a crash within a step.
 */
import { calendarMs, DAY_MS, firstSyncMs, hasSchedule, intervalMs } from './calendar.ts';
import { addColumn } from './migrating.ts';
import { DRAWN, ITEMS } from './orders.ts';
import { crash, due, restart, syncNow } from './scheduling.ts';
import { takeStep } from './pipeline.ts';
import {
  HELD_ORDER,
  HELD_STAMP_S,
  type Config,
  type IngestionEvent,
  type IngestionSim,
  type Input,
  type State,
  type Target,
} from './state.ts';
import type { Mark } from './strategies.ts';
import { noBooks, noSync } from './sync.ts';
import { arrive, insertion, scheduleArrival } from './traffic.ts';
import { askToCommit, begin, commit, deletion, increase, standingOf } from './transactions.ts';

/** The drawn rows were last modified at this distance from each other, before the sync before the run. */
const HOUR_MS = 3_600_000;
/** The four orders before 42 in the run of five: milliseconds from the first sync, and to the commit. */
const EARLIER = [
  { id: 38, atMs: -9600, delayMs: 1400 },
  { id: 39, atMs: -7800, delayMs: 2200 },
  { id: 40, atMs: -6000, delayMs: 1800 },
  { id: 41, atMs: -3600, delayMs: 1600 },
] as const;

/** Where a learner's orders are numbered from: in a stream far above its own, so that they never change it. */
const FIRST_ID = {
  'one-order': HELD_ORDER + 1,
  'five-orders': HELD_ORDER + 1,
  'eight-rows': 10_000_001,
  traffic: 1001,
  traced: 1,
  recorded: 1,
} as const;

/** Everything that comes by itself is arranged: the syncs, the orders of the run, the first of a stream. */
export function start(config: Config, sim: IngestionSim): State {
  const first = firstSyncMs(config);
  if (hasSchedule(config)) sim.schedule(first, { type: 'due' });
  if (config.work === 'five-orders') {
    for (const { id, atMs, delayMs } of EARLIER) sim.schedule(first + atMs, { type: 'placed', id, delayMs });
  }
  if (config.work === 'one-order' || config.work === 'five-orders')
    sim.schedule(first + HELD_STAMP_S * 1000, { type: 'placed', id: HELD_ORDER, delayMs: -1 });
  if (config.work === 'traffic') scheduleArrival(0, config, sim);
  const lastSyncMs = hasSchedule(config) ? calendarMs(first, config) - intervalMs(config) : -DAY_MS;
  const source =
    config.work === 'eight-rows'
      ? DRAWN.map((row, place) => ({ ...row, modifiedAtMs: lastSyncMs - (place + 1) * HOUR_MS }))
      : [];
  const checkpoint: Mark = {
    clockMs: lastSyncMs,
    seenMs: source[0]?.modifiedAtMs ?? lastSyncMs,
    seenId: config.work === 'eight-rows' ? FIRST_ID['eight-rows'] - 1 : 0,
    tieId: source[0]?.id ?? 0,
    seenCount: source.length === 0 ? 0 : 1,
    boundary: source.length === 0 ? [] : [0],
    position: 0,
  };
  return {
    source,
    transactions: [],
    log: [],
    warehouse: source.map((row) => ({ ...row, sync: 0 })),
    rejected: [],
    toldLost: [],
    checkpoint,
    sync: noSync(checkpoint),
    syncs: [],
    books: noBooks,
    nextId: FIRST_ID[config.work],
    streamed: [],
    hasColumn: false,
    backfilled: [],
  };
}

/** One rule for each thing that can happen next. */
export function step(state: State, event: IngestionEvent, config: Config, sim: IngestionSim): State {
  switch (event.type) {
    case 'placed':
      return place(state, event.id, event.delayMs, config, sim);
    case 'arrival':
      return arrive(state, event.n, config, sim);
    case 'held':
      return askToCommit(state, event.version, config, sim);
    case 'commit':
      return commit(state, event.version, config, sim);
    case 'due':
      return due(state, config, sim);
    case 'restart':
      return restart(state, event.sync, config, sim);
    case 'syncStep':
      return takeStep(state, event.sync, event.step, config, sim);
  }
}

/** One rule for each act of the learner. */
export function accept(state: State, input: Input, config: Config, sim: IngestionSim): State {
  switch (input.type) {
    case 'insert':
      return insert(state, input, config, sim);
    case 'update':
    case 'delete':
      return change(state, input, config, sim);
    case 'migrate':
      return addColumn(state, input.backfill === 'yes', config, sim);
    case 'sync':
      return syncNow(state, config, sim);
    case 'crash':
      return crash(state, config, sim);
  }
}

/** Order 42 is the laptop; its neighbours are something else. */
function place(state: State, id: number, delayMs: number, config: Config, sim: IngestionSim): State {
  const item = ITEMS[Math.abs(HELD_ORDER - id) % ITEMS.length] ?? 'laptop';
  const begun = begin(state, insertion(state, id, item), delayMs, config, sim);
  sim.log({ type: 'placed', id, atMs: begun.transaction.stampMs });
  return begun.state;
}

function insert(state: State, { shape, openS }: Act<'insert'>, config: Config, sim: IngestionSim): State {
  const id = state.nextId;
  const item = ITEMS[Math.floor(sim.random('item', id) * ITEMS.length)] ?? 'laptop';
  const begun = begin(state, insertion(state, id, item, shape), heldOpenMs(openS, config), config, sim);
  sim.log({ type: 'inserted', id, atMs: begun.transaction.stampMs });
  return { ...begun.state, nextId: id + 1 };
}

function change(state: State, input: Act<'update' | 'delete'>, config: Config, sim: IngestionSim): State {
  const target = idOf(input.order, state);
  const { row, locked } = standingOf(state, target);
  if (locked || row === undefined) {
    // A second writer waits for the first one's lock; here it is turned away, so that versions stay in order.
    sim.log({ type: 'refused', id: target, locked });
    return state;
  }
  const touch = input.type === 'delete' || input.touch === 'yes';
  const writing = input.type === 'delete' ? deletion(row, config) : increase(row, touch);
  const begun = begin(state, writing, heldOpenMs(input.openS, config), config, sim);
  const {
    id,
    transaction: { stampMs: atMs },
  } = { id: row.id, ...begun };
  if (input.type === 'delete') sim.log({ type: 'deleted', id, atMs, soft: writing.row !== null });
  else sim.log({ type: 'updated', id, atMs, touch });
  return begun.state;
}

type Act<Type extends Input['type']> = Extract<Input, { type: Type }>;

function idOf(order: Target, { source }: State): number {
  const alive = source.filter(({ deleted }) => !deleted);
  if (order === 'newest') return alive.at(-1)?.id ?? 0;
  return order === 'oldest' ? (alive[0]?.id ?? 0) : Number(order);
}

function heldOpenMs(openS: number, config: Config): number {
  return (config.commitDelayS + openS) * 1000;
}
