import { expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import type { Measures } from '../../src/engine/simulation.ts';
import { play, type Timeline } from '../../src/engine/timeline.ts';
import { apart, catchUp, chartOf, HEIGHT, roundUp, type Chart } from '../../src/lab/tools/chart.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const run = (changed = {}) => play(queue, openRun(queue, 'busy', { changed }));
const names = ['this run', 'the other', 'a third'];
/** Worked out to its end. */
function chart(measure: string, timelines: readonly Timeline[], timeUs: number, now?: Measures): Chart {
  while (!catchUp([measure], timelines, timeUs));
  const measured = timelines.map((timeline) => now ?? timeline.at({ timeUs }).measures);
  return chartOf(measure, timelines, measured, names, timeUs);
}
/** Of a line, as [x in per cent, y in pixels]. */
const pointsOf = ({ points }: { points: string }): number[][] =>
  points.split(' ').map((point) => point.split(',').map(Number));

test('an axis ends at a round number that holds every value', () => {
  expect([0.83, 19, 20, 21, 134, 0.004].map(roundUp)).toEqual([1, 20, 20, 25, 150, 0.004]);
});

test('labels at the ends of lines keep their order and do not cover each other', () => {
  expect(apart([40, 10, 42], 17, 88)).toEqual([40, 10, 57]);
  expect(apart([86, 84, 88], 17, 88)).toEqual([71, 54, 88]);
});

test('all runs are drawn on one axis, so that the higher line is the higher value', () => {
  const timelines = [run(), run({ meanServiceMs: 20 })];
  const [quick, slow] = chart('rejectedShare', timelines, 8_000_000).lines;
  expect(Number.parseFloat(slow!.value)).toBeGreaterThan(Number.parseFloat(quick!.value));
  expect(slow!.endPx).toBeLessThan(quick!.endPx);
});

test('nothing beyond the playhead is drawn, and every line ends there', () => {
  const timeline = run();
  for (const timeUs of [10_000_000, 0, 1_234_567, 5_000_000]) {
    const points = pointsOf(chart('inSystem', [timeline], timeUs).lines[0]!);
    expect(Math.max(...points.map(([x]) => x!))).toBeCloseTo(timeUs / 100_000, 2);
    expect(points.at(-1)![0]).toBeCloseTo(timeUs / 100_000, 2);
  }
});

test('a line shows what the run measured at each of its steps', () => {
  const timeline = run();
  const { lines, top } = chart('rejectedShare', [timeline], 10_000_000);
  const points = pointsOf(lines[0]!).slice(0, -1);
  expect(points).toHaveLength(60);
  for (const [x, y] of points) {
    const measured = timeline.at({ timeUs: Math.round(x! * 100_000) }).measures['rejectedShare']!;
    // x has two decimals of 100 per cent of ten seconds, so a step is met to half a millisecond.
    expect((1 - y! / HEIGHT) * Number.parseFloat(top)).toBeCloseTo(measured * 100, 0);
  }
});

test('a line stands at the height of its value', () => {
  const timeline = run();
  const full = chart('inSystem', [timeline], 5_000_000, { inSystem: 4 });
  expect([full.top, full.floor, full.lines[0]!.endPx]).toEqual(['4', '0', 0]);
  expect(chart('inSystem', [timeline], 5_000_000, { inSystem: 0 }).lines[0]!.endPx).toBe(HEIGHT);
});

test('a measure that says nothing yet has no line', () => {
  expect(chart('meanResponseMs', [run()], 0).lines).toEqual([]);
});

/** Says of any run that the line holds as many as there are places, and one more each second. */
const withTheory: AnySimulation = {
  ...queue,
  theory: { inSystem: (config, nowMs) => Number(config['capacity']) + nowMs / 1000 },
};

test('theory is drawn for runs in which nobody acts, once where it says the same of both', () => {
  const expected = (...changes: { capacity?: number; meanServiceMs?: number }[]): string[] => {
    const timelines = changes.map((changed) => play(withTheory, openRun(withTheory, 'busy', { changed })));
    return theoryIn(chart('inSystem', timelines, 5_550_000));
  };
  const theoryIn = ({ lines }: Chart): string[] =>
    lines.flatMap(({ name, value, isTheory }) => (isTheory ? [`${name}: ${value}`] : []));
  expect(expected({}, { meanServiceMs: 20 })).toEqual(['theory: 9']);
  expect(expected({}, { capacity: 10 })).toEqual(['theory, this run: 9', 'theory, the other: 16']);
  expect(expected({}, { capacity: 10 }, { capacity: 20 })).toEqual(['theory, this run: 9']);
  const inputs = [{ at: { timeUs: 0 }, input: { type: 'burst', requests: 2 } }];
  expect(theoryIn(chart('inSystem', [play(withTheory, openRun(withTheory, 'busy', { inputs }))], 5_550_000))).toEqual(
    [],
  );
});
