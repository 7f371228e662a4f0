/** Small signs as path data, so that many of one kind are one element of the page. */
import type { Shape } from '../../lab/drawing/shapes.ts';

type Sign = (x: number, y: number, r: number) => string;

const tenth = (value: number): number => Math.round(value * 10) / 10;
/** Path data with its numbers to a tenth. */
export function path(words: TemplateStringsArray, ...numbers: number[]): string {
  return words.reduce((before, word, place) => before + tenth(numbers[place - 1]!) + word);
}

/** A disc: an insert at its commit, the handle, and the ring of a badge. */
export const dot: Sign = (x, y, r) => path`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
/** An update, at its commit. */
export const diamond: Sign = (x, y, r) => path`M${x - r} ${y}l${r} ${-r} ${r} ${r} ${-r} ${r}z`;
/** The end of something: a row that is no more. */
export const stop: Sign = (x, y, r) => path`M${x} ${y - r}v${2 * r}`;
/** Lost, or crashed. */
export const cross: Sign = (x, y, r) => path`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`;
/** Came. */
export const tick: Sign = (x, y, r) => path`M${x - r} ${y + 0.1 * r}l${0.7 * r} ${0.7 * r} ${1.3 * r} ${-1.6 * r}`;
/** Still to come, or kept out. */
export const square: Sign = (x, y, r) => path`M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
/** Came twice. */
export const ticks: Sign = (x, y, r) => tick(x - 0.45 * r, y, 0.8 * r) + tick(x + 0.45 * r, y, 0.8 * r);

/** A badge of each kind: rings, and signs in them. */
export function badges(
  sign: Sign,
  kind: string,
  places: readonly (readonly [x: number, y: number])[],
  r: number,
): Shape[] {
  const all = (draw: Sign, size: number): string => places.map(([x, y]) => draw(x, y, size)).join('');
  const stroke = `var(--${kind})`;
  return [
    { d: all(dot, r), fill: 'var(--plate)', stroke, width: Math.min(2, r / 4) },
    { d: all(sign, r * 0.46), stroke, width: Math.min(2.4, r * 0.24) },
  ];
}
