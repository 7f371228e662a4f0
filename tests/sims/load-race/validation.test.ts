import { expect, test } from 'vitest';
import { validation } from '../../../src/sims/load-race/validation.ts';

test.each(validation.map((row) => [row.what, row] as const))('%s is as expected', (_, row) => {
  expect(Math.abs(row.measured() - row.expected)).toBeLessThanOrEqual(row.tolerance);
});
