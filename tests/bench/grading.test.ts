import initSqlJs, { type Sqlite } from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { answers, hints } from '../../src/bench/answers.ts';
import { gradeTrace, passes, sayGrade, sayGrades, smallestFailing, type Grade } from '../../src/bench/grading.ts';
import { sourceNotes, warehouseNotes } from '../../src/bench/judging.ts';
import { play } from '../../src/bench/playing.ts';
import { naive, type Statements } from '../../src/bench/statements.ts';
import { allTraces, traceNames } from '../../src/bench/traces.ts';
import { made } from './made.ts';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await initSqlJs();
});
const traces = allTraces();

async function graded(statements: Partial<Statements>): Promise<Grade[]> {
  const both = { ...naive, ...statements };
  return Promise.all(traces.map((trace) => gradeTrace(trace, both, async (job) => play(sqlite, job))));
}
const failing = (grades: readonly Grade[]): string[] =>
  grades.filter((grade) => !passes(grade)).map(({ trace }) => trace.id);
const said = (grades: readonly Grade[], id: string): string => sayGrade(grades.find(({ trace }) => trace.id === id)!);

const deleteAndInsert = 'DELETE FROM orders WHERE id IN (SELECT id FROM delta); INSERT INTO orders SELECT * FROM delta';
const withKeys = 'DELETE FROM orders WHERE id NOT IN (SELECT id FROM keys)';
const upsert = `CREATE UNIQUE INDEX IF NOT EXISTS one_per_id ON orders (id);
INSERT INTO orders SELECT * FROM delta WHERE true
ON CONFLICT (id) DO UPDATE SET item = excluded.item, amount = excluded.amount, modified_at = excluded.modified_at
WHERE excluded.modified_at >= orders.modified_at`;

describe('the traces', () => {
  test('are six, each with two or three syncs and a hint', () => {
    expect(traces.map(({ id }) => id)).toEqual(traceNames);
    for (const { id, reads } of traces) {
      expect(reads.length, id).toBeGreaterThanOrEqual(2);
      expect(hints[id as (typeof traceNames)[number]]).toMatch(/\.$/);
    }
  });

  test('stamp in whole seconds, so that a stamp can be compared as text and moved by datetime()', () => {
    for (const { log, reads } of traces) {
      for (const stamp of [...log.map(({ modified_at }) => modified_at), ...reads.map(({ now }) => now)])
        if (stamp !== null) expect(stamp).toMatch(/^2024-01-02 12:00:\d\d$/);
    }
  });

  test('end with a source that is what its log says', () => {
    for (const { log, reads } of traces) {
      const { orders, logged } = reads.at(-1)!;
      const rows = new Map<number, unknown>();
      for (const { position: _, op, ...row } of log.slice(0, logged))
        if (op === 'd') rows.delete(row.id);
        else rows.set(row.id, row);
      expect(new Map(orders.map((row) => [row.id, row]))).toEqual(rows);
    }
  });
});

