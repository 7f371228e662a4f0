/** The way of a request: users, v1 with its answer, and the copy to v2, whose answer ends at a bar. */
import { databaseShapes } from './lines.ts';
import { callShapes } from './calls.ts';
import { mailShapes } from './mail.ts';
import type { Box, Place } from './place.ts';
import { box, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { filled, head, hollow, type Spot } from './marks.ts';
import type { Measures } from '../../engine/simulation.ts';
import type { Config, State } from './state.ts';
import { stripShapes } from './strip.ts';

/** All that the parts of the picture are drawn from. */
export interface Scene {
  state: State;
  config: Config;
  nowMs: number;
  measures: Measures;
  /** Draw nothing that happened. */
  covered: boolean;
  place: Place;
}

/** "67 %". */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The whole picture but the handle. */
export function flowShapes(scene: Scene): Shape[] {
  const { config, covered, place } = scene;
  return [
    ...usersShapes(scene),
    ...copyShapes(scene),
    ...versionShapes(scene, 'v1'),
    ...versionShapes(scene, 'v2'),
    ...(config.databaseMs > 0 ? databaseShapes(scene) : covered ? [] : callShapes(scene)),
    ...(covered ? [] : [...mailShapes(scene), ...(place.strip.h > 0 ? stripShapes(scene) : [])]),
  ];
}

/** Requests go right, answers come back above them. */
function usersShapes({ state, config, covered, place }: Scene): Shape[] {
  const { usersX, answerY, requestY, v1, size, layout } = place;
  const live = paint('live');
  const held: Spot[] = state.unread && !covered ? [{ x: v1.x - 52, y: requestY }] : [];
  return [
    { d: `M${v1.x} ${answerY}H${usersX}`, stroke: live, width: 3 },
    { d: head(usersX, answerY, 'left'), stroke: live, width: 3 },
    { d: `M${usersX} ${requestY}H${v1.x - 6}${head(v1.x - 6, requestY, 'right')}`, stroke: paint('ink-3'), width: 1.5 },
    ...(layout === 'still'
      ? []
      : [
          {
            text: config.clients === 'one' ? 'client' : 'users',
            x: 2,
            y: (answerY + requestY) / 2 + size * 0.35,
            weight: 600,
          },
        ]),
    ...(held.length > 0 && layout !== 'still'
      ? [
          ...held.map(({ x, y }) => ({
            d: `M${x - 7} ${y - 7}h14v14h-14z`,
            stroke: paint('wait'),
            fill: paint('paper'),
            width: 2.5,
          })),
          {
            text: 'not read yet',
            x: v1.x - 10,
            y: requestY + size * 1.3,
            anchor: 'end' as const,
            fill: paint('wait'),
            weight: 600,
          },
        ]
      : []),
  ];
}

/** From the request down to v2: dashed, as far as anything is copied. */
function copyShapes({ config, place }: Scene): Shape[] {
  const { branchX, requestY, track, v2, size, layout } = place;
  const { mirrorShare } = config;
  const to = track.x + mirrorShare * track.length;
  const end = v2.x - 6;
  const dark = { stroke: paint('dark'), width: 2.2 };
  const foot = v2.y + v2.h;
  const midX = v2.x + v2.w / 2;
  const copied = `${percent(mirrorShare)} copied`;
  const words =
    layout === 'wide'
      ? { x: track.x + track.length / 2, y: track.y + 26 + size, anchor: 'middle' as const }
      : { x: branchX + 10, y: track.y - 33 };
  return [
    { d: `M${to} ${track.y}H${end}`, stroke: paint('rule'), width: 6 },
    ...(mirrorShare === 0
      ? [{ d: `M${branchX} ${requestY}V${track.y}H${to}`, stroke: paint('rule'), width: 2 }]
      : [
          { ...dark, d: `M${branchX} ${requestY}V${track.y}H${end}`, dash: '6 5' },
          { ...dark, d: head(end, track.y, 'right') },
          { ...dark, d: `M${midX} ${foot}v${size - 4}`, dash: '6 5' },
          { ...dark, d: `M${midX - 14} ${foot + size - 2}h28`, width: 4 },
        ]),
    ...(layout === 'still'
      ? []
      : [{ ...words, text: copied, weight: 600, fill: paint(mirrorShare === 0 ? 'ink-2' : 'dark') }]),
    ...(mirrorShare === 0 || layout === 'still'
      ? []
      : [
          {
            text: 'nobody sees v2’s answer',
            x: layout === 'wide' ? midX + 24 : midX - 22,
            y: foot + size + 2,
            anchor: layout === 'wide' ? ('start' as const) : ('end' as const),
            fill: paint('dark'),
          },
        ]),
  ];
}

function versionShapes({ state, measures, covered, place }: Scene, version: 'v1' | 'v2'): Shape[] {
  const isLive = version === 'v1';
  const { x, y, w, h }: Box = place[version];
  const { size, mark, layout } = place;
  const colour = paint(isLive ? 'live' : 'dark');
  const underway = isLive ? state.underway.live + state.awaitingCopy.length : state.underway.copies;
  const hitShare = covered ? null : (measures[`${version}HitShare`] ?? null);
  const second =
    layout === 'still'
      ? ''
      : hitShare !== null
        ? `cache ${percent(hitShare)}`
        : layout === 'wide'
          ? `${isLive ? 'old' : 'new'} search`
          : '';
  const baseline = y + (second === '' ? h / 2 + size * 0.35 : size * 1.25);
  const room = Math.floor((w - 46) / (mark + 3));
  const spots = Array.from({ length: covered ? 0 : Math.min(room, underway) }, (_, i) => ({
    x: x + 12 + size * 1.5 + mark + i * (mark + 3),
    y: baseline - size * 0.35,
  }));
  return [
    {
      d: box(x, y, w, h),
      stroke: colour,
      width: 2.4,
      fill: paint(isLive ? 'plate' : 'paper'),
      ...(isLive ? {} : { dash: '6 5' }),
    },
    { text: version, x: x + 12, y: baseline, fill: colour, weight: 600 },
    ...(second === '' ? [] : [{ text: second, x: x + 12, y: y + size * 2.5 }]),
    ...(isLive ? filled(spots, mark) : hollow(spots, mark)),
  ];
}
