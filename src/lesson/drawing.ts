/**
 * A prediction by drawing: a line over an empty chart, by pointer or point by point with the keyboard.
 *
 * Both ways end in the same few points at equal steps of the run's time. What is kept are those points.
 */
import { formatNumber } from '../engine/format-number.ts';
import type { Answering } from './answering.ts';
import { sayCurveGap, type Shown } from './gap.ts';
import { strokes } from './stroke.ts';

interface Asked extends Shown {
  labels: readonly string[];
  values: readonly (number | null)[];
  /** The run's line, as the `d` of a path in a box of 100 by 100. */
  line: string;
  max: number;
  step: number;
}
type Points = readonly (number | null)[];

/** Between drawn points the line is straight, and so is what is kept of it; null while it does not reach the end. */
export function wholeLine(points: Points, decimals: number): Points | null {
  if ((points.at(-1) ?? null) === null) return null;
  return points.map((value, i) => {
    const from = points.findLastIndex((p, j) => j <= i && p !== null);
    const to = points.findIndex((p, j) => j >= i && p !== null);
    if (value !== null || from < 0) return value;
    const between = points[from]! + ((points[to]! - points[from]!) * (i - from)) / (to - from);
    return Number(between.toFixed(decimals));
  });
}

/** Whether what was kept is such a line. It may begin late, where the run has no start to draw from. */
export function isLine(kept: unknown, length: number, max: number): kept is Points {
  if (!Array.isArray(kept) || kept.length !== length) return false;
  const isPoint = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= max;
  return isPoint(kept.at(-1)) && kept.slice(1).every((value) => value === null || isPoint(value));
}

/** Shift moves a point so many steps. */
const FURTHER = 5;

export function drawing(section: HTMLElement, asked: Asked): Answering {
  const { labels, values, line, max, step, unit, decimals } = asked;
  const plot = section.querySelector<HTMLElement>('.plot')!;
  const handles = [...plot.querySelectorAll<HTMLElement>('.pt')];
  const last = handles.length;
  const write = (value: number): string => formatNumber(value, unit, decimals);
  /** The first is the run's own start; the others are the learner's. */
  let points: Points = values.map((value, i) => (i === 0 ? value : null));
  let settled = false;

  function put(places: readonly (readonly [at: number, value: number])[]): void {
    const next = [...points];
    for (const [at, value] of places) {
      const steps = Math.round(Math.min(max, Math.max(0, value)) / step);
      next[at] = Number(Math.min(max, steps * step).toPrecision(6));
    }
    show(next);
  }

  function show(next: Points): void {
    points = next;
    handles.forEach((handle, i) => {
      const value = next[i + 1] ?? null;
      handle.toggleAttribute('data-drawn', value !== null);
      handle.style.setProperty('--y', String(((value ?? 0) / max) * 100));
      handle.ariaValueNow = String(value ?? 0);
      handle.ariaValueText = value === null ? 'not drawn yet' : write(value);
    });
    const through = next.flatMap((value, i) =>
      value === null ? [] : `${(i / last) * 100} ${100 - (value / max) * 100}`,
    );
    for (const path of plot.querySelectorAll('.mine'))
      path.setAttribute('d', through.length ? `M${through.join('L')}` : '');
  }

  const whole = (): Points | null => wholeLine(points, decimals);

  strokes(plot, {
    last,
    isOpen: () => !settled,
    begin: () => {
      const before = points;
      return () => show(before);
    },
    put: (places) => put(places.map(([at, height]) => [at, height * max])),
  });
  handles.forEach((handle, i) =>
    handle.addEventListener('keydown', (event) => {
      const at = i + 1;
      const now = points[at] ?? points.findLast((value, j) => j < at && value !== null) ?? 0;
      const far = step * (event.shiftKey ? FURTHER : 1);
      const to = {
        ArrowUp: now + far,
        ArrowDown: now - far,
        PageUp: now + step * FURTHER,
        PageDown: now - step * FURTHER,
        Home: 0,
        End: max,
      }[event.key];
      if (to === undefined || settled || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      put([[at, to]]);
    }),
  );

  return {
    given: () => {
      const drawn = whole();
      return drawn && { points: drawn, key: values };
    },
    missing: () => `Draw the line as far as ${labels[last]} first, or skip.`,
    words: () => `your line, which ends at ${write(points[last] ?? 0)}`,
    gap: (sure) => sayCurveGap({ drawn: whole() ?? points, run: values, labels, max, unit, decimals }, sure),
    outcome: () => {
      const end = values[last] ?? null;
      return end === null
        ? 'The line of the run is in the chart.'
        : `The run ends at ${write(end)}; its line is in the chart.`;
    },
    take: ({ points: kept }) => {
      if (!isLine(kept, last + 1, max)) return false;
      show([points[0] ?? null, ...kept.slice(1)]);
      return true;
    },
    settle: () => {
      settled = true;
      plot.querySelector('.run')!.setAttribute('d', line);
      plot.dataset['over'] = '';
      handles.forEach((handle, i) => {
        const truth = values[i + 1] ?? null;
        handle.removeAttribute('tabindex');
        handle.ariaDisabled = 'true';
        handle.ariaValueText += truth === null ? '' : `; the run has ${write(truth)}`;
      });
    },
  };
}
