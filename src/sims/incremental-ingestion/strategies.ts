/**
 * How a sync finds what changed: twelve queries, and the mark each of them leaves for the next.
 *
 * Nothing here knows of transactions, crashes or time going by. A query gets the rows a reader can
 * see, and what does not exist cannot be in the answer.
 */
import { askedUpToMs, wanted } from './where-clause.ts';

export { askedUpToMs, usedMarkMs, usedWatermark } from './where-clause.ts';

/** Each with its query; as on screen they are in fields.ts. */
export type Strategy =
  /** SELECT * FROM orders. */
  | 'full'
  /** id > the largest id returned so far. */
  | 'id'
  /** modified_at > mark. */
  | 'modified-at'
  /** modified_at >= mark. */
  | 'at-least'
  /** modified_at >= mark, less what the mark's own moment has returned before (dlt). */
  | 'dedupe'
  /** modified_at >= mark if the number of rows at the mark has changed, else > mark (Airbyte, JDBC sources). */
  | 'counted'
  /** (modified_at, id) > (mark, id there), and modified_at < now − margin (Kafka Connect, JDBC source). */
  | 'compound'
  /** modified_at > mark − margin. */
  | 'lookback'
  /** modified_at > mark and modified_at <= now − margin. */
  | 'delay'
  /** modified_at > mark, at a source where a delete is an update that sets `deleted`. */
  | 'soft-delete'
  /** modified_at > mark, and the list of all ids: what is not in it is gone. */
  | 'reconcile'
  /** The changes after a position of the log, in commit order, deletes as tombstones. */
  | 'log';

/** What is kept as the mark: the source's clock when the sync starts, or the largest modified_at returned so far. */
export type Watermark = 'clock' | 'seen';

/** What a query must know of a row. */
export interface Keyed {
  id: number;
  /** Calendar time. */
  modifiedAtMs: number;
  /** The transaction that wrote it: two rows of one id and version are the same row. */
  version: number;
  /** Deleted softly: still in the table, for queries to find. */
  deleted: boolean;
}

/** An entry of the log; the log is in commit order. `row` is null for a tombstone. */
export interface Change<Row extends Keyed> {
  id: number;
  row: Row | null;
}

/** All that any of the strategies remembers from one sync to the next. Every strategy keeps all of it, so that one may follow another. */
export interface Mark {
  /** Up to here everything has been asked for, by the source's clock. */
  clockMs: number;
  /** The largest modified_at returned so far. */
  seenMs: number;
  /** The largest id returned so far. */
  seenId: number;
  /** Of the rows stamped `seenMs`: the largest id, how many the last reading that had any returned, and their versions. */
  tieId: number;
  seenCount: number;
  boundary: readonly number[];
  /** Entries of the log that have been read. Only the log strategy moves it. */
  position: number;
}

/** All that an answer depends on but the table and the log. */
export interface Asked {
  strategy: Strategy;
  watermark: Watermark;
  /** The lookback, or the delay of a read; other strategies do not use it. */
  marginMs: number;
  /** The source's clock when the sync starts; Infinity asks what any later sync might return. */
  nowMs: number;
  /** The mark it goes on from. */
  mark: Mark;
}

/** The answer, as the load step needs it. */
export interface Reading<Row extends Keyed> {
  /** Rows to write, in the order they are to be written. */
  rows: readonly Row[];
  /** Every id of the source, where the strategy sees that one is missing; else null. */
  keys: readonly number[] | null;
  /** Ids to delete: tombstones, and rows deleted softly. */
  deleted: readonly number[];
  /** What comes is newer than what is there, whatever its stamp says: the log is in commit order, a full copy is the table itself. */
  replaces: boolean;
  /** The mark it leaves. */
  next: Mark;
}

/** One query of the source. */
export function read<Row extends Keyed>(
  visible: readonly Row[],
  log: readonly Change<Row>[],
  asked: Asked,
): Reading<Row> {
  if (asked.strategy === 'log') return readLog(log, asked);
  const found = visible.filter(wanted(visible, asked));
  const seesAbsence = asked.strategy === 'full' || asked.strategy === 'reconcile';
  return {
    rows: found.filter(({ deleted }) => !deleted),
    keys: seesAbsence ? visible.filter(({ deleted }) => !deleted).map(({ id }) => id) : null,
    deleted: found.filter(({ deleted }) => deleted).map(({ id }) => id),
    replaces: asked.strategy === 'full',
    next: nextMark(asked, found),
  };
}

function readLog<Row extends Keyed>(log: readonly Change<Row>[], asked: Asked): Reading<Row> {
  const fresh = log.slice(asked.mark.position);
  const rows = fresh.flatMap(({ row }) => (row === null || row.deleted ? [] : [row]));
  return {
    rows,
    keys: null,
    // An id is never used again, so a delete is the last that happens to it, and may be applied after all rows.
    deleted: fresh.filter(({ row }) => row === null || row.deleted).map(({ id }) => id),
    replaces: true,
    next: { ...nextMark(asked, rows), position: log.length },
  };
}

/** What is saved once these rows have been returned. No mark ever goes back. */
function nextMark(asked: Asked, returned: readonly Keyed[]): Mark {
  const { mark } = asked;
  const clockMs = Math.max(mark.clockMs, askedUpToMs(asked));
  const seenMs = returned.reduce((most, { modifiedAtMs }) => Math.max(most, modifiedAtMs), mark.seenMs);
  const seenId = returned.reduce((most, { id }) => Math.max(most, id), mark.seenId);
  const there = returned.filter(({ modifiedAtMs }) => modifiedAtMs === seenMs);
  if (there.length === 0) return { ...mark, clockMs, seenId };
  const before = seenMs === mark.seenMs ? mark : { tieId: 0, boundary: [] };
  const known = new Set([...before.boundary, ...there.map(({ version }) => version)]);
  return {
    ...mark,
    clockMs,
    seenMs,
    seenId,
    tieId: there.reduce((most, { id }) => Math.max(most, id), before.tieId),
    seenCount: there.length,
    boundary: [...known],
  };
}
