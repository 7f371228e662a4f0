/** Alice, Bob, the pipe between them, and what is on its way in it. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Measures } from '../../engine/simulation.ts';
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import type { Place } from './place.ts';
import type { Config, State } from './state.ts';
import { stripShapes } from './strip.ts';
import { capacityMbps, filled, pipeBytes, rttMs } from './way.ts';

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

const megabytes = (value: number): string => formatNumber(value, 'MB', value < 99.95 ? 1 : 0);
const rate = (mbps = 0 as number | null): string => formatNumber(mbps ?? 0, '', (mbps ?? 0) < 99.95 ? 1 : 0);

/** The whole picture but its one number. */
export function sceneShapes(scene: Scene): Shape[] {
  return [
    ...pipeShapes(scene),
    ...houseShapes(scene),
    ...(scene.place.layout === 'still' ? [] : wordShapes(scene)),
    ...(scene.covered ? [] : stripShapes(scene)),
  ];
}

/** Seconds when the copy is done, else the rate. */
export function figureOf({ state, measures, covered }: Scene): { text: string; unit: string } {
  if (covered) return { text: '?', unit: 'Mb/s' };
  return state.doneMs === null
    ? { text: rate(measures['rateMbps']), unit: 'Mb/s' }
    : { text: formatNumber(state.doneMs / 1000, '', 2), unit: 's' };
}

/** Where the number begins: beside the slide when it is pushed in. */
export function numberX({ number }: Place, { way }: Config): number {
  return way === 'direct' ? number.directX : number.x;
}

/**
 * The pipe is as long as the round trip, so that what is in it has been sent and is not acknowledged, and wider for
 * more bandwidth, though not to scale. The part that is filled is to scale.
 */
function pipeShapes({ state, config, nowMs, covered, place }: Scene): Shape[] {
  const { house, slide } = place;
  const { top, bottom } = slide;
  const isDirect = config.way === 'direct';
  const r = (bottom - top) / 2;
  const x = house.x + house.w;
  // It begins behind the wall, where the ends of strokes are not seen.
  const wayTo = (bend: number): string => `M${x - 9} ${top}H${bend}a${r} ${r} 0 0 1 0 ${2 * r}H${x - 9}`;
  const bend = isDirect ? slide.direct : slide.bend;
  const d = wayTo(bend);
  const width = ((8 + Math.sqrt(capacityMbps(config)) * 0.35) * place.size) / 20;
  const length = 2 * (bend - x) + Math.PI * r;
  /** From one share of the pipe to another, short of the round ends. */
  const part = (from: number, to: number): Shape[] => {
    const inner = width - 5;
    const long = Math.max(1, (to - from) * length - inner);
    const dash = `0 ${Math.round(9 + from * length + inner / 2)} ${Math.round(long)} 9999`;
    return to <= from ? [] : [{ d, stroke: paint('wait'), width: inner, dash }];
  };
  const { flight, before } = state;
  const passed = flight === null ? 0 : Math.min(1, (nowMs - flight.startedMs) / flight.lastsMs);
  const share = (segments: number): number => Math.min(1, filled(segments, config));
  return [
    ...(isDirect ? [{ d: wayTo(slide.bend), stroke: paint('rule'), width: 2 }] : []),
    { d, stroke: paint('live'), width },
    { d, stroke: paint('plate'), width: width - 4 },
    ...(flight === null || covered
      ? []
      : [
          // Each acknowledgement that comes back lets another segment leave.
          ...part(Math.max(passed, 1 - share(before) + passed), 1),
          ...part(Math.max(0, passed - share(flight.segments)), passed),
        ]),
    ...firewallShapes(slide.bend + r, top + r, isDirect),
  ];
}

