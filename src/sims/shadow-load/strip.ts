/** Response times of users over the whole run, so that one sees them lift off. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Scene } from './flow.ts';
import { paint, type Shape } from '../../lab/drawing/shapes.ts';
import { filled } from './marks.ts';
import { timeLabel } from './time-label.ts';

const ROUND_MS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const ROUND_S = [5, 10, 20, 30, 60, 120, 300, 600, 720, 900, 1800, 3600];
/** The next round number, so that the axis stays while the run goes on. */
const roundUp = (value: number, steps: readonly number[]): number => steps.find((step) => step >= value) ?? value;

/** Dots, the percentiles of the last answers, and where v2 has a cache, how long its copies take. */
export function stripShapes({ state, config, nowMs, measures, place }: Scene): Shape[] {
  const { strip, size, layout } = place;
  const { x, y, w, h } = strip;
  const p50 = measures['p50Ms'] ?? null;
  const p99 = measures['p99Ms'] ?? null;
  // How long a copy takes is of interest where v2 has a cache of its own to warm.
  const copyMs = config.cacheTtlS > 0 ? (measures['shadowP50Ms'] ?? null) : null;
  const longest = Math.max(p99 ?? 0, copyMs ?? 0, ...state.dots.map(({ tookUs }) => tookUs / 1000));
  // One more, so that no dot lies on the upper edge.
  const topMs = roundUp(longest + 1, ROUND_MS);
  const untilMs = 1000 * roundUp(nowMs / 1000, ROUND_S);
  const atX = (ms: number): number => x + (ms / untilMs) * w;
  const atY = (ms: number): number => y + h - (ms / topMs) * h;
  const spots = state.dots.map(({ atMs, tookUs }) => ({ x: atX(atMs), y: atY(tookUs / 1000) }));
  const each = state.dotEvery === 1 ? 'one dot is one answer' : `one dot is one answer in ${state.dotEvery}`;
  const grey = paint('ink-2');
  const since = state.recent[0]?.atMs ?? 0;
  const labels: readonly number[] =
    p50 === null || p99 === null ? [] : percentileLabels(atY(p50), atY(p99), y, y + h, size);
  const title = layout === 'wide' ? `Response times of users in ms: ${each}` : 'Response times of users in ms';
  /** At its line, or where words are there already, above them. */
  const copyLabel = (line: number): number => {
    const own = line + size * 0.35;
    return labels.some((label) => Math.abs(label - own) < size * 1.1) ? labels[1]! - size * 1.1 : own;
  };
  const percentile = (name: string, ms: number): string =>
    `${name} ${formatNumber(ms, layout === 'narrow' ? '' : 'ms', 0)}`;
  return [
    { d: `M${x} ${y}V${y + h}H${x + w}`, stroke: paint('ink-3'), width: 1.2 },
    ...(layout === 'still'
      ? []
      : [
          { text: title, x: layout === 'wide' ? x : 0, y: y - size * 0.8, fill: grey },
          { text: formatNumber(topMs, '', 0), x: x - 6, y: y + size * 0.4, anchor: 'end' as const, fill: grey },
          { text: '0', x: x - 6, y: y + h, anchor: 'end' as const, fill: grey },
          { text: timeLabel(untilMs), x: x + w, y: y + h + size * 1.2, anchor: 'end' as const, fill: grey },
        ]),
    ...(layout === 'narrow' ? [{ text: each, x: 0, y: y + h + size * 2.4, fill: grey }] : []),
    ...filled(spots, layout === 'wide' ? 6 : 4),
    ...(copyMs === null
      ? []
      : [
          { d: `M${x} ${Math.round(atY(copyMs))}H${x + w}`, stroke: paint('dark'), width: 2, dash: '6 5' },
          { text: percentile('v2: p50', copyMs), x: x + w + 6, y: copyLabel(atY(copyMs)), fill: paint('dark') },
        ]),
    ...(p50 === null || p99 === null
      ? []
      : [
          {
            d: [p99, p50].map((ms) => `M${Math.round(atX(since))} ${Math.round(atY(ms))}H${x + w}`).join(''),
            stroke: paint('ink'),
            width: 1.6,
          },
          { text: percentile('p99', p99), x: x + w + 6, y: labels[1]!, weight: 600 },
          { text: percentile('p50', p50), x: x + w + 6, y: labels[0]! },
        ]),
  ];
}

/** Next to their lines, but not on top of each other. */
function percentileLabels(y50: number, y99: number, top: number, bottom: number, size: number): [number, number] {
  const low = Math.min(bottom, Math.max(y50, top + size * 1.1));
  return [low + size * 0.35, Math.min(y99, low - size * 1.1) + size * 0.35];
}
