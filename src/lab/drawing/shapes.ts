/**
 * A picture as a list of shapes, drawn by `Drawing.svelte`: many elements of two kinds cost a page less
 * as data than as templates. Plain data, so that a simulation's own files can make it without a browser.
 */
import type { Mark } from '../../engine/simulation.ts';

/** A path, filled, stroked or both; without a fill it has none. */
export interface Line {
  d: string;
  stroke?: string;
  fill?: string;
  width?: number;
  dash?: string;
  at?: string;
}
/** Text at its baseline. */
export interface Label {
  text: string;
  x: number;
  y: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
  /** Paper round the letters, where they lie on lines. */
  halo?: boolean;
}
/** One of the six marks, centred on a point. */
export interface Sign {
  mark: Mark;
  x: number;
  y: number;
  size: number;
}
/** Lines and signs are drawn in their order, and every label above them. */
export type Shape = Line | Label | Sign;

/** Colour tokens as paint. */
export const paint = (token: string): string => `var(--${token})`;

/** A mark as a shape. */
export function markAt(mark: Mark, x: number, y: number, size: number): Sign {
  return { mark, x, y, size };
}

/** A box with round corners. */
export function box(x: number, y: number, width: number, height: number, r = 5): string {
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}
