import { expect, test } from 'vitest';
import { validation } from '../../../src/sims/bulk-copy/validation.ts';

test.each(validation.map((row) => [row.what, row] as const))('%s is as expected', (_, row) => {
  expect(Math.abs(row.measured() - row.expected)).toBeLessThanOrEqual(row.tolerance);
});

test('no row allows more than a seventh or so', () => {
  for (const { expected, tolerance } of validation) expect(tolerance).toBeLessThanOrEqual(0.15 * expected);
});
