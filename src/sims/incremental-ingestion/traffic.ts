/** A stream of changes at random, keyed by their numbers, so that another strategy meets the same ones. */
import { exponential } from '../../engine/chance.ts';
import { calendarMs } from './calendar.ts';
import { ITEMS, newOrder } from './orders.ts';
import type { Config, IngestionSim, Kind, State } from './state.ts';
import { begin, deletion, increase, standingOf, type Writing } from './transactions.ts';

/** Of a mixed stream: so many changes place an order, so many of the rest change one; the others delete one. */
const INSERT_SHARE = 0.5;
const UPDATE_SHARE = 0.7;
/** Where commits have a limit: the database ends a transaction that is open for longer. */
export const MOST_COMMIT_S = 8;

/** Change `n`, counted from 0: the gap before it is exponential. */
export function scheduleArrival(n: number, config: Config, sim: IngestionSim): void {
  sim.schedule(exponential(sim.random('gap', n), 1000 / config.ordersPerSecond), { type: 'arrival', n });
}

/** A change comes, and with it the appointment for the next. What it wants does not depend on what has been committed. */
export function arrive(state: State, n: number, config: Config, sim: IngestionSim): State {
  scheduleArrival(n + 1, config, sim);
  const { kind, id } = wish(state, n, config, sim);
  sim.log({ type: 'began', id, kind, atMs: calendarMs(sim.nowMs, config) });
  const met = { ...state, streamed: streamedAfter(state, kind, id) };
  const writing = writingOf(met, kind, id, n, config, sim);
  if (writing === null) return met;
  const writer = n % 2 === 0 ? 1 : 2;
  return begin(met, { ...writing, writer }, commitDelayMs(n, config, sim), config, sim).state;
}

function wish(state: State, n: number, config: Config, sim: IngestionSim): { kind: Kind; id: number } {
  const insert = { kind: 'insert', id: n + 1 } as const;
  const { streamed } = state;
  if (config.changes === 'inserts' || streamed.length === 0) return insert;
  const chance = sim.random('kind', n);
  if (chance < INSERT_SHARE) return insert;
  const id = streamed[Math.floor(sim.random('target', n) * streamed.length)] ?? 0;
  return { kind: (chance - INSERT_SHARE) / (1 - INSERT_SHARE) < UPDATE_SHARE ? 'update' : 'delete', id };
}

function streamedAfter({ streamed }: State, kind: Kind, id: number): readonly number[] {
  if (kind === 'update') return streamed;
  return kind === 'insert' ? [...streamed, id] : streamed.filter((other) => other !== id);
}

/** Null where the row cannot be changed: a second writer would wait for the first one's lock; here it is turned away. */
function writingOf(state: State, kind: Kind, id: number, n: number, config: Config, sim: IngestionSim): Writing | null {
  if (kind === 'insert') {
    const item = ITEMS[Math.floor(sim.random('arrivingItem', n) * ITEMS.length)] ?? 'laptop';
    return insertion(state, id, item);
  }
  const { row, locked } = standingOf(state, id);
  if (locked || row === undefined) {
    sim.log({ type: 'turnedAway', id, locked });
    return null;
  }
  return kind === 'update' ? increase(row, true) : deletion(row, config);
}

/** A new order, with the new column where there is one. */
export function insertion(state: State, id: number, item: string, shape: 'tidy' | 'untidy' | 'bad' = 'tidy'): Writing {
  return { kind: 'insert', id, row: { ...newOrder(id, item, shape), channel: state.hasColumn ? 'web' : null } };
}

function commitDelayMs(n: number, config: Config, sim: IngestionSim): number {
  const meanMs = config.commitDelayS * 1000;
  if (config.commitSpread === 'fixed') return meanMs;
  const delayMs = exponential(sim.random('commit', n), meanMs);
  return config.commitSpread === 'capped' ? Math.min(delayMs, MOST_COMMIT_S * 1000) : delayMs;
}
