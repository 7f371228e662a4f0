/**
 * Where the dots of a dot plot stand: one dot for each seed, stacked in bins along an axis.
 *
 * Values are counted in the smallest step the measure is written with, so that a dot spoken as 23 stands
 * on 23, and two that read the same stand in one stack.
 */
import { formatNumber } from '../../engine/format-number.ts';
import type { MeasureInfo } from '../../engine/simulation.ts';

/** How one seed ended, in the measure that is looked at. */
export interface Ended {
  seed: number;
  value: number;
}

export interface Dot extends Ended {
  x: number;
  y: number;
}

export interface DotPlot {
  /** By value, then by seed. */
  dots: readonly Dot[];
  radius: number;
  ticks: readonly { x: number; text: string }[];
  /** Where any value lies on the axis. */
  x(value: number): number;
}

/** In pixels of the drawing, from its top: two rows of labels, then the stacks, the axis and its numbers. */
export const plot = { height: 306, firstRow: 14, secondRow: 32, top: 46, floor: 274, numbers: 294 } as const;

/** Room on each side of the axis, for half a stack and half a number. */
export const ASIDE = 22;
/** From dot to dot, in pixels: smaller ones cannot be told apart, the middle is easy to see, larger ones look like things. */
const [SMALL, EASY, LARGE] = [6.5, 8, 12];
/** About so much of the axis holds one number. */
const TICK_PX = 72;
/** From a line to its label, and how wide a letter of it is, about. */
export const [GAP, LETTER_PX] = [7, 6.6];
/** More bins than this would be a picture of noise. */
const MOST_BINS = 90;

/** 1, 2, 5, 10, 20 … */
function* roundNumbers(): Generator<number> {
  for (let ten = 1; ; ten *= 10) for (const n of [1, 2, 5]) yield n * ten;
}

interface Scale {
  /** The first step on the axis, and how many steps there are. */
  from: number;
  steps: number;
  /** Steps in a bin, dots side by side in it, pixels from dot to dot. */
  bin: number;
  columns: number;
  pitch: number;
}

/** The finest bins whose dots are large enough to see, with as few of them side by side as will fit. */
function scaleFor(steps: readonly number[], shown: readonly number[], width: number): Scale {
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  // From zero, unless that would leave most of the axis empty.
  const start = low > 0 && low < high / 2 ? 0 : low;
  let best: Scale | null = null;
  for (const bin of roundNumbers()) {
    const from = Math.floor(start / bin) * bin;
    const bins = Math.max(6, Math.floor((high - from) / bin) + 1);
    const binPx = width / bins;
    if (bins > Math.max(12, Math.min(MOST_BINS, width / SMALL))) continue;
    const counts = new Map<number, number>();
    for (const step of steps) {
      const index = Math.floor((step - from) / bin);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    const tallest = Math.max(1, ...counts.values());
    for (let columns = 1; columns <= Math.max(1, binPx / SMALL); columns += 1) {
      const pitch = Math.min(LARGE, binPx / columns, (plot.floor - plot.top) / Math.ceil(tallest / columns));
      const scale = { from, steps: bins * bin, bin, columns, pitch };
      // Stacks stay apart, unless each is one dot wide.
      const isApart = columns === 1 || columns * pitch < binPx * 0.7;
      if (pitch >= EASY && isApart) return scale;
      if (!best || pitch > best.pitch) best = scale;
    }
    if (best && best.pitch >= SMALL) return best;
    if (bins === 6) break;
  }
  return best!;
}

/** `also` are values that must lie on the axis without being a dot; `last` is the seed that tops its stack. */
export function placeDots(
  ended: readonly Ended[],
  { unit, decimals }: MeasureInfo,
  width: number,
  also: readonly number[] = [],
  last?: number,
): DotPlot {
  const stepsIn1 = (unit === 'share' ? 100 : 1) * 10 ** decimals;
  const sorted = [...ended].sort((a, b) => a.value - b.value || a.seed - b.seed);
  const steps = sorted.map(({ value }) => Math.round(value * stepsIn1));
  const shown = [...steps, ...also.map((value) => value * stepsIn1)];
  const { from, steps: all, bin, columns, pitch } = scaleFor(steps, shown.length > 0 ? shown : [0], width);
  const at = (step: number): number => ((step - from + 0.5) / all) * width;

  const places = new Map<number, { x: number; y: number }>();
  const filled = new Map<number, number>();
  const order = sorted
    .map((_, i) => i)
    .sort((a, b) => Number(sorted[a]!.seed === last) - Number(sorted[b]!.seed === last));
  for (const i of order) {
    const index = Math.floor((steps[i]! - from) / bin);
    const place = filled.get(index) ?? 0;
    filled.set(index, place + 1);
    places.set(i, {
      x: at(from + index * bin + (bin - 1) / 2) + ((place % columns) - (columns - 1) / 2) * pitch,
      y: plot.floor - (Math.floor(place / columns) + 0.5) * pitch - 1,
    });
  }
  return {
    dots: sorted.map((each, i) => ({ ...each, ...places.get(i)! })),
    radius: pitch / 2 - 0.7,
    ticks: ticksOf(from, all, width, stepsIn1, unit, at),
    x: (value) => at(value * stepsIn1),
  };
}

/** Round numbers along the axis; the last one carries the unit. */
function ticksOf(
  from: number,
  steps: number,
  width: number,
  stepsIn1: number,
  unit: string,
  at: (step: number) => number,
): DotPlot['ticks'] {
  let every = 1;
  for (const round of roundNumbers()) {
    every = round;
    if ((round / steps) * width >= TICK_PX) break;
  }
  const first = Math.ceil(from / every) * every;
  const found = Array.from({ length: Math.floor((from + steps - 1 - first) / every) + 1 }, (_, i) => first + i * every);
  const perUnit = unit === 'share' ? stepsIn1 / 100 : stepsIn1;
  const decimals = Math.max(0, Math.ceil(Math.log10(perUnit / every)));
  return found.map((step, i) => ({
    x: at(step),
    text: formatNumber(step / stepsIn1, i === found.length - 1 || unit === 'share' ? unit : '', decimals),
  }));
}

/** A line across the plot, and what is written beside it. */
export interface Line {
  x: number;
  text: string;
}

export interface Label extends Line {
  y: number;
  /** To which side of its line the text stands. */
  anchor: 'start' | 'end';
}

/** What stands beside the lines of one's own seed and of theory: in the drawing, and off each other's line where there is room. */
export function placeLabels(own: Line | null, theory: Line | null, width: number): readonly (Label | null)[] {
  return [own && beside(own, theory, plot.firstRow, width), theory && beside(theory, own, plot.secondRow, width)];
}

function beside({ x, text }: Line, other: Line | null, y: number, width: number): Label {
  const long = text.length * LETTER_PX + GAP;
  const worth = (anchor: Label['anchor']): number => {
    const [left, right] = anchor === 'start' ? [x, x + long] : [x - long, x];
    const isIn = left >= -ASIDE && right <= width + ASIDE;
    const isClear = !other || other.x <= left || other.x >= right;
    return (isIn ? 2 : 0) + (isClear ? 1 : 0);
  };
  const isEnd = worth('end') > worth('start') || (worth('start') < 2 && worth('end') < 2 && x > width / 2);
  return { x: isEnd ? x - GAP : x + GAP, y, text, anchor: isEnd ? 'end' : 'start' };
}
