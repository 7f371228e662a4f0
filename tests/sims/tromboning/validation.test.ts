import { expect, test } from 'vitest';
import { published } from '../../../src/sims/tromboning/published.ts';
import { chart, validation } from '../../../src/sims/tromboning/validation.ts';

for (const { what, expected, tolerance, measured } of validation)
  test(`the model card is true: ${what.toLowerCase()}`, () => {
    expect(Math.abs(measured() - expected)).toBeLessThanOrEqual(tolerance);
  });

test('no row of the model card allows more than a tenth', () => {
  for (const { what, expected, tolerance } of validation) expect(tolerance, what).toBeLessThan(0.1 * expected);
});

test('the chart shows each published round trip beyond the floor, and half of them beyond the median', () => {
  const [floor, median] = chart.lines;
  expect(chart.points).toHaveLength(published.length);
  for (const { value } of chart.points) expect(value).toBeGreaterThan(floor.value);
  expect(chart.points.filter(({ value }) => value > median.value)).toHaveLength(3);
});
