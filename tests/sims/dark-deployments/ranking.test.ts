import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapAt, rboExt } from '../../../src/sims/dark-deployments/ranking.ts';

test('rank-biased overlap as published: .955, .900, .981775 and 0 for four pairs of lists', () => {
  expect(rboExt([1, 2, 3], [1, 3, 2], 0.9)).toBeCloseTo(0.955, 9);
  expect(rboExt([1, 2, 3, 4, 5], [2, 1, 3, 4, 5], 0.9)).toBeCloseTo(0.9, 9);
  expect(rboExt([1, 2, 3, 4, 5], [1, 2, 3, 5, 4], 0.9)).toBeCloseTo(0.981775, 9);
  expect(rboExt([1, 2, 3], [4, 5, 6], 0.9)).toBe(0);
});

test('of lists of unlike length: a list agrees wholly with its own beginning, and another published pair is .828', () => {
  for (const seen of [1, 2, 3]) expect(rboExt([1, 2, 3, 4].slice(0, seen), [1, 2, 3, 4], 0.9)).toBeCloseTo(1, 9);
  expect(rboExt([1, 2, 3, 4, 5], [2, 3, 4, 1, 5], 0.9)).toBeCloseTo(0.828, 3);
});

test('the same swap weighs more at the top than at the tail, in rank-biased overlap; overlap sees neither', () => {
  const list = [1, 2, 3, 4, 5];
  expect(rboExt(list, [2, 1, 3, 4, 5], 0.9)).toBeLessThan(rboExt(list, [1, 2, 3, 5, 4], 0.9));
  expect(overlapAt(5, list, [2, 1, 3, 5, 4])).toBe(1);
});

test('both lie between 0 and 1, are symmetric, and 1 for a list and itself, whatever the lists', () => {
  const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (a, b) => {
      for (const alike of [
        (x: number[], y: number[]) => rboExt(x, y, 0.9),
        (x: number[], y: number[]) => overlapAt(4, x, y),
      ]) {
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1 + 1e-12);
        expect(alike(a, b)).toBeCloseTo(alike(b, a), 12);
        expect(alike(a, a)).toBeCloseTo(1, 12);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('of four shown by both in another order, all four overlap; where one shows one of them, a quarter', () => {
  expect(overlapAt(4, ['a', 'b', 'c', 'd'], ['d', 'c', 'b', 'a'])).toBe(1);
  expect(overlapAt(4, ['a'], ['a', 'b', 'c', 'd'])).toBe(0.25);
  expect(overlapAt(4, [], ['a'])).toBe(0);
});
