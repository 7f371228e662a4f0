/** The mailboxes of the last customers: an envelope for each receipt, and a cross at the second one. */
import type { Scene } from './flow.ts';
import { paint, type Shape } from '../../lab/drawing/shapes.ts';

const envelope = 'h26v18h-26zl13 10l13 -10';
const cross = 'm30 4l10 10m0 -10l-10 10';

/** Nothing where there are no orders. */
export function mailShapes({ state, place }: Scene): Shape[] {
  const { mailY, size, layout } = place;
  if (mailY === null) return [];
  const isWide = layout === 'wide';
  const left = isWide ? 256 : 2;
  const step = isWide ? 94 : 86;
  const perRow = isWide ? 8 : 4;
  const top = isWide ? mailY : mailY + 8;
  const at = (place: number): [number, number] => [
    left + (place % perRow) * step,
    top + Math.floor(place / perRow) * 30,
  ];
  const firsts = state.customers.map((_, i) => `M${at(i).join(' ')}${envelope}`).join('');
  const seconds = state.customers.flatMap(({ receipts }, i) =>
    receipts > 1 ? [[at(i)[0] + 34, at(i)[1]] as const] : [],
  );
  const figure = (shape: string): string => seconds.map(([x, y]) => `M${x} ${y}${shape}`).join('');
  const words = state.customers.length === 0 ? 'No receipt sent yet' : 'Receipts, by customer';
  return [
    { text: words, x: 0, y: isWide ? mailY + size * 0.8 : mailY - size * 0.2, fill: paint('ink-2') },
    { d: firsts, stroke: paint('ink'), width: 1.6, fill: paint('plate') },
    { d: figure(envelope), stroke: paint('harm'), width: 1.6, fill: paint('plate') },
    { d: figure(cross), stroke: paint('harm'), width: 2.6 },
  ];
}
