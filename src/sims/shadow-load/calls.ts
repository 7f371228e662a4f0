/** Where nothing is looked up: what waits for the copy, as two bars on one clock. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Scene } from './flow.ts';
import { box, paint, type Shape } from '../../lab/drawing/shapes.ts';

/** Bars for v1's and v2's own time, and where the user's answer and the client's next request stand between them. */
export function callShapes({ config, place }: Scene): Shape[] {
  const { v1Ms, v2Ms, shadowCall, mirrorShare, clients } = config;
  const { calls, size, layout } = place;
  if (v1Ms + v2Ms === 0 || layout === 'still') return [];
  const isCopied = mirrorShare > 0;
  const startsMs = shadowCall === 'sequential' ? v1Ms : 0;
  const endsMs = Math.max(v1Ms, isCopied ? startsMs + v2Ms : 0);
  const bothMs = shadowCall === 'awaitBoth' || shadowCall === 'sequential' ? endsMs : v1Ms;
  const readMs = isCopied && shadowCall === 'keepAlive' && clients === 'one' ? endsMs : null;
  const unit = (calls.w - 20) / Math.max(1, v1Ms + v2Ms);
  const [bar, gap] = [24, size * 0.5];
  const [first, second] = [calls.y + size * 1.9, calls.y + size * 1.9 + bar + gap];
  const foot = second + bar + gap;
  const at = (ms: number): number => calls.x + ms * unit;
  const isRight = bothMs > (v1Ms + v2Ms) / 2;
  const word = (ms: number, text: string, y: number, isEnd: boolean): Shape => ({
    text,
    x: at(ms) + (isEnd ? -6 : 6),
    y,
    anchor: isEnd ? 'end' : 'start',
    weight: 600,
  });
  const barOf = (fromMs: number, ms: number, y: number): string => box(at(fromMs), y, Math.max(6, ms * unit), bar, 3);
  const inside = (fromMs: number, ms: number, y: number, text: string, token: string): Shape =>
    ms * unit > size * 5
      ? { text, x: at(fromMs) + 10, y: y + 18, fill: paint(token) }
      : { text, x: at(fromMs + ms) + 12, y: y + 18, fill: paint(token) };
  const time = (ms: number): string => formatNumber(ms, 'ms', 0);
  return [
    { d: barOf(0, v1Ms, first), stroke: paint('live'), width: 2.2, fill: paint('plate') },
    inside(0, v1Ms, first, `v1 ${time(v1Ms)}`, 'live'),
    ...(isCopied
      ? [
          { d: barOf(startsMs, v2Ms, second), stroke: paint('dark'), width: 2.2, dash: '6 5' },
          inside(startsMs, v2Ms, second, `v2 ${time(v2Ms)}`, 'dark'),
        ]
      : []),
    {
      d: `M${at(isCopied ? bothMs : v1Ms)} ${calls.y + size * 1.2}V${bothMs === v1Ms ? first + bar + gap / 2 : foot}`,
      stroke: paint('live'),
      width: 3,
    },
    word(isCopied ? bothMs : v1Ms, 'the user has the answer', calls.y + size * 0.8, isCopied && isRight),
    ...(readMs === null
      ? []
      : [
          { d: `M${at(readMs)} ${first + bar}V${foot + 6}`, stroke: paint('wait'), width: 3 },
          { ...word(readMs, 'the next request is read', foot + size + 4, true), fill: paint('wait') },
        ]),
  ];
}