function firewallShapes(x: number, y: number, isPassedBy: boolean): Shape[] {
  const stroke = paint(isPassedBy ? 'ink-3' : 'ink');
  const [l, t] = [x - 15, y - 18];
  const bricks = `M${l} ${t + 12}h30M${l} ${t + 24}h30M${x} ${t}v12M${x - 7} ${t + 12}v12M${x + 7} ${t + 12}v12M${x} ${t + 24}v12`;
  return [
    { d: box(l, t, 30, 36, 2), stroke, width: 1.8, fill: paint('plate') },
    { d: bricks, stroke, width: 1.2 },
  ];
}

/** Two floors, with the file on one and what has arrived of it on the other. */
function houseShapes({ config, measures, covered, place }: Scene): Shape[] {
  const { house, size, layout } = place;
  const { x, y, w, h } = house;
  const ink = { stroke: paint('ink'), width: 1.8 };
  const left = x + size * 0.6;
  const isStill = layout === 'still';
  const share = covered ? 0 : (measures['copiedShare'] ?? 0);
  const floor = (top: number, name: string, text: string, full: number): Shape[] => {
    const [fw, fh] = [size * 1.3, size * 1.7];
    const [fx, fy] = layout === 'narrow' ? [left, top + size * 2.8] : [x + w - fw - size * 0.7, top + h / 4 - fh / 2];
    return [
      { text: name, x: left, y: top + (isStill ? h / 4 + size * 0.35 : size * 1.3), weight: 600 },
      ...(isStill ? [] : [{ text, x: left, y: top + size * 2.5 }]),
      { d: `M${fx} ${fy}h${fw}v${fh}h${-fw}z`, ...ink, fill: paint('paper') },
      { d: `M${fx} ${fy + fh}h${fw}v${Math.round(-fh * full)}h${-fw}z`, fill: paint('live') },
    ];
  };
  const middle = y + h / 2;
  return [
    { d: `${box(x, y, w, h, 4)}M${x} ${middle}h${w}`, ...ink, fill: paint('plate') },
    ...floor(y, 'Alice', `${config.fileMB} MB`, 1),
    ...floor(middle, 'Bob', covered ? '' : megabytes(measures['copiedMB'] ?? 0), share),
    ...(share < 1 ? [] : [markAt('good', left + size * 2.8, middle + (isStill ? h / 4 : size * 0.95), size)]),
  ];
}

/** What the way is, how full, and how often the WAN carries the same bytes. */
function wordShapes({ state, config, measures, covered, place }: Scene): Shape[] {
  const { house, slide, size, words } = place;
  const x = house.x + house.w + size * 0.7;
  const y = slide.bottom + size * 2;
  const fill = paint('ink-2');
  const rtt = rttMs(config);
  const fits = pipeBytes(capacityMbps(config), rtt) / 1000;
  const way = `${formatNumber(capacityMbps(config), 'Mb/s', 0)}, ${rtt} ms for a round trip`;
  const carried = megabytes((measures['wanMB'] ?? 0) / 2);
  const full = formatNumber(measures['pipeFilled'] ?? 0, 'share', 0);
  const caption = { x: numberX(place, config) + words.captionX, y: words.captionY };
  return [
    { text: way, ...words.way, fill },
    { text: 'headquarters', ...words.firewall, fill },
    ...(config.way === 'direct'
      ? [{ text: 'WAN not used', x, y, fill }]
      : covered
        ? []
        : [
            { text: `WAN, out: ${carried}`, x, y: slide.top - size * 1.4 },
            { text: `back: ${carried}`, x, y },
          ]),
    ...(covered
      ? []
      : state.flight === null
        ? [{ text: `mean ${rate(measures['meanMbps'])} Mb/s`, ...caption, fill }]
        : [
            markAt('wait', caption.x + size * 0.4, caption.y - size * 0.35, size * 0.8),
            {
              text: place.layout === 'wide' ? `${full} of the ${formatNumber(fits, 'kB', 0)} that fit` : `${full} full`,
              x: caption.x + size * 1.2,
              y: caption.y,
              fill: paint('wait'),
            },
          ]),
  ];
}
