/** A trace played with the learner's statements: everything a worker does for the bench. */
import type { Sqlite } from 'sql.js';
import { openWarehouse, readOrders } from './databases.ts';
import type { Part, Statements } from './statements.ts';
import { Stopped, sync, type Delta, type Problem } from './syncing.ts';
import { dayAfter, type Checkpoint, type Row, type Trace } from './trace.ts';

/** The syncs of a trace so far, each with the statements it was run with: the learner may change them in between. */
export interface Job {
  trace: Trace;
  used: readonly Statements[];
}

/** The trace after those syncs. */
export interface Played {
  /** What the last extract returned; null before the first sync. */
  delta: Delta | null;
  warehouse: readonly Row[];
  checkpoint: Checkpoint;
  /**
   * The warehouse after one more sync a day later, the source being as the last one found it: what is still
   * wrong there stays wrong. null before the first sync, and where that sync fails.
   */
  later: readonly Row[] | null;
  /** Why that sync fails; null where it does not. */
  fails: Problem | null;
  /** Whether that sync asked for every row again, though nothing had changed: a full load. */
  readsAll: boolean;
}
export type Outcome = { played: Played } | { problem: Problem; sync: number };

/** Syncs count from 1; the one a day later is the next after the last. */
export function play(
  sqlite: Sqlite,
  { trace, used }: Job,
  begin: (sync: number, part: Part) => void = () => {},
): Outcome {
  const warehouse = openWarehouse(sqlite, trace);
  const played: Played = {
    delta: null,
    warehouse: [],
    checkpoint: trace.checkpoint,
    later: null,
    fails: null,
    readsAll: false,
  };
  let number = 1;
  try {
    for (const statements of used) {
      const read = trace.reads[number - 1]!;
      const { delta, checkpoint } = sync(sqlite, warehouse, trace, read, statements, (part) => begin(number, part));
      played.delta = delta;
      played.checkpoint = checkpoint;
      number += 1;
    }
    played.warehouse = readOrders(warehouse);
  } catch (error) {
    warehouse.close();
    if (error instanceof Stopped) return { problem: error.problem, sync: number };
    throw error;
  }
  const [last, read] = [used.at(-1), trace.reads[used.length - 1]];
  try {
    if (last && read) {
      const { delta } = sync(sqlite, warehouse, trace, dayAfter(read), last, (part) => begin(number, part));
      played.readsAll = delta.rows.length >= read.orders.length;
      played.later = readOrders(warehouse);
    }
    return { played };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { played: { ...played, fails: error.problem } };
  } finally {
    warehouse.close();
  }
}
