import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import { play } from '../../../src/engine/timeline.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { Config, State } from '../../../src/sims/incremental-ingestion/state.ts';
import { lostRows } from '../../../src/sims/incremental-ingestion/tally.ts';
import * as theory from '../../../src/sims/incremental-ingestion/theory.ts';

test('a row that takes 5 s to commit is lost in one of twelve cases when a sync runs every 60 s: 8.333 %', () => {
  expect(theory.lostShare(5, 60)).toBeCloseTo(0.08333, 5);
  expect(theory.lostShare(90, 60)).toBe(1);
});

test('5,000 changes a day and 5 s to commit: .29 rows a daily sync, 106 a year, 417 a day by the minute', () => {
  expect(theory.lostPerSync(5000, 5)).toBeCloseTo(0.289, 3);
  expect(theory.lostPerYearDaily(5000, 5)).toBeCloseTo(105.6, 1);
  expect(theory.lostPerDay(5000, 5, 60)).toBeCloseTo(416.7, 1);
});

test('the loss of one sync does not depend on how far apart the syncs are', () => {
  const everyMinute = theory.lostPerDay(5000, 5, 60) / 1440;
  expect(everyMinute).toBeCloseTo(theory.lostPerSync(5000, 5), 12);
});

test('three syncs a minute apart lose 15 s of stamps, of which 5 s are known only 5 s after the last', () => {
  expect(theory.lostStampSeconds(5, 30, 60, 160)).toBe(15);
  expect(theory.lostStampSeconds(5, 30, 60, 150)).toBe(10);
  expect(theory.lostStampSeconds(5, 30, 60, 152)).toBe(12);
});

test('a delay longer than the interval loses every stamp, and none twice', () => {
  expect(theory.lostStampSeconds(40, 15, 15, 1000)).toBe(960);
});

test('10 million rows take 5 hours, 5,000 changes take 2 minutes', () => {
  expect(theory.fullSeconds(10_000_000)).toBe(5 * 3600);
  expect(theory.incrementalSeconds(5000, 1)).toBeCloseTo(120, 9);
});

test('an incremental sync is slower per row: 24 ms against 1.8 ms', () => {
  expect(theory.incrementalMsPerRow(5000, 1)).toBeCloseTo(24, 9);
  expect(theory.fullMsPerRow(10_000_000)).toBeCloseTo(1.8, 9);
});

test.each([
  [1, 9.94],
  [5, 1.99],
  [10, 0.994],
  [20, 0.497],
])('when a changed row costs %i times a copied one, both cost the same at %f million changes', (factor, million) => {
  const rows = theory.breakEvenRows(10_000_000, factor);
  expect(rows / 1e6).toBeCloseTo(million, 2);
  expect(theory.incrementalSeconds(rows, factor)).toBeCloseTo(theory.fullSeconds(10_000_000), 6);
});

function ended(seed: number, changed: Record<string, string | number>): { state: State; config: Config; lost: number } {
  const { state, config, measures } = play(simulation, openRun(simulation, 'traffic', { seed, changed })).end;
  return { state: state as State, config: config as Config, lost: measures.lost ?? 0 };
}

test('the model loses what the formula says: D / T of all rows, with 5 s and 60 s', () => {
  let lost = 0;
  let stamped = 0;
  const between = (row: { modifiedAtMs: number }) => row.modifiedAtMs > 0 && row.modifiedAtMs <= 120_000; // two whole intervals
  for (let seed = 1; seed <= 400; seed += 1) {
    const { state, config } = ended(seed, { ordersPerSecond: 1 });
    lost += lostRows(state, config).filter(between).length;
    stamped += state.source.filter(between).length;
  }
  // 48,000 rows, 4,000 of them lost: the spread of the share is 0.0013, taken four times.
  expect(Math.abs(lost / stamped - theory.lostShare(5, 60))).toBeLessThan(0.0052);
});

test('each sync loses the rate times the delay, every 15 s as every 60 s', () => {
  const perSync = (every: string, syncs: number) => {
    let lost = 0;
    for (let seed = 1; seed <= 300; seed += 1) lost += ended(seed, { ordersPerSecond: 0.4, every }).lost;
    return lost / (300 * syncs);
  };
  // 0.4 orders a second for 5 s: 2 a sync. Means of 900 and 3,000 counts whose spread is 1.41: 0.047 and 0.026, taken four times.
  expect(Math.abs(perSync('60', 3) - 2)).toBeLessThan(0.19);
  expect(Math.abs(perSync('15', 10) - 2)).toBeLessThan(0.11);
});
