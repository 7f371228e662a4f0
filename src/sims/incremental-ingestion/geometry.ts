/** Where things are: from time to a place on the axis and back. */
import { calendarMs, SPAN_MS } from './calendar.ts';
import type { Config } from './state.ts';

/** Run time in milliseconds, and places across the drawing in its own units. */
export interface Scale {
  /** The place of a run time. */
  x(nowMs: number): number;
  /** The run time at a place. */
  at(x: number): number;
}

/** Straight between given points of (run time, place), and on beyond the outer ones. */
export function scale(points: readonly (readonly [number, number])[]): Scale {
  const along = (value: number, from: 0 | 1): number => {
    const to = from === 0 ? 1 : 0;
    let place = 1;
    while (place < points.length - 1 && value > points[place]![from]) place += 1;
    const [low, high] = [points[place - 1]!, points[place]!];
    return low[to] + ((value - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
  };
  return { x: (nowMs) => along(nowMs, 0), at: (x) => along(x, 1) };
}

/** The run time of a calendar time, at most so long before or after the run: `calendarMs` the other way round. */
export function runMs(calendar: number, config: Config): number {
  let [low, high] = [-100_000, 300_000];
  for (let half = 0; half < 40; half += 1) {
    const middle = (low + high) / 2;
    if (calendarMs(middle, config) < calendar) low = middle;
    else high = middle;
  }
  return high;
}

/** What part of the run's axis is shown: all of it, or on a phone a window that follows the playhead. */
export function shownMs(config: Config, narrow: boolean, nowMs: number): { fromMs: number; toMs: number } {
  const span = SPAN_MS[config.work];
  const width = !narrow ? span : config.work === 'traffic' ? 70_000 : config.work === 'eight-rows' ? 14_000 : span;
  const fromMs = Math.max(0, Math.min(nowMs - 0.7 * width, span - width));
  return { fromMs, toMs: fromMs + width };
}
