import { expect, test } from 'vitest';
import { validation } from '../../../src/sims/dark-deployments/validation.ts';

for (const { what, expected, tolerance, measured } of validation)
  test(`the model card is true: ${what.toLowerCase()}`, () => {
    expect(Math.abs(measured() - expected)).toBeLessThanOrEqual(tolerance);
  });
