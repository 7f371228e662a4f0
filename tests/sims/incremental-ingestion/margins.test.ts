/** Lookback and read delay: the same margin on either side of the mark. */
import { expect, test } from 'vitest';
import type { Config } from '../../../src/sims/incremental-ingestion/state.ts';
import { missingRows } from '../../../src/sims/incremental-ingestion/tally.ts';
import { ended, run, stateOf } from './runs.ts';

const lostBy = (strategy: 'lookback' | 'delay', marginS: number, seed: number, more: Partial<Config>): number[] => {
  const changed = { strategy, marginS, every: '30' as const, ordersPerSecond: 1, ...more };
  const { state, config } = stateOf(run('traffic', { seed, changed }));
  return missingRows(state, config).map(({ id }) => id);
};

test('with the clock as the mark a delay loses exactly the orders that a lookback loses, run by run', () => {
  let lost = 0;
  for (const commitSpread of ['fixed', 'exponential', 'capped'] as const) {
    for (const marginS of [0, 2, 5]) {
      for (let seed = 1; seed <= 25; seed += 1) {
        const delayed = lostBy('delay', marginS, seed, { commitSpread });
        expect(delayed).toEqual(lostBy('lookback', marginS, seed, { commitSpread }));
        lost += delayed.length;
      }
    }
  }
  expect(lost).toBeGreaterThan(500);
});

test('with the largest stamp seen as the mark they differ, and the delay loses more', () => {
  const more = {
    watermark: 'seen',
    commitSpread: 'exponential',
    commitDelayS: 2,
    every: '15',
    ordersPerSecond: 2,
  } as const;
  const total = (strategy: 'lookback' | 'delay'): number =>
    Array.from({ length: 100 }, (_, i) => lostBy(strategy, 5, i + 1, more).length).reduce((sum, n) => sum + n, 0);
  expect(total('delay')).toBeGreaterThan(total('lookback'));
});

test('a delay costs freshness and no row twice; a lookback costs rows returned again and no freshness', () => {
  expect(ended('delay')).toMatchObject({ lost: 0, resent: 0, stalestS: 68 });
  expect(ended('lookback')).toMatchObject({ lost: 0, stalestS: 60 });
  expect(ended('lookback').resent).toBeGreaterThan(0);
});

test('a lookback by append loads the rows twice that it returns twice', () => {
  const { duplicates, resent } = ended('lookback', { changed: { load: 'append' } });
  expect(duplicates).toBe(resent);
});

test('a margin shorter than the commit loses what is left of it: with 5 s to commit, 2 s of margin save two fifths', () => {
  const mean = (marginS: number): number => {
    let lost = 0;
    for (let seed = 1; seed <= 200; seed += 1) lost += lostBy('lookback', marginS, seed, {}).length;
    return lost / 200;
  };
  // Five syncs of 5 s, at one order a second: 25 and 15 a run, with spreads of 0.35 and 0.27, taken four times.
  expect(Math.abs(mean(0) - 25)).toBeLessThan(1.4);
  expect(Math.abs(mean(2) - 15)).toBeLessThan(1.1);
  expect(mean(5)).toBe(0);
});

test('the largest stamp seen loses nothing while all commits take the same time, and more the busier the table is', () => {
  expect(ended('traffic', { changed: { watermark: 'seen' } }).lost).toBe(0);
  expect(ended('busy').lostShare).toBeGreaterThan(ended('seen').lostShare!);
});
