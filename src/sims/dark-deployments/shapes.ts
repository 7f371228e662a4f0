/**
 * The picture as a list of shapes. Everything but the switch is drawn by `Drawing.svelte` from such
 * lists: many elements of two kinds cost a page less as data than as templates.
 */
import type { Mark } from '../../engine/simulation.ts';

export interface Line {
  d: string;
  stroke?: string;
  fill?: string;
  width?: number;
  dash?: string;
  at?: string;
}
export interface Label {
  text: string;
  x: number;
  y: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  size?: number;
}
/** One of the six marks, centred on a point. */
export interface Sign {
  mark: Mark;
  x: number;
  y: number;
  size: number;
}
export type Shape = Line | Label | Sign;

/** Colour tokens as paint. */
export const paint = (token: string): string => `var(--${token})`;

/** A mark as a shape. */
export function markAt(mark: Mark, x: number, y: number, size: number): Sign {
  return { mark, x, y, size };
}

/** A box with round corners. */
export function box(x: number, y: number, width: number, height: number, r: number): string {
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

/**
 * The same figure at many places, as one path: a node each would be too many. Figures wider than the way
 * to the next, `gap`, would run into each other; they are set in three lanes.
 */
export function repeat(figure: string, places: readonly number[], y: number, gap = 0): string {
  const lanes = [0, -9, 9].map((dy) => ({ dy, until: -Infinity }));
  return places
    .map((x) => {
      const free = lanes.find(({ until }) => x >= until) ?? lanes.reduce((a, b) => (b.until < a.until ? b : a));
      free.until = x + gap;
      return `M${x.toFixed(1)} ${y + free.dy}${figure}`;
    })
    .join('');
}

/** Figures for `repeat`, drawn from their middle. */
export const figures = {
  dot: 'h0',
  cross: 'm-6 -6l12 12m0 -12l-12 12',
  speck: 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0',
  ring: 'm-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0',
  envelope: 'm-10 -7h20v14h-20zl10 8l10-8',
};
