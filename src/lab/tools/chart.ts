/** One measure of several runs on one axis, up to the playhead. A frame adds no more than each line's last point. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Measures } from '../../engine/simulation.ts';
import type { Timeline } from '../../engine/timeline.ts';
import { courseOf, STEPS, type Course, type Points } from './course.ts';

/** Height of a chart, in pixels. */
export const HEIGHT = 88;
/** Between two labels at the ends of lines. */
const LINE_PX = 17;
/** The ends of axes that people read without thinking. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

export interface ChartLine {
  /** In a box of 100 by HEIGHT. */
  points: string;
  /** Where the line ends and where its label stands, from the top; null while there is nothing to say. */
  endPx: number;
  labelPx: number;
  /** Which of the runs, in the order given. */
  run: number;
  name: string;
  value: string;
  /** What theory expects of a run in which nobody acts. */
  isTheory: boolean;
}

export interface Chart {
  label: string;
  top: string;
  floor: string;
  lines: readonly ChartLine[];
}

/** A round number that is not below `most`, for the end of an axis. */
export function roundUp(most: number): number {
  if (most <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(most));
  const digit = ROUND.find((each) => each * power >= most * (1 - 1e-9)) ?? 10;
  return Number((digit * power).toPrecision(3));
}

/** The same places in the same order, none nearer to another than `gap`; the last is not below `most` if all fit. */
export function apart(places: readonly number[], gap: number, most: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  let least = 0;
  for (const i of order) {
    moved[i] = Math.max(places[i]!, least);
    least = moved[i] + gap;
  }
  for (const [rank, i] of order.entries()) {
    moved[i] = Math.min(moved[i]!, Math.max(most, gap * (order.length - 1)) - gap * (order.length - 1 - rank));
  }
  return moved;
}

/** The chart of a measure at that moment. `now` is what each run measures there. */
export function chartOf(
  measure: string,
  timelines: readonly Timeline[],
  now: readonly Measures[],
  names: readonly string[],
  timeUs: number,
): Chart {
  const { simulation, untilUs } = timelines[0]!;
  const { label, unit, decimals } = simulation.measures[measure]!;
  const runs = timelines.map((timeline, i) => ({
    course: courseOf(timeline),
    run: i,
    name: names[i]!,
    points: courseOf(timeline).measured(measure, timeUs),
    last: now[i]![measure] ?? null,
    isTheory: false,
  }));
  const drawn = [...runs, ...theories(measure, runs, timeUs)];
  const known = drawn.flatMap(({ course, name, points, last }) => [
    ...course.keep(`ends of ${measure} ${name}`, [points], () => endsOf(points)),
    last ?? 0,
  ]);
  const floor = -roundUp(-Math.min(...known, 0));
  const top = roundUp(Math.max(...known, 0)) || (floor < 0 ? 0 : 1);
  const y = (value: number): number => HEIGHT * (1 - (value - floor) / (top - floor));
  const ending = drawn.filter((line): line is typeof line & { last: number } => line.last !== null);
  const places = apart(
    ending.map(({ last }) => y(last)),
    LINE_PX,
    HEIGHT,
  );
  return {
    label,
    top: formatNumber(top, unit, placesOf(top, unit)),
    floor: formatNumber(floor, unit, placesOf(floor, unit)),
    lines: ending.map(({ course, run, name, points, last, isTheory }, i) => ({
      run,
      points:
        course.keep(`${measure} ${name}`, [points, top, floor], () => headOf(points, y)) +
        `${((timeUs / untilUs) * 100).toFixed(2)},${y(last).toFixed(1)}`,
      endPx: y(last),
      labelPx: places[i]!,
      name,
      value: formatNumber(last, unit, decimals),
      isTheory,
    })),
  };
}

interface Drawn {
  course: Course;
  run: number;
  name: string;
  points: Points;
  last: number | null;
  isTheory: boolean;
}

/** Works out one piece more of what these charts draw. True when all of it is there. */
export function catchUp(measures: readonly string[], timelines: readonly Timeline[], timeUs: number): boolean {
  return timelines.every((timeline, i) =>
    courseOf(timeline).catchUp(i < theorised(timelines.length) ? measures : [], timeUs),
  );
}

/** Of how many runs theory is drawn: of more than two, its lines would be too many. */
function theorised(runs: number): number {
  return runs > 2 ? 1 : 2;
}

/** What theory expects: one line where it expects the same of both. */
function theories(measure: string, runs: readonly Drawn[], timeUs: number): Drawn[] {
  const lines = runs.slice(0, theorised(runs.length)).map(({ course, run, name }) => {
    return { course, run, name: `theory, ${name}`, ...course.expected(measure, timeUs), isTheory: true };
  });
  const [one, other] = lines;
  return one && other && isSame(one.points, other.points) ? [{ ...one, name: 'theory' }] : lines;
}

/** The least and the most of what is known. */
function endsOf(points: Points): readonly number[] {
  const known = points.filter((value) => value !== null);
  return [Math.min(...known, 0), Math.max(...known, 0)];
}

function isSame(a: Points, b: Points): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** All points but the last, which moves on with the playhead. */
function headOf(points: Points, y: (value: number) => number): string {
  return points
    .map((value, i) => (value === null ? '' : `${((i / STEPS) * 100).toFixed(2)},${y(value).toFixed(1)} `))
    .join('');
}

/** Decimal places that the round end of an axis needs. */
function placesOf(value: number, unit: string): number {
  const shown = Number((unit === 'share' ? value * 100 : value).toPrecision(3));
  return (String(shown).split('.')[1] ?? '').length;
}