describe('the grader', () => {
  test('what is written first passes the plain trace and no other, and each of the others in its own way', async () => {
    const grades = await graded(naive);
    expect(failing(grades)).toEqual(traceNames.slice(1));
    expect(said(grades, 'trace-plain')).toBe('Every row is right.');
    expect(said(grades, 'trace-update')).toBe('Order 1 is there more than once.');
    expect(said(grades, 'trace-delete')).toBe('Order 1 is a ghost.');
    expect(said(grades, 'trace-tie')).toBe('Order 3 is lost.');
    expect(said(grades, 'trace-late')).toBe('Order 1 is lost.');
    expect(said(grades, 'trace-crash')).toBe('Orders 1 and 2 are there more than once.');
    expect(smallestFailing(grades)!.trace.id).toBe('trace-late');
    expect(sayGrades(grades, traces.length)).toBe(
      '1 of 6 stories pass. The smallest that fails is “A late commit”. Order 1 is lost.',
    );
  });

  test.each<[string, Partial<Statements>, readonly string[]]>([
    ['a merge that deletes and inserts', { merge: deleteAndInsert }, ['trace-delete', 'trace-tie', 'trace-late']],
    ['an upsert', { merge: upsert }, ['trace-delete', 'trace-tie', 'trace-late']],
    ['an upsert and the keys', { merge: `${upsert}; ${withKeys}` }, ['trace-tie', 'trace-late']],
    [
      'at least, an upsert and the keys: the late commit is lost all the same',
      { extract: 'SELECT * FROM orders WHERE modified_at >= :last_sync', merge: `${upsert}; ${withKeys}` },
      ['trace-late'],
    ],
    [
      'an id cursor: it sees no update, and loses the late commit',
      { extract: 'SELECT * FROM orders WHERE id > :last_id', merge: `${upsert}; ${withKeys}` },
      ['trace-update', 'trace-late'],
    ],
    [
      'a mark of the newest stamp seen: it loses the late commit as well',
      { extract: 'SELECT * FROM orders WHERE modified_at >= :last_seen', merge: `${upsert}; ${withKeys}` },
      ['trace-late'],
    ],
    [
      'DO NOTHING: the update never arrives',
      {
        merge:
          'CREATE UNIQUE INDEX IF NOT EXISTS k ON orders (id); INSERT INTO orders SELECT * FROM delta WHERE true ON CONFLICT DO NOTHING',
      },
      ['trace-update', 'trace-delete', 'trace-tie', 'trace-late'],
    ],
    [
      'a lookback, an upsert and the keys',
      {
        extract: "SELECT * FROM orders WHERE modified_at > datetime(:last_sync, '-8 seconds')",
        merge: `${upsert}; ${withKeys}`,
      },
      [],
    ],
    [
      'a read delay: what it has not got yet comes with the next sync, and is not lost',
      {
        extract:
          "SELECT * FROM orders WHERE modified_at > datetime(:last_sync, '-8 seconds') AND modified_at <= datetime(:now, '-8 seconds')",
        merge: `${upsert}; ${withKeys}`,
      },
      [],
    ],
  ])('%s', async (_, statements, expected) => {
    expect(failing(await graded(statements))).toEqual(expected);
  });

  test.each(answers)('the solution “$label” passes every trace, and is no full load', async ({ statements }) => {
    const grades = await graded(statements);
    expect(failing(grades)).toEqual([]);
    expect(sayGrades(grades, traces.length)).toBe('All 6 stories pass: no row is lost, duplicated, stale or a ghost.');
  });

  test('a full load passes too, and is called one', async () => {
    const grades = await graded({
      extract: 'SELECT * FROM orders',
      merge: 'DELETE FROM orders; INSERT INTO orders SELECT * FROM delta',
    });
    expect(sayGrades(grades, traces.length)).toMatch(/^All 6 stories pass: .* so this is a full load\./);
  });

  test('says of statements that fail which sync failed, and in the words of its message', async () => {
    const grades = await graded({
      merge: 'CREATE UNIQUE INDEX IF NOT EXISTS k ON orders (id); INSERT INTO orders SELECT * FROM delta',
    });
    expect(failing(grades)).toEqual(['trace-update', 'trace-delete', 'trace-tie', 'trace-late', 'trace-crash']);
    expect(said(grades, 'trace-update')).toMatch(/^The merge of sync 2 fails\. A row with this id is there already/);
  });

  test('a sync that would fail a day later fails the trace', async () => {
    const trace = made([{ op: 'c', id: 1, startS: 1, commitS: 1 }], [{ atS: 5 }]);
    const statements = {
      extract: 'SELECT * FROM orders',
      merge: 'CREATE UNIQUE INDEX IF NOT EXISTS k ON orders (id); INSERT INTO orders SELECT * FROM delta',
    };
    const grade = await gradeTrace(trace, statements, async (job) => play(sqlite, job));
    expect(passes(grade)).toBe(false);
    expect(sayGrade(grade)).toMatch(/^The merge of the sync of the next day fails\./);
  });
});

describe('marks', () => {
  const stamp = '2024-01-02 12:00:01';
  const truth = [1, 2, 3, 4].map((id) => ({ id, item: 'mug', amount: 9, modified_at: stamp }));
  const row = (id: number, amount = 9) => [id, 'mug', amount, stamp];

  test('tell what is wrong for good from what the next sync will bring', () => {
    const now = [row(1), row(3, 8), row(5), row(6)];
    const later = [row(1), row(2), row(3, 8), row(6)];
    expect(sourceNotes(now, later, truth)).toEqual([
      { mark: 'good', say: 'copied' },
      { mark: 'wait', say: 'for the next sync' },
      { mark: 'harm', say: 'newer than the copy' },
      { mark: 'harm', say: 'lost' },
    ]);
    expect(warehouseNotes(now, later, truth)).toEqual([
      { mark: 'good', say: 'right' },
      { mark: 'harm', say: 'out of date' },
      { mark: 'wait', say: 'ghost, until the next sync' },
      { mark: 'harm', say: 'ghost' },
    ]);
  });
});
