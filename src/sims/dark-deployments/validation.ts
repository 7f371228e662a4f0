/** What the shop, its comparing and its formulas were checked against. */
import { luckSeeds, Outcomes } from '../../engine/outcomes.ts';
import { openRun } from '../../engine/run.ts';
import type { Measures, Values } from '../../engine/simulation.ts';
import type { Validation } from '../../engine/validation.ts';
import { simulation } from './index.ts';
import { rboExt } from './ranking.ts';
import type { MeasureName } from './state.ts';
import {
  detectionChance,
  expectedHarmed,
  isOverNoise,
  requestsToDetect,
  stillPossibleShare,
  wilson,
} from './theory.ts';

/** The ends of the same run under 200 seeds. */
function ends(scenario: string, changed: Values = {}): Measures<MeasureName>[] {
  const outcomes = new Outcomes(simulation, openRun(simulation, scenario, { changed }), luckSeeds);
  outcomes.runFor(Infinity);
  return outcomes.done.map(({ measures }) => measures as Measures<MeasureName>);
}
const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/** Differences between old and new, between old and old, comparisons, and whether Diffy reports the field: read from its source. */
export const diffyCases: readonly (readonly [number, number, number, boolean])[] = [
  [1000, 980, 10_000, false],
  [300, 100, 10_000, true],
  [150, 100, 10_000, false],
  [151, 100, 10_000, true],
  [5, 0, 20_000, false],
  [7, 0, 20_000, true],
  [100, 300, 10_000, false],
];

/** Harm, detection, noise, and the formulas of the text. */
export const validation: readonly Validation[] = [
  {
    what: 'Shoppers harmed on a visible Monday, by 10:00',
    source: 'Poisson arrivals until the third complaint, and 15 min more',
    expected: expectedHarmed(3, 0.15, 0.25, 5, 3, 15, 60),
    unit: '',
    decimals: 1,
    // The spread of one morning is about 6, so that of 200 is 0.45; this is three of it.
    tolerance: 1.4,
    how: 'mean of 200 mornings',
    measured: () => mean(ends('big-bang').map(({ harmed }) => harmed ?? 0)),
  },
  {
    what: 'A bug in 1 of 100 searches is found within an hour',
    source: '1 − (1 − p·s)^N with N = 180',
    expected: detectionChance(0.01, 1, 180),
    unit: 'share',
    decimals: 0,
    // A standard error of 2.6 %; this is three of it.
    tolerance: 0.08,
    how: '200 mornings, all searches copied',
    measured: () =>
      mean(ends('dark-morning', { laptopShare: 0.01 }).map(({ mismatches }) => (mismatches! > 0 ? 1 : 0))),
  },
  {
    what: 'A rewrite differs from v1 as often as v1 from itself',
    source: 'both are asked with ties falling by chance',
    expected: 0,
    unit: 'share',
    decimals: 1,
    // About 36,000 comparisons, two shares near 9 %: a standard error of 0.2 %; this is three of it.
    tolerance: 0.006,
    how: 'difference of the two shares over 200 mornings',
    measured: () => mean(ends('noise').map(({ differentShare, noiseShare }) => differentShare! - noiseShare!)),
  },
  {
    what: 'Copies needed to see a bug in 1 of 1,000, with 95 %',
    source: 'ln(0.05) / ln(0.999), rounded up',
    expected: 2995,
    unit: '',
    decimals: 0,
    tolerance: 0,
    how: 'the formula the text uses',
    measured: () => requestsToDetect(0.001, 0.95),
  },
  {
    what: 'Still possible after 300 comparisons without a hit',
    source: 'rule of three, 3/N (Jovanovic, Levy, 1997)',
    expected: 0.01,
    unit: 'share',
    decimals: 2,
    tolerance: 0.0001,
    how: '1 − 0.05^(1/N), the formula the labs use',
    measured: () => stillPossibleShare(300),
  },
  {
    what: 'Upper end for 5 of 1,000',
    source: 'Wilson interval, 95 %',
    expected: 0.01165,
    unit: 'share',
    decimals: 3,
    tolerance: 0.00001,
    how: 'the formula',
    measured: () => wilson(5, 1000, 1),
  },
  {
    what: 'Rank-biased overlap of 1 2 3 and 1 3 2',
    source: 'Webber, Moffat, Zobel (2010), p = 0.9',
    expected: 0.955,
    unit: '',
    decimals: 3,
    tolerance: 1e-9,
    how: 'the function the labs use',
    measured: () => rboExt([1, 2, 3], [1, 3, 2], 0.9),
  },
  {
    what: 'Counts on which the noise floor decides as Diffy does',
    source: 'read from Diffy’s source, seven cases',
    expected: diffyCases.length,
    unit: '',
    decimals: 0,
    tolerance: 0,
    how: 'the function the labs use',
    measured: () =>
      diffyCases.filter(([different, noise, compared, flagged]) => isOverNoise(different, noise, compared) === flagged)
        .length,
  },
];
