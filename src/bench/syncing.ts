/**
 * One sync: five steps, of which the learner writes the second and the fourth.
 *
 *   1 read the checkpoint    it is bound to :last_sync, :last_seen, :last_seen_id, :last_id, :last_position
 *   2 extract                the learner's query, at the source, which cannot be written to; :now is its clock
 *   3 transform              nothing: these rows are clean
 *   4 merge                  the learner's statements, in the warehouse, as one transaction
 *   5 save the checkpoint    last_sync = :now, the others from what the query returned
 *
 * A pipeline that dies does so between 4 and 5. What fails leaves the warehouse as it was.
 */
import type { Database, Sqlite } from 'sql.js';
import { bring, MOST_ROWS, openSource, readCheckpoint, saveCheckpoint } from './databases.ts';
import { explain } from './explaining.ts';
import { readStatements, type Part, type Statements } from './statements.ts';
import type { Cell, Checkpoint, Read, Row, Trace } from './trace.ts';

/** Longest text that may come out of the source. */
const LONGEST_TEXT = 10_000;

/** What the extract returned. */
export interface Delta {
  columns: readonly string[];
  rows: readonly Row[];
}
export interface Synced {
  delta: Delta;
  checkpoint: Checkpoint;
}

/** Why a statement was not run, or not to its end. */
export interface Problem {
  part: Part;
  /** SQLite's own words; '' where the bench refused before SQLite saw it. */
  message: string;
  /** The same for a learner. */
  plain: string;
  /** It was still running when its time was over. */
  ranTooLong?: true;
}

/** What stops a sync. */
export class Stopped extends Error {
  readonly problem: Problem;
  constructor(part: Part, plain: string, message = '') {
    super(plain);
    this.problem = { part, message, plain };
  }
}

/** Takes the five steps. `begin` hears of each statement before it runs, so that somebody can hold a watch. */
export function sync(
  sqlite: Sqlite,
  warehouse: Database,
  trace: Trace,
  read: Read,
  statements: Statements,
  begin: (part: Part) => void,
): Synced {
  const checkpoint = readCheckpoint(warehouse) ?? trace.checkpoint;
  const values = bound(checkpoint, read);
  begin('extract');
  const delta = extract(sqlite, trace, read, statements.extract, values);
  bring(warehouse, delta, read);
  begin('merge');
  merge(warehouse, statements.merge, values);
  if (!read.dies) saveCheckpoint(warehouse, advanced(checkpoint, delta, read));
  return { delta, checkpoint: readCheckpoint(warehouse) ?? trace.checkpoint };
}

function bound(checkpoint: Checkpoint, { now }: Read): Record<string, Cell> {
  return Object.fromEntries(Object.entries({ ...checkpoint, now }).map(([name, value]) => [`:${name}`, value as Cell]));
}

function extract(sqlite: Sqlite, trace: Trace, read: Read, sql: string, values: Record<string, Cell>): Delta {
  const { all } = asked('extract', sql);
  const source = openSource(sqlite, trace, read);
  try {
    return query(source, all[0]!.sql, values);
  } catch (error) {
    throw stoppedBy(error, 'extract', all[0]!.sql);
  } finally {
    source.close();
  }
}

function query(db: Database, sql: string, values: Record<string, Cell>): Delta {
  const prepared = db.prepare(sql);
  try {
    prepared.bind(values);
    const rows: Cell[][] = [];
    while (prepared.step()) {
      if (rows.length === MOST_ROWS)
        throw new Stopped(
          'extract',
          'The query returned more than 1,000 rows and was stopped there. The source has a handful.',
        );
      const row = prepared.get();
      if (row.some((cell) => (typeof cell === 'object' ? cell !== null : String(cell).length > LONGEST_TEXT)))
        throw new Stopped('extract', 'The query returned a value that is too long to be part of an order.');
      rows.push(row as Cell[]);
    }
    const columns = prepared.getColumnNames();
    const twice = columns.find(
      (name, at) => columns.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < at,
    );
    if (twice !== undefined)
      throw new Stopped(
        'extract',
        `The query returns two columns called ${twice}. Name one of them differently: AS another_name.`,
      );
    return { columns, rows };
  } finally {
    prepared.free();
  }
}

function merge(db: Database, sql: string, values: Record<string, Cell>): void {
  const { all } = asked('merge', sql);
  db.run('BEGIN');
  let running = '';
  try {
    for (const statement of all) {
      running = statement.sql;
      const prepared = db.prepare(running);
      try {
        prepared.bind(values);
        while (prepared.step());
      } finally {
        prepared.free();
      }
    }
    const count = Number(db.exec('SELECT count(*) FROM orders')[0]!.values[0]![0]);
    if (count > MOST_ROWS)
      throw new Stopped(
        'merge',
        'After this merge the warehouse would hold more than 1,000 rows, so it was taken back.',
      );
    db.run('COMMIT');
  } catch (error) {
    // SQLite has rolled back already after some errors, such as a full database.
    try {
      db.run('ROLLBACK');
    } catch {
      // Nothing is left to take back.
    }
    throw stoppedBy(error, 'merge', running);
  }
}

function asked(part: Part, sql: string): Extract<ReturnType<typeof readStatements>, { all: unknown }> {
  const found = readStatements(part, sql);
  if ('refusal' in found) throw new Stopped(part, found.refusal);
  return found;
}

function stoppedBy(error: unknown, part: Part, sql: string): Stopped {
  if (error instanceof Stopped) return error;
  const message = error instanceof Error && error.message !== '' ? error.message : 'unknown error';
  return new Stopped(part, explain(message, part, sql), message);
}

/** The checkpoint after this answer. A column is looked for by its name; without it that mark stays where it is. */
function advanced(before: Checkpoint, { columns, rows }: Delta, { now }: Read): Checkpoint {
  const column = (name: string): Cell[] => {
    const at = columns.findIndex((each) => each.toLowerCase() === name);
    return at < 0 ? [] : rows.map((row) => row[at] ?? null);
  };
  const numbers = (name: string): number[] => column(name).filter((cell) => typeof cell === 'number');
  const stamps = column('modified_at');
  const ids = column('id');
  const last_seen = stamps.reduce<string>(
    (most, stamp) => (typeof stamp === 'string' && stamp > most ? stamp : most),
    before.last_seen,
  );
  const there = ids.filter((id, at) => typeof id === 'number' && stamps[at] === last_seen) as number[];
  const tieBefore = last_seen === before.last_seen ? before.last_seen_id : 0;
  return {
    last_sync: now > before.last_sync ? now : before.last_sync,
    last_seen,
    last_seen_id: Math.max(tieBefore, ...there),
    last_id: Math.max(before.last_id, ...numbers('id')),
    last_position: Math.max(before.last_position, ...numbers('position')),
  };
}
