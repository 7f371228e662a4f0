/** A crash between any two steps, in each order of load and checkpoint, by merge and by append. */
import { expect, test } from 'vitest';
import type { Config } from '../../../src/sims/incremental-ingestion/state.ts';
import { act, crash, ended, facts, insert, run, stateOf, sync, traced } from './runs.ts';

/** Three rows, a sync whose steps are at 10, 10.5, 11, 11.5 and 12 s, a crash after so many of them, a retry, and one more sync. */
function crashedAfter(steps: number, changed: Partial<Config>) {
  const inputs = [1, 2, 3].map((seconds) => act(seconds, insert));
  const crashAt = 10 + 0.5 * (steps - 1) + 0.25;
  return traced([...inputs, act(10, sync), act(crashAt, crash), act(20, sync)], { stepS: 0.5, ...changed });
}
const n = 3;

test.each([
  ['after', 'append', [0, 0], [0, 0], [0, 0], [0, n]],
  ['after', 'merge', [0, 0], [0, 0], [0, 0], [0, 0]],
  ['before', 'append', [0, 0], [0, 0], [0, 0], [n, 0]],
  ['before', 'merge', [0, 0], [0, 0], [0, 0], [n, 0]],
  ['together', 'append', [0, 0], [0, 0], [0, 0], [0, 0]],
  ['together', 'merge', [0, 0], [0, 0], [0, 0], [0, 0]],
] as const)(
  'a checkpoint saved %s the load, by %s: rows lost and duplicated by a crash after step 1, 2, 3 and 4',
  (checkpoint, load, ...expected) => {
    const counts = [1, 2, 3, 4].map((steps) => {
      const { lost, duplicates } = crashedAfter(steps, { checkpoint, load }).end.measures;
      return [lost, duplicates];
    });
    expect(counts).toEqual(expected);
  },
);

test('the crash in the scenario: two duplicates after the load, one row lost and one stale after the checkpoint, neither together', () => {
  expect(ended('crash-after-load')).toMatchObject({ crashes: 1, duplicates: 2, lost: 0, stale: 0 });
  expect(ended('crash-after-load', { changed: { load: 'merge' } })).toMatchObject({ duplicates: 0, lost: 0, stale: 0 });
  expect(ended('crash-after-checkpoint')).toMatchObject({ crashes: 1, duplicates: 0, lost: 1, stale: 1 });
  expect(ended('crash-together')).toMatchObject({ crashes: 1, duplicates: 0, lost: 0, stale: 0 });
});

test('after a crash the pipeline begins again at step 1, with the mark that was saved, two seconds later', () => {
  const timeline = crashedAfter(2, {});
  const reads = timeline.log.filter(({ fact }) => fact.type === 'checkpointRead');
  expect(reads.map(({ timeUs }) => timeUs / 1e6)).toEqual([10, 12.75, 20]);
  const { syncs } = stateOf(timeline).state;
  expect(syncs.map(({ outcome, step }) => [outcome, step])).toEqual([
    ['crashed', 2],
    ['succeeded', 5],
    ['succeeded', 5],
  ]);
  expect(syncs[0]).toMatchObject({ crashedMs: 10_750, rows: n });
  expect(facts(timeline, 'checkpointRead').map(({ fromMs }) => fromMs)).toEqual([-86_400_000, -86_400_000, 12_750]);
});

test('load and checkpoint in one transaction: until the fifth step nobody sees the rows, and a crash rolls them back', () => {
  const timeline = crashedAfter(4, { checkpoint: 'together' });
  expect(stateOf(timeline, 11_700).state.warehouse).toEqual([]);
  expect(stateOf(timeline, 12_000).state.checkpoint.clockMs).toBe(-86_400_000);
  expect(stateOf(timeline).state.warehouse).toHaveLength(n);
});

test('a sync that is due while another runs or the pipeline is down is left out, and a crash between two syncs harms nothing', () => {
  const inputs = [act(1, insert), act(5, sync), act(5.5, sync), act(6, crash), act(7, sync), act(15, crash)];
  const timeline = traced(inputs, { stepS: 1 });
  expect(facts(timeline, 'skipped').map(({ down }) => down)).toEqual([false, true]);
  expect(facts(timeline, 'crashedIdle')).toHaveLength(1);
  expect(timeline.end.measures).toMatchObject({ syncs: 2, crashes: 1, lost: 0, duplicates: 0 });
});

test('what is lost by a crash is told as soon as it crashes', () => {
  const timeline = crashedAfter(4, { checkpoint: 'before' });
  const told = timeline.log.filter(({ fact }) => fact.type === 'rowLost');
  expect(told.map(({ timeUs }) => timeUs / 1e6)).toEqual([11.75, 11.75, 11.75]);
  expect(run('crash-after-checkpoint').log.some(({ fact }) => fact.type === 'rowLost')).toBe(true);
});
