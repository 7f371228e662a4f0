/**
 * The loss formulas held to rows thrown at random without the model (stream.ts), and the model's own
 * queries held to the formulas. Each sample says how large it is; the error is that of its own blocks.
 */
import { expect, test } from 'vitest';
import { longRun, type LongRun } from '../../../src/sims/incremental-ingestion/long-run.ts';
import * as theory from '../../../src/sims/incremental-ingestion/theory.ts';
import { simulated, type Setting } from './stream.ts';

/** Within four standard errors, which must be small against the value themselves. */
function agrees(mean: number, error: number, expected: number, most: number): void {
  expect(error / expected, 'the sample is large enough').toBeLessThan(most);
  expect(Math.abs(mean - expected), `${mean} ± ${error}, formula ${expected}`).toBeLessThan(4 * error);
}

// 300,000 rows: 25,000 and 15,000 lost, spread 0.6 % and 0.8 %.
test.each([0, 2])('commits after 5 s, lookback %i s: rows at random are lost as the formula says', (lookbackS) => {
  const setting: Setting = { perSecond: 1, commitS: 5, fixed: true, mark: 'clock', lookbackS, syncs: 5000 };
  const { lost, lostError } = simulated(setting);
  agrees(lost, lostError, theory.lostShare(5, 60, lookbackS), 0.02);
});

test('commits after 5 s, lookback 5 s: none of 300,000 rows is lost, nor by the largest stamp seen without a lookback', () => {
  const setting: Setting = { perSecond: 1, commitS: 5, fixed: true, mark: 'clock', syncs: 5000 };
  expect(simulated({ ...setting, lookbackS: 5 }).lost).toBe(0);
  expect(simulated({ ...setting, mark: 'seen' }).lost).toBe(0);
});

// 1,200,000 rows: 40,000 and 3,300 lost, 63,000 returned again.
test.each([0, 5])(
  'commits after 2 s on average, lookback %i s: lost and returned again as the formulas say',
  (lookbackS) => {
    const setting: Setting = { perSecond: 2, commitS: 2, mark: 'clock', lookbackS, syncs: 10_000 };
    const { lost, lostError, resent, resentError } = simulated(setting);
    agrees(lost, lostError, theory.lostShareExponential(2, 60, lookbackS), 0.03);
    if (lookbackS > 0) agrees(resent, resentError, theory.resentShareExponential(2, 60, lookbackS), 0.01);
    else expect(resent).toBe(0);
  },
);

// 1,200,000 rows each: from 3,400 to 33,000 lost.
test.each([
  [0.1, 200_000],
  [0.5, 40_000],
  [2, 10_000],
  [20, 1000],
])('the largest stamp seen as the mark, %f rows a second: lost as the integral says', (perSecond, syncs) => {
  const { lost, lostError } = simulated({ perSecond, commitS: 2, mark: 'seen', syncs });
  agrees(lost, lostError, theory.lostShareSeen(2, 60, perSecond), 0.03);
});

// 3,600,000 rows each: 1,500 and 2,700 lost at .2 a second, 5,200 and 7,800 at 2.
test.each([
  [0.2, 300_000],
  [2, 30_000],
])(
  'with that mark a delay of 5 s loses more than a lookback of 5 s, %f rows a second: both as the integrals say',
  (perSecond, syncs) => {
    const setting: Setting = { perSecond, commitS: 2, mark: 'seen', syncs };
    const looked = simulated({ ...setting, lookbackS: 5 });
    const delayed = simulated({ ...setting, readDelayS: 5 });
    agrees(looked.lost, looked.lostError, theory.lostShareSeen(2, 60, perSecond, 5), 0.05);
    agrees(delayed.lost, delayed.lostError, theory.lostShareSeenDelayed(2, 60, perSecond, 5), 0.05);
    expect(delayed.lost - looked.lost).toBeGreaterThan(4 * (looked.lostError + delayed.lostError));
  },
);

/** The model's queries under ten seeds: the mean share, and its standard error. */
function ofModel(settings: LongRun, of: (run: LongRun) => number): { mean: number; error: number } {
  const values = Array.from({ length: 10 }, (_, i) => of({ ...settings, seed: i + 1 }));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / 9 / 10) };
}
const lostOf = (settings: LongRun): number => {
  const { lost, rows } = longRun(settings);
  return lost / rows;
};
const strict: LongRun = {
  strategy: 'modified-at',
  watermark: 'clock',
  perSecond: 1,
  commitDelayS: 2,
  commitSpread: 'exponential',
  everyS: 60,
  syncs: 200,
};

test('with the clock as the mark the model loses the same rows by a delay as by a lookback, seed by seed', () => {
  for (const commitSpread of ['fixed', 'exponential'] as const)
    for (const marginS of [0, 1, 5])
      for (let seed = 1; seed <= 10; seed += 1) {
        const settings: LongRun = { ...strict, commitSpread, marginS, seed, syncs: 50 };
        const looked = longRun({ ...settings, strategy: 'lookback' });
        const delayed = longRun({ ...settings, strategy: 'delay' });
        expect(delayed.lost).toBe(looked.lost);
        expect(delayed.resent).toBe(0);
      }
});

// Ten times 4,000 syncs of 12 rows: 200 and 360 lost.
test('with the largest stamp seen they differ in the model too, .2 rows a second', () => {
  const settings: LongRun = { ...strict, watermark: 'seen', perSecond: 0.2, marginS: 5, syncs: 4000 };
  const looked = ofModel({ ...settings, strategy: 'lookback' }, lostOf);
  const delayed = ofModel({ ...settings, strategy: 'delay' }, lostOf);
  agrees(looked.mean, looked.error, theory.lostShareSeen(2, 60, 0.2, 5), 0.15);
  agrees(delayed.mean, delayed.error, theory.lostShareSeenDelayed(2, 60, 0.2, 5), 0.15);
  expect(delayed.mean).toBeGreaterThan(1.3 * looked.mean);
});

// Ten times 4,000 syncs of 15 rows: 6,600 lost.
test('commits after 2 s on average and a lookback of 5 s, a sync every 15 s: the model loses 1.094 %', () => {
  const settings: LongRun = { ...strict, strategy: 'lookback', marginS: 5, everyS: 15, syncs: 4000 };
  const { mean, error } = ofModel(settings, lostOf);
  agrees(mean, error, theory.lostShareExponential(2, 15, 5), 0.03);
});

// 4,000 syncs: 1,160 lost, each on its own, so that the spread of their count is its root: 0.0085 a sync.
test.each([60, 600])('5,000 changes a day lose .29 rows a sync in the model, one every %i s', (everyS) => {
  const settings: LongRun = { ...strict, perSecond: 5000 / 86_400, commitDelayS: 5, commitSpread: 'fixed', everyS };
  const { lost } = longRun({ ...settings, syncs: 4000 });
  expect(Math.abs(lost / 4000 - theory.lostPerSync(5000, 5))).toBeLessThan(4 * 0.0085);
});
