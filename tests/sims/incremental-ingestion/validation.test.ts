import { expect, test } from 'vitest';
import { curves, validation } from '../../../src/sims/incremental-ingestion/validation.ts';

for (const { what, expected, tolerance, measured } of validation)
  test(`the model card is true: ${what.toLowerCase()}`, () => {
    expect(Math.abs(measured() - expected)).toBeLessThanOrEqual(tolerance);
  });

test('no row of the model card allows more than a tenth, and what is expected to be none is none', () => {
  for (const { what, expected, tolerance } of validation) expect(tolerance, what).toBeLessThanOrEqual(0.1 * expected);
});

test('the dots of the chart lie on its lines, but for what chance does to 200 syncs', () => {
  for (const { label, at, dots } of curves.curves)
    // A share of so many rows out of 12,000: its spread, taken four times.
    for (const { x, y } of dots()) {
      const spread = Math.sqrt((at(x) * (1 - at(x))) / 12_000);
      expect(Math.abs(y - at(x)), `${label}, ${x} s`).toBeLessThanOrEqual(4 * spread);
    }
});
