import initSqlJs, { type Sqlite } from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/bench/judging.ts';
import { play, type Outcome, type Played } from '../../src/bench/playing.ts';
import { naive, type Statements } from '../../src/bench/statements.ts';
import type { Trace } from '../../src/bench/trace.ts';
import { made, stamp } from './made.ts';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await initSqlJs();
});

const late = made(
  [
    { op: 'c', id: 41, startS: -6, commitS: -5 },
    { op: 'c', id: 42, startS: -2, commitS: 3 },
  ],
  [{ atS: 0 }, { atS: 10 }],
);
const plain = made([{ op: 'c', id: 1, startS: 1, commitS: 2 }], [{ atS: 5 }, { atS: 10 }]);
const outcome = (trace: Trace, statements: Partial<Statements>): Outcome =>
  play(sqlite, { trace, used: trace.reads.map(() => ({ ...naive, ...statements })) });
const played = (trace: Trace, statements: Partial<Statements>): Played => {
  const found = outcome(trace, statements);
  if ('problem' in found) throw new Error(found.problem.plain);
  return found.played;
};
const stopped = (statements: Partial<Statements>) => {
  const found = outcome(plain, statements);
  if ('played' in found) throw new Error('it ran');
  return found.problem;
};
const truth = (trace: Trace) => trace.reads.at(-1)!.orders;
const upsert =
  'CREATE UNIQUE INDEX IF NOT EXISTS one_per_id ON orders (id);\n' +
  'INSERT INTO orders SELECT * FROM delta WHERE true\n' +
  'ON CONFLICT (id) DO UPDATE SET item = excluded.item, amount = excluded.amount, modified_at = excluded.modified_at';

describe('a sync', () => {
  test('loses a row stamped before it and committed after it, and never brings it', () => {
    const { warehouse, later } = played(late, {});
    expect(warehouse.map(([id]) => id)).toEqual([41]);
    expect(judge(later!, truth(late)).lost).toEqual([42]);
  });

  test('gets that row when it asks for eight seconds more, and resends the others: an insert then doubles them', () => {
    const extract = "SELECT * FROM orders WHERE modified_at > datetime(:last_sync, '-8 seconds')";
    expect(judge(played(late, { extract }).later!, truth(late))).toEqual({
      lost: [],
      duplicated: [41],
      stale: [],
      ghosts: [],
    });
    expect(judge(played(late, { extract, merge: upsert }).later!, truth(late)).duplicated).toEqual([]);
  });

  test('a read that stays eight seconds behind loses nothing either, though it has the row a sync later', () => {
    const extract =
      "SELECT * FROM orders WHERE modified_at > datetime(:last_sync, '-8 seconds') AND modified_at <= datetime(:now, '-8 seconds')";
    const { warehouse, later } = played(late, { extract });
    expect(warehouse.map(([id]) => id)).toEqual([41, 42]);
    expect(judge(later!, truth(late)).duplicated).toEqual([]);
  });

  test('saves as its mark the clock at its start, the newest stamp returned with its largest id, and the last position', () => {
    const trace = made(
      [
        { op: 'c', id: 9, startS: 1, commitS: 2 },
        { op: 'c', id: 7, startS: 3, commitS: 3 },
        { op: 'c', id: 8, startS: 3, commitS: 4 },
      ],
      [{ atS: 5 }],
    );
    expect(played(trace, {}).checkpoint).toEqual({
      last_sync: stamp(5),
      last_seen: stamp(3),
      last_seen_id: 8,
      last_id: 9,
      last_position: 0,
    });
    const extract = 'SELECT * FROM changes WHERE position > :last_position';
    const merge = 'INSERT INTO orders SELECT id, item, amount, modified_at FROM delta';
    expect(played(trace, { extract, merge }).checkpoint.last_position).toBe(3);
  });

  test('that dies after its load is in the warehouse and not in the checkpoint: the retry loads it again', () => {
    const trace = made([{ op: 'c', id: 1, startS: 1, commitS: 2 }], [{ atS: 5, dies: true }, { atS: 7 }]);
    expect(judge(played(trace, {}).later!, truth(trace)).duplicated).toEqual([1]);
    expect(judge(played(trace, { merge: upsert }).later!, truth(trace)).duplicated).toEqual([]);
    const together = 'INSERT INTO orders SELECT * FROM delta; UPDATE checkpoint SET last_sync = :now';
    expect(judge(played(trace, { merge: together }).later!, truth(trace)).duplicated).toEqual([]);
  });

  test('finds no deleted row: it stays as a ghost until the merge compares the keys, or reads the log', () => {
    const trace = made(
      [
        { op: 'c', id: 1, startS: 1, commitS: 2 },
        { op: 'd', id: 1, startS: 6, commitS: 6 },
      ],
      [{ atS: 5 }, { atS: 10 }],
    );
    expect(judge(played(trace, {}).later!, truth(trace)).ghosts).toEqual([1]);
    const merge = `${naive.merge}; DELETE FROM orders WHERE id NOT IN (SELECT id FROM keys)`;
    expect(judge(played(trace, { merge }).later!, truth(trace)).ghosts).toEqual([]);
  });

  test('that fails leaves the warehouse as it was, and can be run again with other statements', () => {
    const merge = 'INSERT INTO orders SELECT * FROM delta; INSERT INTO orders VALUES (1)';
    expect(outcome(plain, { merge })).toMatchObject({
      sync: 1,
      problem: { part: 'merge', message: 'table orders has 4 columns but 1 values were supplied' },
    });
    const used = [naive, { ...naive, merge: upsert }];
    expect(play(sqlite, { trace: plain, used })).toMatchObject({
      played: { warehouse: [[1, 'item 1', 101, stamp(1)]] },
    });
  });
});

