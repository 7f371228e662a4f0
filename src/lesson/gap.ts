/** How far a prediction lies from the run, in words with their numbers. */
import { formatNumber } from '../engine/format-number.ts';

/** 0 a guess, 1 fairly sure, 2 certain; null where it was not said. */
export type Sure = 0 | 1 | 2 | null;

/** How numbers of one measure are written. */
export interface Shown {
  unit: string;
  decimals: number;
}

/** What having been sure, or not, teaches once the run has spoken; '' where it teaches nothing. */
function onSure(sure: Sure, right: boolean): string {
  if (sure === 2 && !right) return ' You were certain: this is one to remember.';
  if (sure === 0 && right) return ' You called it a guess, and it held.';
  return '';
}

export function sayChoiceGap(said: string, outcome: string, right: boolean, sure: Sure): string {
  const gap = right ? 'You saw it coming.' : 'That gap is what this lesson is about.';
  return `You said ${said}. The run says ${outcome}. ${gap}${onSure(sure, right)}`;
}

/** Whether a number is right as it is shown; `close` is how far off still counts as seen. */
export function isClose(given: number, key: number, close: number, decimals: number): boolean {
  return Math.abs(rounded(given, decimals) - rounded(key, decimals)) <= close + Number.EPSILON * Math.abs(key);
}

export function sayNumberGap(given: number, key: number, close: number, shown: Shown, sure: Sure): string {
  const { unit, decimals } = shown;
  const write = (value: number): string => formatNumber(value, unit, decimals);
  const gap = rounded(given, decimals) - rounded(key, decimals);
  const right = isClose(given, key, close, decimals);
  if (gap === 0) return `You said ${write(given)}, and so does the run.${onSure(sure, true)}`;
  const than = gap < 0 ? 'more' : unit === '' ? 'fewer' : 'less';
  const by = `${write(Math.abs(gap))} ${than} than you said`;
  return `You said ${write(given)}. The run says ${write(key)}: ${by}${right ? ', and close enough' : ''}.${onSure(sure, right)}`;
}

/** A curve as drawn and as run: values at the same moments, null where nothing can be said. */
export interface CurveGap extends Shown {
  drawn: readonly (number | null)[];
  run: readonly (number | null)[];
  /** The moments, as people read them. */
  labels: readonly string[];
  /** The top of the chart; a twentieth of it counts as close. */
  max: number;
}

/** Whether a curve is right: at no moment further off than what counts as close. */
export function isCloseCurve({
  drawn,
  run,
  max,
  decimals,
}: Pick<CurveGap, 'drawn' | 'run' | 'max' | 'decimals'>): boolean {
  return run.every((truth, i) => {
    const mine = drawn[i] ?? null;
    return mine === null || truth === null || Math.abs(rounded(mine, decimals) - rounded(truth, decimals)) <= max / 20;
  });
}

export function sayCurveGap(curve: CurveGap, sure: Sure): string {
  const { drawn, run, labels, unit, decimals } = curve;
  const write = (value: number): string => formatNumber(value, unit, decimals);
  const pairs = labels.flatMap((label, i) => {
    const [mine, truth] = [drawn[i] ?? null, run[i] ?? null];
    if (mine === null || truth === null) return [];
    return [{ label, mine, truth, gap: rounded(mine, decimals) - rounded(truth, decimals) }];
  });
  const last = pairs.at(-1);
  if (!last) return 'There is no moment at which both your line and the run’s say something.';
  const worst = pairs.reduce((far, each) => (Math.abs(each.gap) >= Math.abs(far.gap) ? each : far), last);
  const end = `You drew ${write(last.mine)} at ${last.label}; the run has ${write(last.truth)}.`;
  if (isCloseCurve(curve)) {
    const far =
      worst.gap === 0 ? 'Your line is the run’s' : `You were never more than ${write(Math.abs(worst.gap))} off`;
    return `${end} ${far}: you saw it coming.${onSure(sure, true)}`;
  }
  const [over, under] = unit === '' ? ['too many', 'too few'] : ['too high', 'too low'];
  const off = `${write(Math.abs(worst.gap))} ${worst.gap > 0 ? over : under}`;
  const where = worst === last ? 'That is where you were furthest off' : `You were furthest off at ${worst.label}`;
  return `${end} ${where}: ${off}.${onSure(sure, false)}`;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
