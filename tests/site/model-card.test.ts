/** What the model card finds beside a simulation. */
import { expect, test } from 'vitest';
import type { ValidationChart } from '../../src/engine/validation.ts';
import { chartOf, validationOf } from '../../src/lesson/validation-of.ts';

const modules = import.meta.glob<{ chart?: ValidationChart }>('/src/sims/*/validation.ts', { eager: true });

test('finds the rows and the chart of a simulation that has them, and none of one that has not', () => {
  expect(validationOf('tromboning').length).toBeGreaterThan(5);
  expect(chartOf('tromboning')?.points.length).toBeGreaterThan(0);
  expect(chartOf('shadow-load')).toBeNull();
  expect([validationOf('no-such'), chartOf('no-such')]).toEqual([[], null]);
});

test('every chart has its dots and lines within its axis, in order', () => {
  for (const [file, { chart }] of Object.entries(modules)) {
    if (!chart) continue;
    const { ticks, lines, points } = chart;
    expect(ticks, file).toEqual(ticks.toSorted((a, b) => a - b));
    for (const { label, value } of [...lines, ...points]) {
      expect(value, `${file}, ${label}`).toBeGreaterThanOrEqual(ticks[0]!);
      expect(value, `${file}, ${label}`).toBeLessThanOrEqual(ticks.at(-1)!);
    }
    expect(lines[0].value, file).toBeLessThan(lines[1].value);
    expect(chart.title, file).toMatch(/\.$/);
  }
});
