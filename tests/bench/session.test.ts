import initSqlJs, { type Sqlite } from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { answers, hints } from '../../src/bench/answers.ts';
import { play, type Job, type Outcome } from '../../src/bench/playing.ts';
import { Session } from '../../src/bench/session.ts';
import { checkpointCells, deltaTable, sourceTable, warehouseTable } from '../../src/bench/showing.ts';
import { naive, type Statements } from '../../src/bench/statements.ts';
import { sayBar } from '../../src/bench/strip.ts';
import { allTraces, traceOf } from '../../src/bench/traces.ts';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await initSqlJs();
});
const traces = allTraces();
const late = traces.find(({ id }) => id === 'trace-late')!;

function begin(run: (job: Job) => Promise<Outcome> = async (job) => play(sqlite, job)) {
  const kept: Statements[] = [];
  const session = new Session({
    traces,
    first: late,
    statements: naive,
    play: run,
    show: () => {},
    keep: (statements) => kept.push(statements),
  });
  return { session, kept };
}

describe('at the bench', () => {
  test('both syncs succeed, and then an order is at the source and not in the warehouse', async () => {
    const { session } = begin();
    await session.sync();
    expect(session.view.said).toBe('Sync 1 of 2 succeeded. The extract returned 1 row. No row is wrong for good.');
    await session.sync();
    expect(session.view.said).toBe('Sync 2 of 2 succeeded. The extract returned nothing. Order 1 is lost.');
    expect(sourceTable(session.view).rows.map(({ cells, note }) => [cells[0], note?.say])).toEqual([
      ['2', 'copied'],
      ['1', 'lost'],
    ]);
    expect(warehouseTable(session.view).rows.map(({ cells, note }) => [cells[0], note?.say])).toEqual([
      ['2', 'right'],
      ['1', 'never came'],
    ]);
    expect(deltaTable(session.view)!.rows).toEqual([]);
    expect(checkpointCells(session.view)[0]).toEqual(['last_sync', '12:00:10']);
  });

  test('statements may change between two syncs: the warehouse is what the earlier ones left', async () => {
    const { session } = begin();
    await session.sync();
    session.load(answers[0]!.statements);
    await session.sync();
    expect(session.view.said).toMatch(/The extract returned 2 rows\. No row is wrong for good\.$/);
    await session.back();
    expect(session.view.done).toBe(1);
    expect(session.view.played!.warehouse).toHaveLength(1);
  });

  test('after the last sync the next one is the first again', async () => {
    const { session } = begin();
    for (let i = 0; i < 3; i += 1) await session.sync();
    expect(session.view.done).toBe(1);
  });

  test('a sync that fails says why, keeps the tables, and can be tried again', async () => {
    const { session } = begin();
    await session.sync();
    session.write('merge', 'INSERT INTO warehouse SELECT * FROM delta');
    await session.sync();
    expect(session.view).toMatchObject({
      done: 1,
      problem: { part: 'merge', sync: 2, message: 'no such table: warehouse' },
    });
    session.write('merge', naive.merge);
    await session.sync();
    expect(session.view).toMatchObject({ done: 2, problem: null });
  });

  test('a crash after the load is told, and what it leaves is put right or not by the retry', async () => {
    const { session } = begin();
    session.choose(traceOf('trace-crash'));
    await session.sync();
    expect(session.view.said).toBe(
      'Sync 1 of 3 died: its rows are loaded, its checkpoint is not saved. The extract returned 2 rows. ' +
        'Orders 1 and 2 are there more than once.',
    );
    expect(checkpointCells(session.view)[0]).toEqual(['last_sync', '2024-01-01 12:00:00']);
  });

  test('only what the learner has written is kept: neither a solution nor a reset replaces it', async () => {
    const { session, kept } = begin();
    session.write('extract', 'SELECT 1');
    session.load(answers[1]!.statements);
    session.reset();
    expect(kept).toEqual([{ ...naive, extract: 'SELECT 1' }]);
    expect(session.view.statements).toEqual(naive);
  });

  test('grades all stories, counts the failures, and marks the grades old when a statement changes', async () => {
    const { session } = begin();
    await session.grade();
    expect(session.view).toMatchObject({ failed: 1, isOld: false });
    expect(session.view.grades).toHaveLength(6);
    session.write('extract', answers[0]!.statements.extract);
    expect(session.view.isOld).toBe(true);
    session.write('merge', answers[0]!.statements.merge);
    await session.grade();
    expect(session.view).toMatchObject({ failed: 1, isOld: false });
    expect(session.view.said).toMatch(/^All 6 stories pass/);
  });

  test('what a hint says in SQL can be used as it is written', async () => {
    const { session } = begin();
    const [later] = /datetime\(.*?\)/.exec(hints['trace-late'])!;
    session.load({
      extract: `SELECT * FROM orders WHERE modified_at > ${later}`,
      merge: answers[0]!.statements.merge,
    });
    await session.grade();
    expect(session.view.said).toMatch(/^All 6 stories pass/);
  });

  test('a grading takes back what was wrong with a sync before it', async () => {
    const { session } = begin();
    session.load({ ...naive, extract: 'SELEC * FROM orders' });
    await session.sync();
    expect(session.view.problem?.part).toBe('extract');
    session.load(answers[0]!.statements);
    await session.grade();
    expect(session.view.problem).toBeNull();
  });

  test('what SQLite or the bench refuses in every story is said once, and no story is blamed for it', async () => {
    const { session } = begin();
    for (const [part, sql] of [
      ['extract', 'SELECT price FROM orders'],
      ['merge', 'DROP TABLE orders'],
    ] as const) {
      session.load({ ...naive, [part]: sql });
      await session.grade();
      expect(session.view).toMatchObject({ said: '0 of 6 stories pass.', grades: [], problem: { part, sync: null } });
    }
    expect(session.view.failed).toBe(2);
  });

  test('what stops the statements in some stories only is said in those', async () => {
    const { session } = begin();
    session.load({
      ...naive,
      merge: 'CREATE UNIQUE INDEX IF NOT EXISTS k ON orders (id); INSERT INTO orders SELECT * FROM delta',
    });
    await session.grade();
    expect(session.view.problem).toBeNull();
    expect(session.view.grades.filter(({ problem }) => problem !== null)).not.toHaveLength(0);
  });

  test('a grading begins the story anew: no table shows what other statements left', async () => {
    const { session } = begin();
    await session.sync();
    session.load(answers[0]!.statements);
    await session.grade();
    expect(session.view).toMatchObject({ trace: late, done: 0, played: null });
    expect(deltaTable(session.view)).toBeNull();
  });

  test('an answer that comes after the learner has gone to another story is not shown there', async () => {
    const { session } = begin();
    const coming = session.sync();
    session.choose(traceOf('trace-tie'));
    await coming;
    expect(session.view).toMatchObject({ done: 0, played: null, busy: null });
  });

  test('a statement that never ends puts an end to the grading, instead of being stopped in every story', async () => {
    const plain = 'It ran for 2 seconds and was stopped.';
    const { session } = begin(async () => ({
      problem: { part: 'extract', message: '', plain, ranTooLong: true },
      sync: 1,
    }));
    await session.grade();
    expect(session.view).toMatchObject({ failed: 1, busy: null });
    expect(session.view.grades).toHaveLength(1);
    expect(session.view.said).toBe(`The grading ended at “Two inserts”. The extract of sync 1 fails. ${plain}`);
  });

  test('when SQLite does not come back the learner is told what to do', async () => {
    const { session } = begin(() => Promise.reject(new Error('gone')));
    await session.sync();
    expect(session.view.problem!.plain).toMatch(/Load the page again/);
    expect(session.view.busy).toBeNull();
  });
});

test('each bar of a story is a sentence', () => {
  expect(late.bars.map((bar) => sayBar(bar, late))).toEqual([
    'Order 1 is placed at 12:00:02 and commits at 12:00:06: after sync 1 and before sync 2.',
    'Order 2 is placed at 12:00:03 and commits at once: before sync 1.',
  ]);
});
