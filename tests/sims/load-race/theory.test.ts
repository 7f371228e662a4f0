/** The formulas against the figures that are given and published for them. */
import { expect, test } from 'vitest';
import {
  evenRows,
  evenRowsUnindexed,
  FIXED_MS,
  ROW_MS,
  scannedInSeconds,
  TABLE_ROWS,
} from '../../../src/sims/load-race/theory.ts';

const millions = (rows: number): string => (rows / 1e6).toFixed(3);
/** T = F + r k n, in seconds. */
const merged = (rows: number, factor: number): number => (FIXED_MS + ROW_MS * factor * rows) / 1000;

test('10 million rows take 5 hours in a full load', () => {
  expect((ROW_MS * TABLE_ROWS) / 1000).toBe(5 * 3600);
});

test('5,000 rows take 2 minutes in an incremental load, 24 ms each: slower for each row, by 13 times', () => {
  expect(merged(5000, 1)).toBe(120);
  expect((1000 * merged(5000, 1)) / 5000 / ROW_MS).toBeCloseTo(13.3, 1);
});

test('the break-even is at 9.94 million rows, at 1.99 where merging costs 5 times as much, 0.994 for 10 and 0.497 for 20', () => {
  expect([1, 5, 10, 20].map((factor) => millions(evenRows(factor)))).toEqual(['9.938', '1.988', '0.994', '0.497']);
});

test('at the break-even both take the same, whatever a merged row costs', () => {
  for (let factor = 1; factor <= 20; factor += 1) {
    expect(merged(evenRows(factor), factor)).toBeCloseTo(18_000, 6);
    expect(scannedInSeconds() + merged(evenRowsUnindexed(factor), factor)).toBeCloseTo(18_000, 6);
  }
});

test('reading past every row takes half an hour, and moves each break-even down by a tenth of the table over k', () => {
  expect(scannedInSeconds()).toBe(1800);
  expect(evenRows(5) - evenRowsUnindexed(5)).toBeCloseTo(TABLE_ROWS / 10 / 5, 6);
});

test('where three rows in ten change every night, merging may cost 3 times as much as copying, and not 4', () => {
  expect(evenRows(3)).toBeGreaterThan(3_000_000);
  expect(evenRows(4)).toBeLessThan(3_000_000);
});
