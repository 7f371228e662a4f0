import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import type { Simulation } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';
import { HOUR } from '../../../src/sims/dark-deployments/clock.ts';
import {
  detectionChance,
  expectedComplaints,
  expectedHarmed,
  isOverNoise,
  minutesToComplaint,
  minutesToFirstFound,
  requestsToDetect,
  shareBeyondNoise,
  stillPossibleShare,
  wilson,
} from '../../../src/sims/dark-deployments/theory.ts';
import { diffyCases } from '../../../src/sims/dark-deployments/validation.ts';

const plain = simulation as unknown as Simulation;
/** Big bang, run on until every seed's rollback is done. */
const wholeDay: Simulation = {
  ...plain,
  scenarios: { day: { ...plain.scenarios['big-bang']!, untilMs: 8 * HOUR, cues: [] } },
};
const mornings = Array.from(
  { length: 400 },
  (_, seed) => new Timeline(wholeDay, openRun(wholeDay, 'day', { seed })).end.measures,
);
const mean = (values: number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('copied requests needed to see a bug with a chance of 95 %: 59, 299, 2,995 and 29,956', () => {
  expect([0.05, 0.01, 0.001, 0.0001].map((share) => requestsToDetect(share, 0.95))).toEqual([59, 299, 2995, 29_956]);
});

test('and with a chance of 99 %: 90, 459, 4,603 and 46,050', () => {
  expect([0.05, 0.01, 0.001, 0.0001].map((share) => requestsToDetect(share, 0.99))).toEqual([90, 459, 4603, 46_050]);
});

test('at 100 requests a second a bug in 1 of 1,000 takes 30 s, 5 min or 50 min, when all, 10 % or 1 % are copied', () => {
  const seconds = (mirrorShare: number): number => requestsToDetect(0.001, 0.95) / (100 * mirrorShare);
  expect([seconds(1), seconds(0.1) / 60, seconds(0.01) / 60].map(Math.round)).toEqual([30, 5, 50]);
});

test('10,000 comparisons without a hit leave a bug rate of 0.05 % a chance of 0.67 %, one of 0.02 % 13.5 %', () => {
  expect(1 - detectionChance(0.0005, 1, 10_000)).toBeCloseTo(0.0067, 4);
  expect(1 - detectionChance(0.0002, 1, 10_000)).toBeCloseTo(0.135, 3);
});

test('nothing found in N comparisons leaves about 3/N possible: the rule of three', () => {
  for (const n of [30, 300, 3000]) {
    expect(Math.abs(stillPossibleShare(n) * n - 3)).toBeLessThan(0.2);
    expect(1 - detectionChance(stillPossibleShare(n), 1, n)).toBeCloseTo(0.05, 9);
  }
});

test('Wilson’s interval: 0 of 100 is 0 to 3.70 %, 5 of 1,000 is 0.214 to 1.165 %', () => {
  expect(wilson(0, 100, -1)).toBeCloseTo(0, 9);
  expect(wilson(0, 100, 1)).toBeCloseTo(0.037, 4);
  expect(wilson(5, 1000, -1)).toBeCloseTo(0.00214, 5);
  expect(wilson(5, 1000, 1)).toBeCloseTo(0.01165, 5);
});

test('the rule with the noise floor, in the seven cases read from Diffy’s source', () => {
  expect(diffyCases).toHaveLength(7);
  for (const [different, noise, compared, flagged] of diffyCases)
    expect(isOverNoise(different, noise, compared), `${different} ${noise} ${compared}`).toBe(flagged);
});

test('of 14.5 % that differ, with noise in 10 %, 5 % differ for another reason', () => {
  expect(shareBeyondNoise(0.145, 0.1)).toBeCloseTo(0.05, 9);
});

test('a bug in 1 of 1,000 is found in a week of 7,200 searches with 95 %, half, or 7 %, when 42 %, 10 % or 1 % are copied', () => {
  expect(detectionChance(0.001, 0.42, 7200)).toBeCloseTo(0.95, 2);
  expect(detectionChance(0.001, 0.1, 7200)).toBeCloseTo(0.51, 2);
  expect(detectionChance(0.001, 0.01, 7200)).toBeCloseTo(0.07, 2);
});

test('the third complaint is expected after 31.6 minutes, and 21 shoppers are harmed before the rollback is done', () => {
  expect(minutesToComplaint(3, 0.15, 0.25, 5, 3)).toBeCloseTo(31.57, 1);
  expect(expectedHarmed(3, 0.15, 0.25, 5, 3, 15)).toBeCloseTo(0.45 * (31.58 + 15), 1);
});

test('without a delay the third complaint comes after 3 over the rate', () => {
  expect(minutesToComplaint(3, 0.15, 0.25, 0, 3)).toBeCloseTo(3 / 0.1125, 4);
});

test('until the first rollback can be done, everybody who asks for a laptop is harmed; afterwards nobody is', () => {
  expect(expectedHarmed(3, 0.15, 0.25, 5, 3, 15, 15)).toBeCloseTo(0.45 * 15, 9);
  expect(expectedHarmed(3, 0.15, 0.25, 5, 3, 15, 600)).toBeCloseTo(expectedHarmed(3, 0.15, 0.25, 5, 3, 15), 4);
});

test('where nobody complains nothing is rolled back, and harm goes on at its rate', () => {
  expect(expectedHarmed(3, 0.15, 0, 5, 3, 15, 60)).toBeCloseTo(0.45 * 60, 9);
  expect(expectedComplaints(3, 0.15, 0, 5, 3, 15, 60)).toBe(0);
});

test('in the end every fourth of the harmed has complained', () => {
  const harmed = expectedHarmed(3, 0.15, 0.25, 5, 3, 15);
  expect(expectedComplaints(3, 0.15, 0.25, 5, 3, 15, 600)).toBeCloseTo(harmed / 4, 3);
});

test('a wrong answer that is found every 100 minutes is found after 100, and within 100 minutes after 42 if at all', () => {
  expect(minutesToFirstFound(0.01, 2400)).toBeCloseTo(100, 5);
  // 100 (1 - 1 / (e - 1))
  expect(minutesToFirstFound(0.01, 100)).toBeCloseTo(41.8, 1);
});

test('the model harms as many shoppers as theory says', () => {
  // 400 mornings with a standard deviation of 6.9 each: a standard error of 0.35, of which this is three.
  const harmed = mornings.map((each) => each['harmed']!);
  expect(Math.abs(mean(harmed) - expectedHarmed(3, 0.15, 0.25, 5, 3, 15))).toBeLessThan(1.05);
  expect(median(harmed)).toBeGreaterThanOrEqual(19);
  expect(median(harmed)).toBeLessThanOrEqual(22);
});

test('the rollback is done after as many minutes as theory says', () => {
  // A standard deviation of 15.5 min over 400 mornings: a standard error of 0.8 min, of which this is three.
  const minutes = mornings.map((each) => each['rollbackMin']!);
  expect(Math.abs(mean(minutes) - (minutesToComplaint(3, 0.15, 0.25, 5, 3) + 15))).toBeLessThan(2.4);
});