describe('what is refused, and how it is said', () => {
  test.each<[Partial<Statements>, string, RegExp]>([
    [{ extract: 'SELEC * FROM orders' }, '', /An extract begins with SELECT or WITH, not with SELEC\./],
    [{ extract: 'SELECT * FORM orders' }, 'near "FORM": syntax error', /everything up to “FORM”/],
    [{ extract: 'SELECT * FROM orders WHERE' }, 'incomplete input', /ends before it is complete/],
    [{ extract: 'SELECT price FROM orders' }, 'no such column: price', /Orders have id, item, amount, modified_at/],
    [
      { extract: 'SELECT * FROM delta' },
      'no such table: delta',
      /The extract runs at the source, which has orders and changes/,
    ],
    [
      { merge: 'INSERT INTO orders SELECT * FROM changes' },
      'no such table: changes',
      /The merge runs in the warehouse/,
    ],
    [
      { extract: 'SELECT * FROM orders WHERE modified_at > now()' },
      'no such function: now',
      /clock at the start of this sync is :now/,
    ],
    [
      { extract: 'SELECT * FROM orders WHERE modified_at > :last_snyc' },
      '',
      /There is no :last_snyc here\. There are: :now, :last_sync/,
    ],
    [{ extract: '' }, '', /There is no query in the extract\./],
    [{ extract: 'DELETE FROM orders' }, '', /The extract only reads; DELETE writes/],
    [
      { extract: 'WITH a AS (SELECT 1) DELETE FROM orders' },
      'attempt to write a readonly database',
      /may look and not touch/,
    ],
    [{ extract: 'SELECT 1; SELECT 2' }, '', /one query, and here are 2/],
    [{ extract: 'SELECT id, id FROM orders' }, '', /two columns called id/],
    [{ merge: 'DROP TABLE orders' }, '', /^The merge asks for DROP, which is not run here.* A merge may use INSERT/],
    [{ extract: 'DROP TABLE orders' }, '', /^The extract asks for DROP, .* An extract is one query/],
    [{ extract: 'BEGIN' }, '', /An extract begins with SELECT or WITH, not with BEGIN/],
    [{ merge: "ATTACH 'x' AS y" }, '', /ATTACH, which is not run here/],
    [{ merge: 'PRAGMA query_only = OFF' }, '', /PRAGMA, which is not run here/],
    [{ merge: 'BEGIN; DELETE FROM orders; COMMIT' }, '', /BEGIN is not needed/],
    [{ merge: 'DELETE FROM sqlite_master' }, 'table sqlite_master may not be modified', /belongs to SQLite itself/],
    [
      { merge: 'INSERT INTO orders SELECT * FROM delta ON CONFLICT (id) DO NOTHING' },
      'near "DO": syntax error',
      /write WHERE true before ON CONFLICT/,
    ],
    [
      { merge: 'INSERT INTO orders SELECT * FROM delta WHERE true ON CONFLICT (id) DO NOTHING' },
      'ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint',
      /CREATE UNIQUE INDEX IF NOT EXISTS/,
    ],
    [
      {
        extract: 'SELECT * FROM orders',
        merge: 'CREATE UNIQUE INDEX IF NOT EXISTS k ON orders (id); INSERT INTO orders SELECT * FROM delta',
      },
      'UNIQUE constraint failed: orders.id',
      /A row with this id is there already/,
    ],
    [
      { extract: 'WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n' },
      '',
      /more than 1,000 rows/,
    ],
    [
      {
        merge:
          'INSERT INTO orders WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i, i, i FROM n',
      },
      'database or disk is full',
      /room for about 1,000 rows/,
    ],
    [{ extract: "SELECT printf('%020000d', 1) AS id" }, '', /too long to be part of an order/],
  ])('%j', (statements, message, plain) => {
    const problem = stopped(statements);
    expect(problem.message).toBe(message);
    expect(problem.plain).toMatch(plain);
  });

  test('more than 1,000 rows after a merge are taken back', () => {
    const merge =
      'INSERT INTO orders WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) SELECT i, i, i, i FROM n';
    expect(stopped({ merge }).plain).toMatch(/more than 1,000 rows, so it was taken back/);
  });
});
