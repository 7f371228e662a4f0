/** What theory expects of a run with a beginning and an end, for every strategy: the thin lines in charts and among dots. */
import { describe, expect, test } from 'vitest';
import { baseConfig, openRun } from '../../../src/engine/run.ts';
import { lost, resent, type Stream } from '../../../src/sims/incremental-ingestion/expected-stream.ts';
import { openSeconds } from '../../../src/sims/incremental-ingestion/theory-loss.ts';
import type { Config } from '../../../src/sims/incremental-ingestion/state.ts';
import { agreesWithTheory } from '../../contract/expecting.ts';
import { plain } from './runs.ts';

const stream: Stream = {
  perSecond: 1,
  openS: (ageS) => openSeconds(ageS, 5),
  meanS: null,
  firstS: 30,
  everyS: 60,
  lookbackS: 0,
  readDelayS: 0,
  tiedS: 0,
  includesMark: false,
  mark: 'clock',
  copiesAll: false,
};

test('three syncs a minute apart lose 15 s of stamps, of which 5 s are known only 5 s after the last', () => {
  expect(lost(stream, 160)).toBe(15);
  expect(lost(stream, 150)).toBe(10);
  expect(lost(stream, 152)).toBe(12);
});

test('a commit that takes longer than the interval loses every stamp, and none twice', () => {
  const slow = { ...stream, openS: (ageS: number) => openSeconds(ageS, 40), firstS: 15, everyS: 15 };
  expect(lost(slow, 1000)).toBe(960);
});

test('of an empty stream a sync that comes before anything can be seen loses and returns nothing', () => {
  const early = { ...stream, firstS: 3, lookbackS: 8 };
  expect([lost(early, 4), resent(early, 4)]).toEqual([0, 0]);
});

const often: Partial<Config> = { every: '15', ordersPerSecond: 0.5, commitSpread: 'exponential', commitDelayS: 4 };

const cases: [string, Partial<Config>][] = [
  ['a lookback that returns rows twice and appends them', { strategy: 'lookback', marginS: 6, load: 'append' }],
  ['a lookback longer than the interval', { strategy: 'lookback', marginS: 20, commitSpread: 'fixed' }],
  ['a read delay', { strategy: 'delay', marginS: 6 }],
  ['a read delay for commits with a limit', { strategy: 'delay', marginS: 3, commitSpread: 'capped' }],
  ['the largest stamp seen', { watermark: 'seen' }],
  ['the largest id', { strategy: 'id' }],
  ['a lookback behind the largest stamp seen', { strategy: 'lookback', watermark: 'seen', marginS: 3 }],
  [
    'the same, of a busy table, where shares are expected too',
    { strategy: 'lookback', watermark: 'seen', marginS: 3, ordersPerSecond: 1, every: '30' },
  ],
  ['the same, with commits after 4 s', { strategy: 'lookback', watermark: 'seen', marginS: 3, commitSpread: 'fixed' }],
  ['a read delay behind the largest stamp seen', { strategy: 'delay', watermark: 'seen', marginS: 3 }],
  ['Kafka Connect’s cursor', { strategy: 'compound', marginS: 2 }],
  ['dlt’s cursor', { strategy: 'dedupe' }],
  ['Airbyte’s cursor', { strategy: 'counted' }],
  ['>= the largest stamp seen, which returns its row at each sync', { strategy: 'at-least', watermark: 'seen' }],
  ['a full copy that appends', { strategy: 'full', load: 'append' }],
  ['the log', { strategy: 'log' }],
  ['soft deletes, of which there are none', { strategy: 'soft-delete' }],
  ['a list of ids from which none is missing', { strategy: 'reconcile' }],
  ['ties and >', { commitSpread: 'fixed', commitDelayS: 0, stampS: 1 }],
  ['ties and >=', { commitSpread: 'fixed', commitDelayS: 0, stampS: 1, strategy: 'at-least' }],
];
for (const [what, changed] of cases)
  describe(what, () => agreesWithTheory(plain, openRun(plain, 'often', { changed: { ...often, ...changed } })));

test('theory says nothing of losses where its assumptions do not hold: changes and deletes, clocks that disagree, steps that take time', () => {
  const expects = (changed: Partial<Config>, measure = 'lost') =>
    plain.theory![measure]!(baseConfig(plain, openRun(plain, 'often', { changed })), 160_000, 'often');
  expect(expects({})).toBeGreaterThan(0);
  expect(expects({ changes: 'mixed' })).toBeNull();
  expect(expects({ skewS: 2 })).toBeNull();
  expect(expects({ stepS: 1 }, 'freshnessS')).toBeNull();
});
