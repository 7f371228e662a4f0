/** How much each round trip carried: slow start as doubling, a loss as a fall by half. */
import { formatNumber } from '../../engine/format-number.ts';
import { paint, type Shape } from '../../lab/drawing/shapes.ts';
import type { Scene } from './scene.ts';
import { BARS } from './state.ts';
import { filled, windowSegments } from './way.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** One bar for each round trip, or the mean of several where there are too many. */
export function stripShapes({ state, config, place }: Scene): Shape[] {
  const { x, y, w, h } = place.strip;
  const { size, layout } = place;
  const { bars, roundsPerBar } = state;
  const means = bars.map(({ segments, rounds }) => segments / rounds);
  const most = Math.max(...means);
  // So that bars keep their width while a few more come.
  const slots = [12, 24, 48].find((slots) => slots >= bars.length) ?? BARS;
  const each = w / slots;
  const atX = (bar: number): number => tenth(x + (bar + 0.5) * each);
  const atY = (segments: number): number => tenth(y + h - (segments / most) * h);
  const grey = paint('ink-2');
  const number = (value: number): string => formatNumber(value, '', 0);
  const limits = [
    { name: 'window', segments: windowSegments(config.windowKB) },
    { name: 'pipe', segments: 1 / filled(1, config) },
  ].filter(({ segments }) => segments <= most * 1.001);
  const wide = Math.min(24, each * 0.7);
  const barOf = (mean: number, bar: number): string =>
    `M${tenth(atX(bar) - wide / 2)} ${y + h}V${atY(mean)}h${tenth(wide)}V${y + h}z`;
  const cross = (bar: number): string => `M${atX(bar) - 5} ${atY(means[bar]!) - 5}l10 10m0 -10l-10 10`;
  const lost = bars.flatMap((bar, at) => (bar.lost > 0 ? [cross(at)] : [])).join('');
  const per = `one bar is ${roundsPerBar === 1 ? 'one' : roundsPerBar} round trip${roundsPerBar === 1 ? '' : 's'}`;
  const isWide = layout === 'wide';
  return [
    { d: means.map(barOf).join(''), fill: paint('live') },
    { d: `M${x} ${y + h}H${x + w}`, stroke: paint('ink-3'), width: 1.2 },
    ...limits.map(({ segments }) => ({
      d: `M${x} ${atY(segments)}H${x + w}`,
      stroke: paint('ink-3'),
      width: 1.2,
      dash: '2 5',
    })),
    { d: lost, stroke: paint('harm'), width: 2.4 },
    ...(layout === 'still'
      ? []
      : [
          {
            text: `Segments in each round trip${isWide ? `: ${per}` : ''}`,
            x: isWide ? x : 0,
            y: y - size,
            fill: grey,
          },
          ...(isWide ? [] : [{ text: per, x: 0, y: y + h + size * 1.5, fill: grey }]),
          { text: number(most), x: x - 6, y: y + size * 0.6, anchor: 'end' as const, fill: grey },
          { text: '0', x: x - 6, y: y + h, anchor: 'end' as const, fill: grey },
          ...limits.map(({ name, segments }, at) => ({
            text: `${name} ${number(segments)}`,
            x: x + w + 6,
            y: Math.max(atY(segments) + size * 0.35, y + size * (0.35 + (limits.length > 1 ? 1.15 * at : 0))),
            fill: grey,
          })),
        ]),
  ];
}
