/**
 * A trace: what a source did, when the pipeline read it, and what the pipeline knew before.
 *
 * Plain data, so that it can go to a worker. Column names are written as they are in the tables.
 */

export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A row of `orders`, at the source or in the warehouse. */
export interface OrderRow {
  id: number;
  item: string;
  /** In dollars. */
  amount: number;
  /** "2024-01-02 12:00:00", so that comparing texts compares times. */
  modified_at: string;
}

/** An entry of the source's log: created, updated, deleted. Of a deleted row only the id is left. */
export interface ChangeRow {
  /** Counts from 1 in the order of the commits. */
  position: number;
  op: 'c' | 'u' | 'd';
  id: number;
  item: string | null;
  amount: number | null;
  modified_at: string | null;
}

/** The one row of `checkpoint`. Nothing in it ever goes back. */
export interface Checkpoint {
  /** The source's clock when the last sync began. */
  last_sync: string;
  /** The largest modified_at returned so far, and the largest id that came with it. */
  last_seen: string;
  last_seen_id: number;
  /** The largest id returned so far. */
  last_id: number;
  /** The largest position in the log returned so far. */
  last_position: number;
}

/** One attempt to sync: what its extract can see. */
export interface Read {
  /** The source's clock when the sync begins. */
  now: string;
  orders: readonly OrderRow[];
  /** How many entries of the log are written. */
  logged: number;
  /** The pipeline dies when it has loaded, before it saves the checkpoint. */
  dies: boolean;
}

/** A transaction, for drawing. */
export interface Bar {
  op: ChangeRow['op'];
  id: number;
  /** Milliseconds of the run. */
  startedMs: number;
  /** null where it is still open when the trace ends. */
  committedMs: number | null;
  /** What it writes as modified_at, and the source's clock when others can see it. */
  stamped: string;
  committed: string | null;
}

export interface Trace {
  /** The scenario's name in the simulation. */
  id: string;
  title: string;
  warehouse: readonly OrderRow[];
  checkpoint: Checkpoint;
  log: readonly ChangeRow[];
  reads: readonly Read[];
  bars: readonly Bar[];
  /** When the reads are, in milliseconds of the run. */
  readsMs: readonly number[];
  untilMs: number;
}

export const orderColumns = ['id', 'item', 'amount', 'modified_at'] as const;
export const changeColumns = ['position', 'op', ...orderColumns] as const;
export const checkpointColumns = ['last_sync', 'last_seen', 'last_seen_id', 'last_id', 'last_position'] as const;

/** The same source a day after a read, with nothing new in it: what is not there by then never will be. */
export function dayAfter(read: Read): Read {
  const [day = '', time = ''] = read.now.split(' ');
  // Traces stay within January 2024.
  const next = String(Number(day.slice(8)) + 1).padStart(2, '0');
  return { ...read, now: `${day.slice(0, 8)}${next} ${time}`, dies: false };
}
