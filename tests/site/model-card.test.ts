/** What the model card finds beside a simulation. */
import { expect, test } from 'vitest';
import type { ValidationChart, ValidationCurves } from '../../src/engine/validation.ts';
import { chartOf, curvesOf, validationOf } from '../../src/lesson/validation-of.ts';

const modules = import.meta.glob<{ chart?: ValidationChart; curves?: ValidationCurves }>('/src/sims/*/validation.ts', {
  eager: true,
});

test('finds the rows and the chart of a simulation that has them, and none of one that has not', () => {
  expect(validationOf('tromboning').length).toBeGreaterThan(5);
  expect(chartOf('tromboning')?.points.length).toBeGreaterThan(0);
  expect(chartOf('shadow-load')).toBeNull();
  expect(curvesOf('incremental-ingestion')?.curves.length).toBe(2);
  expect([validationOf('no-such'), chartOf('no-such'), curvesOf('no-such')]).toEqual([[], null, null]);
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

test('every formula that is drawn stays within its axes, and so do its dots', () => {
  for (const [file, { curves: drawn }] of Object.entries(modules)) {
    if (!drawn) continue;
    const { title, x, y, curves } = drawn;
    for (const { ticks } of [x, y]) expect(ticks, file).toEqual(ticks.toSorted((a, b) => a - b));
    for (const { label, at, dots } of curves)
      for (const [across, up] of [...dots().map((dot) => [dot.x, dot.y]), ...x.ticks.map((tick) => [tick, at(tick)])]) {
        expect(across! >= x.ticks[0]! && across! <= x.ticks.at(-1)!, `${file}, ${label}, ${across}`).toBe(true);
        expect(up! >= y.ticks[0]! && up! <= y.ticks.at(-1)!, `${file}, ${label}, ${up}`).toBe(true);
      }
    expect(title, file).toMatch(/\.$/);
  }
});
