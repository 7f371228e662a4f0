/** Both loads on one axis of time: what each has planned, and how far it is. */
import { formatNumber } from '../../engine/format-number.ts';
import { markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import type { Place } from './place.ts';
import { full, readyMs, rowsBy, wholeMs } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Plan } from './state.ts';
import { timeLabel } from './time-label.ts';

const HOUR_MS = 3_600_000;
/** Length of the axis: half an hour more than a run. */
const HOURS = 6;

/** The lanes, and the hours under them. */
export function laneShapes(scene: Scene): Shape[] {
  const { place, plan, nowMs, covered } = scene;
  const { x, w, axis, every } = place.lanes;
  const tick = (hour: number): Shape => ({
    text: hour === 0 ? '0' : `${hour} h`,
    x: hourX(place, hour),
    y: axis + place.size * 1.15,
    anchor: hour === 0 ? 'start' : hour === HOURS ? 'end' : 'middle',
    fill: paint('ink-2'),
  });
  return [
    { d: `M${x} ${axis}H${x + w}`, stroke: paint('ink-3'), width: 1.2 },
    ...laneOf('Full load', full, place.lanes.full, scene),
    ...laneOf('Incremental', plan, place.lanes.delta, scene),
    ...(covered ? [] : [{ d: `M${hourX(place, nowMs / HOUR_MS)} ${axis - 6}v12`, stroke: paint('ink'), width: 3 }]),
    ...Array.from({ length: HOURS / every + 1 }, (_, i) => tick(i * every)),
  ];
}

/**
 * Dashed is what is planned, open at its end where it is longer than the axis. Of what lies behind, the part with rows
 * is blue, and the part before the first row has the colour of waiting.
 */
function laneOf(name: string, load: Plan, y: number, { place, nowMs, covered }: Scene): Shape[] {
  const { lanes, layout, size } = place;
  const { x, w, h } = lanes;
  const title: Shape = { text: name, x: 0, y: layout === 'wide' ? y + h * 0.4 : y - size * 0.45, weight: 600 };
  const dash = { stroke: paint('ink-3'), width: 1.5, dash: '4 5' };
  if (covered)
    return [
      { d: `M${x + w} ${y}H${x}v${h}h${w}`, ...dash },
      title,
      { text: '?', x: x + w / 2, y: y + h / 2 + size * 0.35, anchor: 'middle' },
    ];
  const takesMs = wholeMs(load);
  const atX = (ms: number): number => hourX(place, Math.min(ms, nowMs, takesMs) / HOUR_MS);
  const isCut = takesMs > HOURS * HOUR_MS;
  const end = isCut ? x + w : Math.max(x + 3, hourX(place, takesMs / HOUR_MS));
  const bar = (from: number, to: number, least: number): string =>
    `M${from} ${y}h${Math.round(10 * Math.max(least, to - from)) / 10}v${h}H${from}z`;
  const [began, until] = [atX(readyMs(load)), atX(takesMs)];
  return [
    { d: `M${end} ${y}H${x}v${h}H${end}${isCut ? '' : 'z'}`, ...dash },
    ...(nowMs > 0 && load !== full ? [{ d: bar(x, began, 2), fill: paint('wait') }] : []),
    ...(nowMs > readyMs(load) ? [{ d: bar(began, until, 1), fill: paint('live') }] : []),
    ...(nowMs < takesMs ? [{ d: `M${until} ${y - 3}v${h + 6}`, stroke: paint('ink'), width: 1.8 }] : []),
    title,
    ...words(load, y, end, nowMs, place),
  ];
}

/** How long it takes, with a tick once it is done, and how many rows it has moved, or what it does before the first. */
function words(load: Plan, y: number, end: number, nowMs: number, { layout, lanes, size, width }: Place): Shape[] {
  const isBeside = layout === 'wide';
  const isDone = nowMs >= wholeMs(load);
  const isWaiting = nowMs > 0 && nowMs < readyMs(load);
  const time = isBeside
    ? { x: end + size * 0.5, y: y + lanes.h / 2 + size * 0.35 }
    : { x: size * 7.4, y: y - size * 0.45 };
  return [
    ...(isDone ? [markAt('good', time.x + size * 0.4, time.y - size * 0.35, size * 0.85)] : []),
    {
      text: timeLabel(wholeMs(load)),
      x: time.x + (isDone ? size * 1.1 : 0),
      y: time.y,
      ...(isDone ? { weight: 600 } : { fill: paint('ink-2') }),
    },
    {
      text: isWaiting
        ? nowMs < load.fixedMs
          ? 'getting ready'
          : 'reads every row'
        : `${formatNumber(rowsBy(load, nowMs), '', 0)} rows`,
      x: isBeside ? 0 : width - 1,
      y: isBeside ? y + lanes.h * 0.95 : time.y,
      anchor: isBeside ? 'start' : 'end',
      ...(isWaiting ? { fill: paint('wait') } : {}),
    },
  ];
}

function hourX({ lanes }: Place, hours: number): number {
  return Math.round((lanes.x + (lanes.w * hours) / HOURS) * 10) / 10;
}
