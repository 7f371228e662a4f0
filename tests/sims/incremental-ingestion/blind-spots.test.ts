/** What each strategy cannot see, and what it costs to see it. */
import { expect, test } from 'vitest';
import type { Strategy } from '../../../src/sims/incremental-ingestion/strategies.ts';
import { judge, missingRows } from '../../../src/sims/incremental-ingestion/tally.ts';
import { act, crash, ended, facts, insert, remove, run, stateOf, sync, traced, update, versions } from './runs.ts';

const byCursor: Strategy[] = ['modified-at', 'at-least', 'dedupe', 'counted', 'compound', 'lookback', 'delay', 'id'];

test('a hard delete leaves a ghost under every cursor, and none under a full copy, soft deletes, the list of ids or the log', () => {
  const ghosts = (strategy: Strategy) => ended('deleted', { changed: { strategy } }).ghosts;
  expect(byCursor.map(ghosts)).toEqual(byCursor.map(() => 1));
  expect((['full', 'soft-delete', 'reconcile', 'log'] as const).map(ghosts)).toEqual([0, 0, 0, 0]);
  expect([ended('soft-deleted').ghosts, ended('reconciled').ghosts]).toEqual([0, 0]);
});

test('a soft delete is a row with a stamp, so a late commit can lose it as well', () => {
  const deleted = { ...remove, openS: 5 };
  const timeline = traced([act(1, insert), act(3, sync), act(8, deleted), act(10, sync), act(20, sync)], {
    strategy: 'soft-delete',
  });
  expect(timeline.end.measures).toMatchObject({ ghosts: 1, sourceRows: 0, warehouseRows: 1 });
  const { state, config } = stateOf(timeline);
  expect(state.source.map(judge(state, config))).toEqual(['ghost']);
});

test('an update that leaves modified_at alone is out of date for good under every cursor that goes by stamps or ids', () => {
  const stale = (strategy: Strategy) => ended('untouched', { changed: { strategy } }).stale;
  // By id the day's other update is missed as well.
  expect(byCursor.map(stale)).toEqual(byCursor.map((strategy) => (strategy === 'id' ? 2 : 1)));
  expect((['full', 'log'] as const).map(stale)).toEqual([0, 0]);
});

test('an id cursor sees no update, touched or not, and misses an insert that a later id has overtaken', () => {
  const updated = traced([act(1, insert), act(3, sync), act(5, update), act(10, sync)], { strategy: 'id' });
  expect(updated.end.measures).toMatchObject({ stale: 1, lost: 0 });
  const overtaken = traced([act(1, { ...insert, openS: 5 }), act(2, insert), act(3, sync), act(10, sync)], {
    strategy: 'id',
  });
  expect(overtaken.end.measures).toMatchObject({ stale: 0, lost: 1 });
  const inOrder = traced(
    [act(1, { ...insert, openS: 5 }), act(2, { ...insert, openS: 5 }), act(3, sync), act(10, sync)],
    { strategy: 'id' },
  );
  expect(inOrder.end.measures.lost).toBe(0);
});

test('by id, by >= and by >, a stream of all three kinds goes wrong; through the log it does not', () => {
  const counts = (id: string) => {
    const { lost, stale, ghosts } = ended(id);
    return { lost, stale, ghosts };
  };
  expect(counts('at-least')).toEqual(counts('mixed'));
  expect(counts('mixed').lost).toBeGreaterThan(0);
  expect(counts('by-id').stale).toBeGreaterThan(2 * counts('mixed').stale!);
  expect(counts('by-log')).toEqual({ lost: 0, stale: 0, ghosts: 0 });
});

test('a backfill makes an incremental sync cost more than a full one; without a backfill it costs nothing', () => {
  const at = (scenario: string, inputs = [act(0, { set: 'mergeFactor', value: 1 })]) =>
    run(scenario, { inputs }).at({ timeUs: 12e6 }).measures;
  expect(at('backfill').rowsRead).toBeGreaterThan(10_000_000);
  expect(at('backfill').syncSeconds! - at('full').syncSeconds!).toBeCloseTo(111, 0);
  const bare = run('eight-rows', { inputs: [act(3, { type: 'migrate', backfill: 'no' })] });
  expect(bare.end.measures).toEqual(run('eight-rows').end.measures);
});

test('after a backfill the whole table can be lost to one late commit', () => {
  const late = run('backfill', { changed: { commitDelayS: 6 } });
  expect(stateOf(late).state.backfilled.length).toBeGreaterThan(5);
  expect(late.end.measures.stale).toBeGreaterThan(5);
});

test('a writer whose clock is 5 s behind loses what a commit of 5 s loses, of his half of the orders', () => {
  let lost = 0;
  for (let seed = 1; seed <= 200; seed += 1) lost += ended('skewed', { seed }).lost!;
  // 0.25 orders a second, 5 s, 10 syncs, and the mark before the run: 13.75 a run. The mean of 200 counts has a spread of 0.26, taken four times.
  expect(Math.abs(lost / 200 - 13.75)).toBeLessThan(1.05);
});

test('newest wins believes the clocks: a change stamped by a slow one is turned away even where it is asked for', () => {
  const stale = (newestWins: boolean) => {
    const changed = {
      skewS: 20,
      changes: 'mixed',
      ordersPerSecond: 1,
      strategy: 'lookback',
      marginS: 20,
      newestWins,
    } as const;
    return ended('skewed', { changed }).stale!;
  };
  expect(stale(true)).toBeGreaterThan(0);
  expect(stale(false)).toBe(0);
});

test('a row placed while a sync reads comes twice where the mark is the clock, and once where it is the largest stamp', () => {
  const during = [act(1, insert), act(10, sync), act(10.25, insert), act(20, sync)];
  const duplicates = (watermark: string) =>
    traced(during, { stepS: 0.5, load: 'append', watermark: watermark as 'clock' }).end.measures.duplicates;
  expect([duplicates('clock'), duplicates('seen')]).toEqual([1, 0]);
});

test('what was missed stays missing until the row is written again, or everything is copied', () => {
  const late = [act(1, { ...insert, openS: 5 }), act(3, sync), act(10, sync), act(20, sync)];
  const missing = (more = [act(30, sync)]) => {
    const { state, config } = stateOf(traced([...late, ...more]));
    return versions(missingRows(state, config));
  };
  expect(missing()).toEqual(['1 v1']);
  expect(missing([act(25, update), act(30, sync)])).toEqual([]);
  expect(missing([act(25, { set: 'strategy', value: 'full' }), act(30, sync)])).toEqual([]);
});

test('the list of all ids moves 8 bytes an order: 80 MB a day, against 2 GB for a full copy and 1 MB for the changes', () => {
  const moved = (id: string) => run(id).at({ timeUs: 12e6 }).measures.megabytesMoved!;
  expect(moved('full')).toBeCloseTo(2000, 0);
  expect(moved('reconciled')).toBeCloseTo(81, 0);
  expect(moved('deleted')).toBeCloseTo(1, 1);
});

test('a crash tells how many rows were in the pipeline’s hands', () => {
  expect(facts(run('crash-after-checkpoint'), 'crashed')).toMatchObject([{ step: 4, rows: 5000 }]);
  expect(facts(traced([act(1, insert), act(2, sync), act(2.1, crash)], { stepS: 0.5 }), 'crashed')).toMatchObject([
    { step: 1, rows: 0 },
  ]);
});
