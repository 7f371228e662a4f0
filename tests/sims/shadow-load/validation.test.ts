import { expect, test } from 'vitest';
import { validation } from '../../../src/sims/shadow-load/validation.ts';

test.each(validation.map((row) => [row.what, row] as const))('%s is as expected', (_, row) => {
  expect(Math.abs(row.measured() - row.expected)).toBeLessThanOrEqual(row.tolerance);
});

test('no row allows more than a sixth or so, or the few milliseconds of a real proxy', () => {
  for (const { expected, tolerance, source } of validation)
    expect(tolerance).toBeLessThanOrEqual(source.startsWith('recording') ? 4 : 0.175 * expected);
});
