/** The formulas against the figures that are given and published for them. */
import { expect, test } from 'vitest';
import {
  copiedInSeconds,
  evenFactor,
  evenRows,
  evenRowsUnindexed,
  evenShare,
  mergedInSeconds,
  mergedRowMs,
  scannedInSeconds,
  TABLE_ROWS,
  unindexedInSeconds,
} from '../../../src/sims/load-race/theory.ts';

const millions = (rows: number): string => (rows / 1e6).toFixed(3);

test('10 million rows take 5 hours in a full load, 1.8 ms each', () => {
  expect(copiedInSeconds(TABLE_ROWS)).toBe(5 * 3600);
  expect((1000 * copiedInSeconds(TABLE_ROWS)) / TABLE_ROWS).toBe(1.8);
});

test('5,000 rows take 2 minutes in an incremental load, 24 ms each: slower for each row, by 13 times', () => {
  expect(mergedInSeconds(5000, 1)).toBe(120);
  expect(mergedRowMs(5000, 1)).toBe(24);
  expect(mergedRowMs(5000, 1) / 1.8).toBeCloseTo(13.3, 1);
});

test('the break-even is at 9.94 million rows, at 1.99 where merging costs 5 times as much, 0.994 for 10 and 0.497 for 20', () => {
  expect([1, 5, 10, 20].map((factor) => millions(evenRows(factor)))).toEqual(['9.938', '1.988', '0.994', '0.497']);
  expect(evenShare(10)).toBeCloseTo(0.0994, 4);
});

test('at the break-even both take the same, whatever a merged row costs', () => {
  for (let factor = 1; factor <= 20; factor += 1) {
    expect(mergedInSeconds(evenRows(factor), factor)).toBeCloseTo(18_000, 6);
    expect(unindexedInSeconds(evenRowsUnindexed(factor), factor)).toBeCloseTo(18_000, 6);
  }
});

test('reading past every row takes half an hour, and moves each break-even down by a tenth of the table over k', () => {
  expect(scannedInSeconds()).toBe(1800);
  expect(evenRows(5) - evenRowsUnindexed(5)).toBeCloseTo(TABLE_ROWS / 10 / 5, 6);
});

test('where three rows in ten change every night, merging may cost at most 3.3 times as much as copying', () => {
  expect(evenFactor(3_000_000)).toBeCloseTo(3.313, 3);
  expect(mergedInSeconds(3_000_000, 3)).toBeLessThan(18_000);
  expect(mergedInSeconds(3_000_000, 4)).toBeGreaterThan(18_000);
  for (const factor of [1, 5, 20]) expect(evenFactor(evenRows(factor))).toBeCloseTo(factor, 9);
});
