/**
 * A source table, a pipeline of five steps, and a warehouse.
 *
 * A transaction stamps its row when it starts and shows it to others when it commits. A sync copies
 * what it can see: everything (full), or what is stamped later than the last sync (modified_at). No
 * rule here loses a row: losses follow from a query over committed rows and from nothing else.
 *
 * Left out on purpose: crashes between steps, duplicates, ties, clocks that disagree, other cursors
 * (id, lookback, log), triggers that fail to touch modified_at. One table, one pipeline, one clock.
 */
import { exponential } from '../../engine/chance.ts';
import { calendarMs, firstSyncMs, intervalMs } from './calendar.ts';
import { DRAWN, ITEMS, newOrder, type Order, type Shape } from './orders.ts';
import { noSync, takeStep, tellLost } from './pipeline.ts';
import {
  HELD_ORDER,
  HELD_STAMP_S,
  type Config,
  type IngestionEvent,
  type IngestionSim,
  type Input,
  type Kind,
  type State,
} from './state.ts';

/** The drawn rows were last modified at this distance from each other, before the sync before the run. */
const HOUR_MS = 3_600_000;
/** How often a held transaction asks whether it may commit; also the step of `commitS`. */
const ASK_MS = 100;
/** The four orders before 42 in the run of five: milliseconds from the first sync, and to the commit. */
const EARLIER = [
  { id: 38, atMs: -9600, delayMs: 1400 },
  { id: 39, atMs: -7800, delayMs: 2200 },
  { id: 40, atMs: -6000, delayMs: 1800 },
  { id: 41, atMs: -3600, delayMs: 1600 },
] as const;

/** Orders of the stream are numbered as they come; a learner's begin far above, so that they never change the stream. */
const LEARNERS_FIRST_ID = 1001;

export function start(config: Config, sim: IngestionSim): State {
  const first = firstSyncMs(config);
  sim.schedule(first, { type: 'syncStep', step: 1 });
  const held = config.work === 'one-order' || config.work === 'five-orders';
  if (config.work === 'five-orders') {
    for (const { id, atMs, delayMs } of EARLIER) sim.schedule(first + atMs, { type: 'placed', id, delayMs });
  }
  if (held) sim.schedule(first + HELD_STAMP_S * 1000, { type: 'placed', id: HELD_ORDER, delayMs: -1 });
  if (config.work === 'traffic') scheduleArrival(0, config, sim);
  const source =
    config.work === 'eight-rows'
      ? DRAWN.map((row, place) => ({ ...row, modifiedAtMs: -intervalMs(config) - (place + 1) * HOUR_MS }))
      : [];
  return {
    source,
    transactions: [],
    warehouse: source.map((row) => ({ ...row, sync: 0 })),
    rejected: [],
    toldLost: [],
    checkpointMs: calendarMs(first, config) - intervalMs(config),
    sync: noSync,
    nextId: config.work === 'eight-rows' ? 10_000_001 : held ? HELD_ORDER + 1 : LEARNERS_FIRST_ID,
  };
}

export function step(state: State, event: IngestionEvent, config: Config, sim: IngestionSim): State {
  switch (event.type) {
    case 'placed':
      return begin(state, 'placed', insertion(event.id, placedItem(event.id)), event.delayMs, config, sim);
    case 'arrival':
      return arrive(state, event.n, config, sim);
    case 'held':
      return askToCommit(state, event.version, config, sim);
    case 'commit':
      return commit(state, event.version, config, sim);
    case 'syncStep':
      return takeStep(state, event.step, config, sim);
  }
}

