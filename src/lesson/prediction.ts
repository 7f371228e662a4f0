/** What a prediction asks, and what the model says to it, worked out while the site is built. */
import type { Timeline } from '../engine/timeline.ts';
import type { MeasureInfo } from '../engine/simulation.ts';
import { holds } from './condition.ts';
import { checkAttributes } from './current.ts';

export type Kind = 'choice' | 'number' | 'draw';

const common = ['as', 'id', 'lab', 'scenario', 'measure', 'set', 'inputs'];
const kinds: Readonly<Record<Kind, { more: readonly string[]; needs: readonly string[] }>> = {
  choice: { more: ['at', 'options'], needs: ['options'] },
  number: { more: ['at', 'min', 'max', 'step', 'close'], needs: ['min', 'max', 'step'] },
  draw: { more: ['max', 'points'], needs: ['max'] },
};

/** Which kind of prediction it is. Throws an author's error for attributes that kind does not have, or lacks. */
export function kindOf(given: { as?: string }, file: string): Kind {
  const { as = 'choice' } = given;
  if (!Object.hasOwn(kinds, as)) {
    throw new Error(
      `A <Predict> cannot be as="${as}".\nThere are: ${Object.keys(kinds).join(', ')}.\nCorrect it in ${file}.`,
    );
  }
  const { more, needs } = kinds[as as Kind];
  const name = as === 'choice' ? 'Predict' : `Predict as="${as}"`;
  checkAttributes(name, given, [...common, ...more], ['id', 'lab', 'scenario', 'measure', ...needs], file);
  return as as Kind;
}

/** Which option holds. Throws an author's error unless exactly one does. */
export function choiceKey(
  id: string,
  measure: string,
  value: number,
  options: readonly { is: string }[],
  file: string,
): number {
  const holding = options.flatMap(({ is }, index) => (holds(is, value) ? [index] : []));
  if (holding.length === 1) return holding[0]!;
  throw new Error(
    `The prediction "${id}" must have exactly one option that holds; ${holding.length} do.\n` +
      `The model says ${measure} is ${value}; the options are: ${options.map(({ is }) => is).join('; ')}.\nCorrect them in ${file}.`,
  );
}

/** How a measure is asked for and written: shares in per cent. */
export function shownAs({ unit, decimals }: Pick<MeasureInfo, 'unit' | 'decimals'>): {
  unit: string;
  decimals: number;
  times: number;
} {
  return unit === 'share' ? { unit: '%', decimals, times: 100 } : { unit, decimals, times: 1 };
}

/** Throws an author's error unless the slider can be moved and reaches what the model says. */
export function requireRange(
  id: string,
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
  file: string,
): void {
  if (!(min < max && step > 0 && step <= max - min)) {
    throw new Error(
      `The prediction "${id}" asks for a number from ${min} to ${max} in steps of ${step}, which leaves no choice.\n` +
        `Correct min, max and step in ${file}.`,
    );
  }
  if (value < min || value > max) {
    throw new Error(
      `The prediction "${id}" asks for a number from ${min} to ${max}, but the model says ${value}.\nWiden min and max in ${file}.`,
    );
  }
}

/** The least and the most points a learner draws: fewer show no shape, more do not fit a finger. */
const [FEWEST, MOST] = [4, 8];
/** The run's own line is drawn finer. */
const FINE = 40;

export interface Curve {
  /** The moments of the points as people read them, the first included; what all begin with is left out. */
  labels: readonly string[];
  /** The measure there; null where nothing can be said. */
  values: readonly (number | null)[];
  /** The run's line in a box of 100 by 100, as the `d` of a path. */
  line: string;
}

/** The measure over the time of a run. Throws an author's error when it does not fit the chart. */
export function curveOf(
  id: string,
  timeline: Timeline,
  { measure, points, max, times }: { measure: string; points: number; max: number; times: number },
  file: string,
): Curve {
  if (!Number.isInteger(points) || points < FEWEST || points > MOST) {
    throw new Error(
      `The prediction "${id}" has points={${points}}; it can have from ${FEWEST} to ${MOST}.\nCorrect it in ${file}.`,
    );
  }
  const at = (share: number): number | null => {
    const value = timeline.at({ timeUs: Math.round(timeline.untilUs * share) }).measures[measure] ?? null;
    return value === null ? null : value * times;
  };
  const fine = Array.from({ length: FINE + 1 }, (_, i) => at(i / FINE));
  const most = Math.max(...fine.map((value) => value ?? -Infinity));
  const least = Math.min(...fine.map((value) => value ?? Infinity));
  if (!(max > 0 && most <= max && least >= 0)) {
    const says = most < least ? 'nothing at any moment' : `${least} to ${most}`;
    throw new Error(
      `The prediction "${id}" is drawn in a chart from 0 to ${max}, but the model says ${says}.\nCorrect max in ${file}.`,
    );
  }
  const moments = Array.from({ length: points + 1 }, (_, i) => i / points);
  const { simulation, untilUs } = timeline;
  return {
    labels: withoutSharedStart(
      moments.map((share) => simulation.timeLabel((untilUs * share) / 1000, timeline.end.config)),
    ),
    values: moments.map(at),
    line: pathOf(fine, max),
  };
}

/** "Mon 09:15" among others of that Monday is "09:15". */
function withoutSharedStart(labels: readonly string[]): readonly string[] {
  const [, start] = /^(\S+ )\S/.exec(labels[0] ?? '') ?? [];
  return start !== undefined && labels.every((label) => label.startsWith(start))
    ? labels.map((label) => label.slice(start.length))
    : labels;
}

/** A gap where nothing can be said. */
function pathOf(values: readonly (number | null)[], max: number): string {
  const place = (i: number, value: number): string =>
    `${Number(((i / (values.length - 1)) * 100).toFixed(1))} ${Number((100 - (value / max) * 100).toFixed(1))}`;
  return values
    .map((value, i) => (value === null ? '' : `${(values[i - 1] ?? null) === null ? 'M' : 'L'}${place(i, value)}`))
    .join('');
}

/** A step of the keyboard: about a sixtieth of the chart, a round number, and none that is not shown. */
export function drawStep(max: number, decimals: number): number {
  const least = Math.max(max / 60, 1 / Math.pow(10, decimals));
  const size = Math.pow(10, Math.floor(Math.log10(least)));
  return Number(([1, 2, 5, 10].find((each) => each * size >= least * 0.999)! * size).toPrecision(3));
}
