/** What a run is made of: its settings, its state, what may happen in it and what the learner may do. */
import type { Sim } from '../../engine/simulation.ts';
import type { Fact } from './facts.ts';
import type { Loaded, Order, Shape } from './orders.ts';
import type { Sync } from './pipeline.ts';

type Work = 'one-order' | 'five-orders' | 'eight-rows' | 'traffic';
export type Strategy = 'modified-at' | 'full';

// A type, not an interface: the engine reads it as a plain record of values.
export type Config = {
  work: Work;
  strategy: Strategy;
  /** Between two syncs: a day, or so many seconds. */
  every: 'day' | '60' | '30' | '15';
  /** When order 42 commits, in seconds from the first sync. Below zero is before it. */
  commitS: number;
  /** From the stamp to the commit, for every other transaction. */
  commitDelayS: number;
  ordersPerSecond: number;
  /** Run time between the steps of a sync; 0 makes them one act, told as one fact. */
  stepS: number;
};

export type Kind = 'insert' | 'update' | 'delete';
export interface Transaction {
  /** Counts from 1; the version of the row it writes. */
  version: number;
  kind: Kind;
  id: number;
  /** Run time, for drawing; the row's own stamp is in calendar time. */
  startedMs: number;
  /** Run time; null while nobody else can see it. */
  committedMs: number | null;
  /** What it will leave in the table; null for a delete. */
  row: Order | null;
}

export interface State {
  /** What every reader sees, and the truth the warehouse is judged by. */
  source: readonly Order[];
  /** All since the start of the run, oldest first. */
  transactions: readonly Transaction[];
  warehouse: readonly Loaded[];
  /** Versions kept out by the transform step, on purpose and with a report. */
  rejected: readonly number[];
  /** Versions already told to be lost. */
  toldLost: readonly number[];
  /** Calendar time of the last sync, as saved: the watermark. */
  checkpointMs: number;
  /** The sync under way, or the last one. */
  sync: Sync;
  nextId: number;
}

/** The rows a learner may change: the eight drawn ones by id, and whichever came last. */
export type Target = '17' | '42' | '108' | '256' | '1024' | '4711' | '65536' | '700123' | 'newest';

export type IngestionEvent =
  | { type: 'placed'; id: number; delayMs: number }
  | { type: 'arrival'; n: number }
  | { type: 'commit'; version: number }
  | { type: 'held'; version: number }
  | { type: 'syncStep'; step: number };

export type Input =
  { type: 'insert'; shape: Shape } | { type: 'update'; order: Target } | { type: 'delete'; order: Target };

export type IngestionSim = Sim<IngestionEvent, Fact>;

/** The order with the handle, and how long before the first sync it is stamped. */
export const HELD_ORDER = 42;
export const HELD_STAMP_S = -2;
