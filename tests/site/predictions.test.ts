import { describe, expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { play } from '../../src/engine/timeline.ts';
import { isLine, wholeLine } from '../../src/lesson/drawing.ts';
import { curveOf, drawStep, shownAs } from '../../src/lesson/prediction.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const timeline = play(queue, openRun(queue, 'busy'));
const curve = (measure: string, points = 5, max = 100, times = 1) =>
  curveOf('shape', timeline, { measure, points, max, times }, 'lesson.mdx');

describe('the run’s curve behind a drawing', () => {
  test('has the measure at equal steps from the start to the end, each with its time', () => {
    const { labels, values } = curve('inSystem');
    expect(labels).toEqual(['0 ms', '2000 ms', '4000 ms', '6000 ms', '8000 ms', '10000 ms']);
    expect(values).toEqual([0, 1, 2, 3, 4, 5].map((i) => timeline.at({ timeUs: i * 2_000_000 }).measures['inSystem']));
  });

  test('its line ends where the run ends, in per cent of the chart from above', () => {
    const end = timeline.end.measures['rejectedShare']!;
    const { line } = curve('rejectedShare', 5, 50, 100);
    expect(line.startsWith('M')).toBe(true);
    const [x, y] = line.split(/[ML]/).at(-1)!.split(' ').map(Number);
    expect(x).toBe(100);
    expect(y).toBeCloseTo(100 - ((end * 100) / 50) * 100, 1);
  });

  test('moments before anything can be said are a gap in it, and no zero', () => {
    const { values, line } = curve('meanResponseMs', 5, 1000);
    expect(values[0]).toBeNull();
    expect(line).not.toContain('M0 ');
  });
});

test('a share is asked for in per cent, everything else in its own unit', () => {
  expect(shownAs({ unit: 'share', decimals: 1 })).toEqual({ unit: '%', decimals: 1, times: 100 });
  expect(shownAs({ unit: 'ms', decimals: 0 })).toEqual({ unit: 'ms', decimals: 0, times: 1 });
});

test('the keyboard moves a point by a round step that is shown', () => {
  expect(drawStep(60, 0)).toBe(1);
  expect(drawStep(300, 0)).toBe(5);
  expect(drawStep(10, 0)).toBe(1);
  expect(drawStep(1, 1)).toBe(0.1);
  expect(drawStep(1, 2)).toBe(0.02);
});

test('a line that begins late, because the run has no start to draw from, is kept and read again', () => {
  const drawn = wholeLine([null, null, 10, null, 20], 0);
  expect(drawn).toEqual([null, null, 10, 15, 20]);
  expect(isLine(JSON.parse(JSON.stringify(drawn)), 5, 60)).toBe(true);
  expect(wholeLine([0, 10, null], 0)).toBeNull();
  for (const other of [null, 'x', [0, 1], [0, 10, null], [0, 'x', 1], [0, 61, 1], [0, -1, 1]])
    expect(isLine(other, 3, 60)).toBe(false);
});
