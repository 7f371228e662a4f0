/** What queries lose and return again over many syncs, held to the formulas of theory-loss.ts. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Validation, ValidationCurves } from '../../engine/validation.ts';
import { longRun, type Counted, type LongRun } from './long-run.ts';
import { lostShare, lostShareExponential, lostShareSeen, resentShareExponential, tiedPerSync } from './theory-loss.ts';

const strict: LongRun = {
  strategy: 'modified-at',
  watermark: 'clock',
  perSecond: 1,
  commitDelayS: 5,
  commitSpread: 'fixed',
  everyS: 60,
  syncs: 400,
};
const spread: LongRun = { ...strict, commitSpread: 'exponential', commitDelayS: 2, syncs: 700 };
const tied: LongRun = { ...strict, perSecond: 50, commitDelayS: 0, stampS: 1, everyS: 2, syncs: 400 };

const lostOf = ({ lost, rows }: Counted): number => lost / rows;
const resentOf = ({ resent, rows }: Counted): number => resent / rows;
const ofSyncs = ({ syncs, everyS, perSecond }: LongRun): string =>
  `${formatNumber(syncs * everyS * perSecond, '', 0)} rows, ${perSecond} a second`;

/** `tolerance` is three standard deviations of the share in so many rows. */
function shareRow(
  what: string,
  source: string,
  expected: number,
  tolerance: number,
  settings: LongRun,
  of: (counted: Counted) => number = lostOf,
): Validation {
  return {
    what,
    source,
    expected,
    unit: 'share',
    decimals: 2,
    tolerance,
    how: `the model’s query, a sync every 60 s: ${ofSyncs(settings)}`,
    measured: () => of(longRun(settings)),
  };
}

/** The mark is the largest stamp seen: lost rows come in groups, which widens the spread. */
function seenRow(perSecond: number, syncs: number, tolerance: number): Validation {
  const settings: LongRun = { ...spread, watermark: 'seen', perSecond, syncs };
  const source = 'e^c ∫ v^c e^(−cv) dv from 0 to 1 as the chance of none seen, with c = λm: derived in theory-loss.ts';
  const expected = lostShareSeen(2, 60, perSecond);
  return shareRow(
    `Lost with the largest stamp as the mark, ${perSecond} a second`,
    source,
    expected,
    tolerance,
    settings,
  );
}

function tiesRow(what: string, strategy: 'modified-at' | 'at-least', of: (counted: Counted) => number): Validation {
  return {
    what,
    source: 'λ g / 2, half of those that share a stamp',
    expected: tiedPerSync(50, 1),
    unit: '',
    decimals: 1,
    // A count of 25 on average: 5 / √400, taken three times.
    tolerance: 0.75,
    how: `mean of ${tied.syncs} syncs, 50 rows a second, stamps of whole seconds`,
    measured: () => of(longRun({ ...tied, strategy })) / tied.syncs,
  };
}

const delayed: LongRun = { ...spread, strategy: 'delay', marginS: 2, syncs: 300 };

/** Shares, but for the three rows that are counts. */
export const losses: readonly Validation[] = [
  shareRow('Lost, commits after 5 s', 'min(D, T) / T', lostShare(5, 60), 0.0054, strict),
  shareRow('Lost with a lookback of 2 s, commits after 5 s', 'min(max(D − L, 0), T) / T', lostShare(5, 60, 2), 0.0043, {
    ...strict,
    strategy: 'lookback',
    marginS: 2,
  }),
  shareRow(
    'Lost, commits after 2 s on average',
    'exponential: (m/T) (1 − e^(−T/m))',
    lostShareExponential(2, 60),
    0.0027,
    spread,
  ),
  {
    what: 'Rows that a read delay of 2 s loses and a lookback of 2 s does not, or the other way round',
    source: 'with the clock as the mark both are the last to ask for the same stamps at the same sync',
    expected: 0,
    unit: '',
    decimals: 0,
    tolerance: 0,
    how: `the same ${ofSyncs(delayed)}, commits after 2 s on average`,
    measured: () => longRun(delayed).lost - longRun({ ...delayed, strategy: 'lookback' }).lost,
  },
  shareRow(
    'Returned again by a lookback of 5 s, commits after 2 s on average',
    '[L − m (1 − e^(−L/m))] / T',
    resentShareExponential(2, 60, 5),
    0.0042,
    { ...spread, strategy: 'lookback', marginS: 5, syncs: 500 },
    resentOf,
  ),
  seenRow(0.5, 4000, 0.0009),
  seenRow(2, 600, 0.0017),
  seenRow(20, 40, 0.0026),
  shareRow(
    'Lost with the largest stamp as the mark, commits after 5 s',
    'rows come in the order of their stamps',
    0,
    0,
    { ...strict, watermark: 'seen', syncs: 100 },
  ),
  tiesRow('Lost by > at each sync, of rows that tie', 'modified-at', ({ lost }) => lost),
  tiesRow('Returned again by >= at each sync, of rows that tie', 'at-least', ({ resent }) => resent),
];

/** The syncs behind each dot. */
const DOT_SYNCS = 200;

function dots(commitSpread: LongRun['commitSpread']): { x: number; y: number }[] {
  return [0, 2, 4, 5, 6, 8, 10].map((marginS) => ({
    x: marginS,
    y: lostOf(longRun({ ...strict, strategy: 'lookback', commitSpread, marginS, syncs: DOT_SYNCS })),
  }));
}

/** One line for commits that take 5 s, one for 5 s on average. */
export const lossByLookback: ValidationCurves = {
  title: `A lookback of 5 s loses nothing where every commit takes 5 s, and still 3 % where that is the mean. Dots: ${DOT_SYNCS} syncs of the model each. Lines: the formulas.`,
  x: { label: 'lookback', unit: 's', decimals: 0, ticks: [0, 2, 4, 6, 8, 10] },
  y: { label: 'rows lost', unit: 'share', decimals: 0, ticks: [0, 0.02, 0.04, 0.06, 0.08, 0.1] },
  curves: [
    { label: 'commits after 5 s', at: (lookbackS) => lostShare(5, 60, lookbackS), dots: () => dots('fixed') },
    {
      label: 'after 5 s on average',
      at: (lookbackS) => lostShareExponential(5, 60, lookbackS),
      dots: () => dots('exponential'),
    },
  ],
};