export function accept(state: State, input: Input, config: Config, sim: IngestionSim): State {
  const delayMs = config.commitDelayS * 1000;
  if (input.type === 'insert') {
    const item = ITEMS[Math.floor(sim.random('item', state.nextId) * ITEMS.length)] ?? 'laptop';
    const change = insertion(state.nextId, item, input.shape);
    return begin({ ...state, nextId: state.nextId + 1 }, 'inserted', change, delayMs, config, sim);
  }
  const target = input.order === 'newest' ? (state.source.at(-1)?.id ?? 0) : Number(input.order);
  const row = state.source.find(({ id }) => id === target);
  const open = state.transactions.some(({ id, committedMs }) => id === target && committedMs === null);
  if (open || row === undefined) {
    // A second writer waits for the first one's lock; here it is turned away, so that versions stay in order.
    sim.log({ type: 'refused', id: target, locked: open });
    return state;
  }
  const { id } = row;
  if (input.type === 'delete') return begin(state, 'deleted', { kind: 'delete', id, row: null }, delayMs, config, sim);
  const after = { ...row, amountCents: row.amountCents + 500 };
  return begin(state, 'updated', { kind: 'update', id, row: after }, delayMs, config, sim);
}

/** Orders come at random, keyed by their number, so that another strategy meets the same ones. */
function arrive(state: State, n: number, config: Config, sim: IngestionSim): State {
  scheduleArrival(n + 1, config, sim);
  const item = ITEMS[Math.floor(sim.random('arrivingItem', n) * ITEMS.length)] ?? 'laptop';
  return begin(state, 'began', insertion(n + 1, item), config.commitDelayS * 1000, config, sim);
}

/** Order 42 is the laptop; its neighbours are something else. */
function placedItem(id: number): string {
  return ITEMS[Math.abs(HELD_ORDER - id) % ITEMS.length] ?? 'laptop';
}

function scheduleArrival(n: number, config: Config, sim: IngestionSim): void {
  sim.schedule(exponential(sim.random('gap', n), 1000 / config.ordersPerSecond), { type: 'arrival', n });
}

/** What a transaction will do once it commits; `row` is null for a delete. */
interface Change {
  kind: Kind;
  id: number;
  row: Order | null;
}

function insertion(id: number, item: string, shape: Shape = 'tidy'): Change {
  return { kind: 'insert', id, row: newOrder(id, item, shape, 0, 0) };
}

/** The transaction starts: the row gets its stamp, and nobody else can see it. A delay below zero is held. */
function begin(
  state: State,
  told: 'placed' | 'began' | 'inserted' | 'updated' | 'deleted',
  { kind, id, row }: Change,
  delayMs: number,
  config: Config,
  sim: IngestionSim,
): State {
  const version = state.transactions.length + 1;
  const modifiedAtMs = calendarMs(sim.nowMs, config);
  sim.log({ type: told, id, atMs: modifiedAtMs });
  if (delayMs < 0) sim.schedule(0, { type: 'held', version });
  else sim.schedule(delayMs, { type: 'commit', version });
  const transaction = {
    version,
    kind,
    id,
    startedMs: sim.nowMs,
    committedMs: null,
    row: row && { ...row, modifiedAtMs, version },
  };
  return { ...state, transactions: [...state.transactions, transaction] };
}

/** Asked again and again rather than scheduled once, because the learner may move the commit while it is open. */
function askToCommit(state: State, version: number, config: Config, sim: IngestionSim): State {
  // Half a microsecond of slack: seconds in tenths are not exact in binary.
  if (sim.nowMs + 0.0005 >= firstSyncMs(config) + config.commitS * 1000) return commit(state, version, config, sim);
  sim.schedule(ASK_MS, { type: 'held', version });
  return state;
}

/** From here on every reader sees it. */
function commit(state: State, version: number, config: Config, sim: IngestionSim): State {
  const transaction = state.transactions[version - 1];
  if (transaction === undefined) return state;
  const { id, kind, row } = transaction;
  const stampMs = calendarMs(transaction.startedMs, config);
  sim.log({
    type: config.work === 'traffic' ? 'becameVisible' : 'committed',
    id,
    kind,
    atMs: calendarMs(sim.nowMs, config),
    stampMs,
  });
  const others = state.source.filter((other) => other.id !== id);
  const committed = {
    ...state,
    source:
      row === null
        ? others
        : kind === 'insert'
          ? [...state.source, row]
          : state.source.map((old) => (old.id === id ? row : old)),
    transactions: state.transactions.map((other) =>
      other.version === version ? { ...other, committedMs: sim.nowMs } : other,
    ),
  };
  return tellLost(committed, config, sim);
}
