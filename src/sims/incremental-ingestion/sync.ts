/** What is known of syncs: the one under way, all that have been, and their sums. */
import type { Loaded, Order, Transformed } from './orders.ts';
import type { Checkpointing } from './state.ts';
import type { Asked, Mark, Strategy, Watermark } from './strategies.ts';

/** The sync under way, or the last one. */
export interface Sync {
  /** Counts from 1; 0 before the first. A retry is a sync of its own. */
  number: number;
  /** How many steps it has taken, 1 to 5; 0 before the first sync. */
  step: number;
  /** 'down' from a crash to the restart. */
  status: 'idle' | 'running' | 'down';
  /** As it was when the sync began: it decides the order of this sync's steps. */
  checkpoint: Checkpointing;
  /** Run time. */
  startedMs: number;
  /** Run time at which it read the table. */
  readMs: number;
  /** What it asked: strategy and margin as they were when the table was read, the mark as found at step 1. */
  asked: Asked;
  /** What it will save. */
  next: Mark;
  /** What the query returned: rows, ids to delete, every id where it asked for them, and how many rows that are not drawn. */
  delta: readonly Order[];
  tombstones: readonly number[];
  keys: readonly number[] | null;
  /** As in `Reading`. */
  replaces: boolean;
  /** Rows it returned that are counted and not drawn. */
  undrawn: number;
  /** The delta has been read and is not yet in the warehouse: a crash would drop it. */
  inHands: boolean;
  /** Empty until the transform step. */
  transformed: Transformed;
  /** The warehouse as it will be once load and checkpoint are committed together. */
  staged: readonly Loaded[] | null;
  /** It loads by appending. */
  appends: boolean;
  /** What its load did, as in `Merged`. */
  inserted: number;
  updated: number;
  deleted: number;
  resent: number;
}

/** One line of the syncs' history. Run time, but for the stamps asked for, which are calendar time. */
export interface SyncRecord {
  /** Counts from 1. */
  number: number;
  startedMs: number;
  /** null while it has not read the table. */
  readMs: number | null;
  /** As they were when it read the table; before that, when it began. */
  strategy: Strategy;
  watermark: Watermark;
  /**
   * It asked for stamps after `fromMs`, with >= for that one too, up to `upToMs`. Both are null before it asked, `fromMs`
   * also where it did not ask by stamps.
   */
  fromMs: number | null;
  upToMs: number | null;
  /** The mark it had, in calendar time; null where it did not ask by stamps. */
  markMs: number | null;
  /** Rows returned, and how many of the drawn ones the warehouse had already. */
  rows: number | null;
  resent: number;
  /** Versions of the drawn rows it returned, without those from before the run. */
  returned: readonly number[];
  /** Run time at which its rows were in the warehouse; null while they are not. */
  loadedMs: number | null;
  outcome: 'running' | 'succeeded' | 'crashed';
  /** Steps taken when it crashed or ended. */
  step: number;
  /** null where it did not crash. */
  crashedMs: number | null;
}

/** What measures need of all syncs, so that none has to be gone through again. */
export interface Books {
  /** Run time at which the last *loaded* sync had read the table; null before the first. */
  loadedReadMs: number | null;
  /** Calendar time: up to this stamp the last loaded sync asked; null before the first. */
  loadedUpToMs: number | null;
  /** The most the warehouse has been behind just before a load. */
  stalestMs: number;
  /** How many rows the last query returned; null before the first. */
  lastRows: number | null;
  /** How many rows all queries returned, how many ids beside them, and of the drawn rows how many and how many again. */
  rows: number;
  keys: number;
  drawn: number;
  resent: number;
  crashes: number;
  /** Queries that read the log. */
  logReads: number;
  /** Loads by appending, after which an id may be there more than once. */
  appends: number;
}

/** Before the first sync. */
export const noBooks: Books = {
  loadedReadMs: null,
  loadedUpToMs: null,
  stalestMs: 0,
  lastRows: null,
  rows: 0,
  keys: 0,
  drawn: 0,
  resent: 0,
  crashes: 0,
  logReads: 0,
  appends: 0,
};

/** Before the first sync. */
export function noSync(mark: Mark): Sync {
  return {
    number: 0,
    step: 0,
    status: 'idle',
    checkpoint: 'after',
    startedMs: 0,
    readMs: 0,
    asked: { strategy: 'modified-at', watermark: 'clock', marginMs: 0, nowMs: 0, mark },
    next: mark,
    delta: [],
    tombstones: [],
    keys: null,
    replaces: false,
    undrawn: 0,
    inHands: false,
    transformed: { clean: [], rejected: [], trimmed: 0, converted: 0 },
    staged: null,
    appends: false,
    inserted: 0,
    updated: 0,
    deleted: 0,
    resent: 0,
  };
}
