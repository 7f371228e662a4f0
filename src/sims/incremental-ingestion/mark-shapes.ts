/** The mark, as far as a sync has got. */
import { paint, type Shape } from '../../lab/drawing/shapes.ts';
import { runMs, type Scale } from './geometry.ts';
import { path } from './pen.ts';
import type { Scene } from './plan.ts';
import { usedMarkMs } from './where-clause.ts';

/** The mark as saved: a pin on the axis, or for the log a tick for each change, bold once it has been read. */
export function markShapes({ state, config, plan }: Scene, { x }: Scale): Shape[] {
  const { y } = plan.axis!;
  if (config.strategy === 'log') {
    const places = state.transactions
      .flatMap(({ committedMs }) => (committedMs === null ? [] : [committedMs]))
      .sort((a, b) => a - b);
    const of = (some: readonly number[]): string => some.map((ms) => path`M${x(ms)} ${y - 11}v11`).join('');
    const { position } = state.checkpoint;
    return [
      { d: of(places.slice(position)), stroke: paint('ink-3'), width: 1.5 },
      { d: of(places.slice(0, position)), stroke: paint('ink'), width: 3 },
    ];
  }
  const at = x(runMs(usedMarkMs({ ...config, mark: state.checkpoint }), config));
  const hasPlace = config.strategy !== 'id' && config.strategy !== 'full' && at > 10 && plan.layout !== 'still';
  const last = state.syncs.findLast(({ outcome }) => outcome === 'succeeded');
  // On the line of the last sync it would say nothing.
  if (!hasPlace || (last && Math.abs(x(last.startedMs) - at) < 6)) return [];
  return [
    { d: path`M${at - 6} ${y - 11}h12l-6 11z`, fill: paint('ink') },
    { text: 'mark', x: at - 10, y: y - 4, anchor: 'end', halo: true },
  ];
}
