/** What a run is made of: its settings, its state, what may happen in it and what the learner may do. */
import type { Sim } from '../../engine/simulation.ts';
import type { Fact } from './facts.ts';
import type { Loaded, Order, Shape } from './orders.ts';
import type { Change, Mark, Strategy, Watermark } from './strategies.ts';
import type { Books, Sync, SyncRecord } from './sync.ts';

/** What the source begins with and what comes to it; see source-fields.ts. */
export type Work = 'one-order' | 'five-orders' | 'eight-rows' | 'traffic' | 'traced' | 'recorded';
/** When the new mark is saved: after the load, before it, or with it in one transaction. */
export type Checkpointing = 'after' | 'before' | 'together';

/** A type, not an interface: the engine reads it as a plain record of values. */
export type Config = {
  work: Work;
  strategy: Strategy;
  watermark: Watermark;
  /** How far a lookback reaches behind the mark, or how far a delayed read (and a compound cursor) stays behind now. */
  marginS: number;
  /** A merge replaces the row of the same id; an append only adds. */
  load: 'merge' | 'append';
  /** In a merge a row with an older stamp does not replace a newer one. */
  newestWins: boolean;
  checkpoint: Checkpointing;
  /** Between two syncs: a day, or so many seconds. */
  every: 'day' | '60' | '30' | '15';
  /** When order 42 commits, in seconds from the first sync. Below zero is before it. */
  commitS: number;
  /** From the stamp to the commit, for every other transaction: each, on average, or on average with a limit of 8 s. */
  commitDelayS: number;
  commitSpread: 'fixed' | 'exponential' | 'capped';
  /** Changes of the stream, of whatever kind, on average. */
  ordersPerSecond: number;
  /** Whether the stream also changes and deletes what it has placed. */
  changes: 'inserts' | 'mixed';
  /** What `modified_at` is rounded to: 0 keeps milliseconds, 1 whole seconds. */
  stampS: 0 | 1;
  /** The second writer's clock is behind by so much; every second transaction of the stream is theirs. */
  skewS: number;
  /** How many times dearer it is to merge a row than to copy it. */
  mergeFactor: number;
  /** Run time between the steps of a sync; 0 makes them one act, told as one fact. */
  stepS: number;
};

/** What a transaction does to its row; a soft delete is a delete. */
export type Kind = 'insert' | 'update' | 'delete';
/** One change of one row. */
export interface Transaction {
  /** Counts from 1; the version of the row it writes. */
  version: number;
  kind: Kind;
  id: number;
  /** 2 for the writer whose clock may be behind. */
  writer: 1 | 2;
  /** Run time, for drawing. */
  startedMs: number;
  /** Run time; null while nobody else can see it. */
  committedMs: number | null;
  /** Calendar time: what its row says in `modified_at`. An update that does not touch it says what the row said before. */
  stampMs: number;
  /** What it will leave in the table; null for a delete that leaves nothing. */
  row: Order | null;
}

/** The rows a learner may change: the eight drawn ones by id, and whichever came first or last. */
export type Target = '17' | '42' | '108' | '256' | '1024' | '4711' | '65536' | '700123' | 'oldest' | 'newest';

/** Both tables and the pipeline between them. Whether a row is lost is not kept here but worked out in tally.ts. */
export interface State {
  /** The table as every reader sees it, and the truth the warehouse is judged by. Rows deleted softly are still in it. */
  source: readonly Order[];
  /** All since the start of the run, oldest first. Those of one id are its history. */
  transactions: readonly Transaction[];
  /** What has been committed, in the order of the commits. */
  log: readonly Change<Order>[];
  /** Its rows; after an append an id may be there more than once. */
  warehouse: readonly Loaded[];
  /** Versions kept out by the transform step, on purpose and with a report. */
  rejected: readonly number[];
  /** Versions already told to be lost. */
  toldLost: readonly number[];
  /** The mark as saved. */
  checkpoint: Mark;
  /** The sync under way, or the last one, with all it holds in its hands. */
  sync: Sync;
  /** Every sync begun, oldest first: sync n is at n − 1. Crashed ones are in it, with the moment and the step. */
  syncs: readonly SyncRecord[];
  /** Sums over all syncs. */
  books: Books;
  /** Of the next order that the learner inserts. */
  nextId: number;
  /** Ids that the stream has placed and not deleted: what its next change may hit. The same whatever is committed. */
  streamed: readonly number[];
  /** The table has the new column. */
  hasColumn: boolean;
  /** Versions written by a backfill; the rows that are counted and not drawn go the way of these. */
  backfilled: readonly number[];
}

/** What is still to come. `delayMs` is from stamp to commit, below zero for the order with the handle. */
export type IngestionEvent =
  | { type: 'placed'; id: number; delayMs: number }
  | { type: 'arrival'; n: number }
  | { type: 'commit'; version: number }
  | { type: 'held'; version: number }
  /** A sync of the schedule. */
  | { type: 'due' }
  /** The pipeline comes back after the crash of that sync. */
  | { type: 'restart'; sync: number }
  | { type: 'syncStep'; sync: number; step: number };

/** `openS` is on top of `commitDelayS`. */
export type Input =
  | { type: 'insert'; shape: Shape; openS: number }
  | { type: 'update'; order: Target; touch: 'yes' | 'no'; openS: number }
  | { type: 'delete'; order: Target; openS: number }
  | { type: 'crash' }
  | { type: 'migrate'; backfill: 'yes' | 'no' }
  | { type: 'sync' };

/** The engine's hand, for this model's events and facts. */
export type IngestionSim = Sim<IngestionEvent, Fact>;

/** The order with the handle, and how long before the first sync it is stamped. */
export const HELD_ORDER = 42;
/** In seconds, so below zero. */
export const HELD_STAMP_S = -2;
