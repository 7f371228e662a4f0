/** The databases, who is being served, and who waits in line. */
import { formatNumber } from '../../engine/format-number.ts';
import { percent, type Scene } from './flow.ts';
import type { Box, Desk, Place } from './place.ts';
import { box, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { filled, head, hollow, type Spot } from './marks.ts';
import type { Job, Station } from './state.ts';

/** The shared database, or one for each version, with the ways that lead there. */
export function databaseShapes({ state, config, measures, covered, place }: Scene): Shape[] {
  const { shared, own, v1, v2, layout } = place;
  const busy = covered ? null : (measures['databaseBusy'] ?? null);
  const isCopied = config.mirrorShare > 0 || state.copies > state.copiesDone;
  const dark = { stroke: paint('dark'), width: 2.2 };
  const [right1, right2] = [v1.x + v1.w, v2.x + v2.w];
  const [middle1, middle2] = [v1.y + v1.h / 2, v2.y + v2.h / 2];
  // On a phone the way turns down and back to the left.
  const edge = place.width - 8;
  const isPhone = layout === 'narrow';
  const join = isPhone ? edge : right1 + (layout === 'wide' ? 26 : 14);
  const door = doorOf(shared);
  const toShared = isPhone
    ? `M${right1} ${middle1}H${edge}V${shared.row.y}H${door}`
    : `M${right1} ${shared.row.y}H${door}`;
  const meet = isPhone ? `M${right2} ${middle2}H${join - 4}` : `M${right2} ${middle2}H${join}V${shared.row.y + 4}`;
  const toOwn = (to: number, y: number): string =>
    isPhone ? `M${right2} ${middle2}H${edge - 9}V${y}H${to}` : `M${right2} ${y}H${to}`;
  return [
    { d: toShared + head(door, shared.row.y, isPhone ? 'left' : 'right'), stroke: paint('ink-3'), width: 1.5 },
    ...(!isCopied
      ? []
      : own
        ? [
            { ...dark, d: toOwn(doorOf(own), own.row.y), dash: '6 5' },
            { ...dark, d: head(doorOf(own), own.row.y, isPhone ? 'left' : 'right') },
          ]
        : [
            { ...dark, d: meet, dash: '6 5' },
            { ...dark, d: isPhone ? head(join - 2, middle2, 'right') : head(join, shared.row.y + 2, 'up') },
          ]),
    ...stationShapes(state.databases.shared, shared, place, own ? 'v1’s' : 'database', busy, covered),
    ...(own ? stationShapes(state.databases.own, own, place, 'v2’s', null, covered) : []),
  ];
}

const doorOf = ({ box: { x, w }, row: { way } }: Desk): number => (way === 1 ? x + w + 5 : x - 5);

/** One database with its line. The line's head is next to it. */
function stationShapes(
  { serving, waiting }: Station,
  desk: Desk,
  { mark, size, layout, width }: Place,
  name: string,
  busy: number | null,
  covered: boolean,
): Shape[] {
  const { row } = desk;
  const { x, y, w, h } = desk.box;
  const isPhone = layout === 'narrow';
  const { length } = covered ? [] : waiting;
  const drawn = waiting.slice(0, Math.min(length, row.perRow * row.rows));
  const rows = Math.max(1, Math.ceil(drawn.length / row.perRow));
  const middleX = x + w / 2;
  const isFull = busy !== null && busy > 0.95;
  const load = busy === null ? '' : `${percent(busy)} busy`;
  const labels: Shape[] = isPhone
    ? [{ text: load === '' ? name : `${name}: ${load}`, x, y: y - size * 0.5, weight: isFull ? 600 : 400 }]
    : [
        { text: name, x: middleX, y: y + h / 2 + size * 0.15, anchor: 'middle' },
        ...(layout === 'wide'
          ? [{ text: load, x: x + w, y: y + h + size * 1.2, anchor: 'end' as const, weight: isFull ? 600 : 400 }]
          : []),
      ];
  const lineLabel: Shape = {
    text:
      length === 0
        ? ''
        : `${formatNumber(length, '', 0)} in line${length > drawn.length && layout !== 'still' ? `, ${drawn.length} drawn` : ''}`,
    x: row.way === 1 ? row.x + row.w * (row.perRow - 1) : layout === 'still' ? width - 2 : row.x,
    y: row.y + (layout === 'still' ? row.rows : rows) * row.h + size * 0.8,
    anchor: 'end',
    weight: length > 20 ? 600 : 400,
  };
  const tail = row.x + row.way * row.w * (row.perRow - 1);
  const lower = Array.from({ length: rows - 1 }, (_, at) => `M${row.x} ${row.y + (at + 1) * row.h}H${tail}`).join('');
  const served = isPhone ? y + h / 2 + 3 : y + h / 2 + size * 0.75;
  return [
    { d: lower, stroke: paint('rule'), width: 1.5 },
    {
      d: `${box(x, y, w, h, 9)}M${x + 5} ${y + 8}q${w / 2 - 5} 8 ${w - 10} 0`,
      stroke: paint('ink'),
      width: 1.8,
      fill: paint('plate'),
    },
    ...labels,
    ...(covered ? [] : servedShapes(serving, desk.box, served, mark)),
    ...jobShapes(
      drawn,
      (at) => ({ x: row.x + row.way * row.w * (at % row.perRow), y: row.y + row.h * Math.floor(at / row.perRow) }),
      mark,
    ),
    ...(lineLabel.text === '' ? [] : [lineLabel]),
  ];
}

/** Those being served stand in the database, in at most two rows. */
function servedShapes(serving: readonly Job[], { x, w }: Box, y: number, mark: number): Shape[] {
  const gap = mark + 4;
  const perRow = Math.min(serving.length, Math.floor((w - 10) / gap));
  const left = x + w / 2 - ((perRow - 1) * gap) / 2;
  const spotOf = (at: number): Spot => ({ x: left + (at % perRow) * gap, y: y + Math.floor(at / perRow) * gap });
  return jobShapes(serving.slice(0, 2 * perRow), spotOf, mark + 3);
}

function jobShapes(jobs: readonly Job[], spotOf: (at: number) => Spot, width: number): Shape[] {
  const spots = (copies: boolean): Spot[] => jobs.flatMap(({ copy }, at) => (copy === copies ? [spotOf(at)] : []));
  return [...filled(spots(false), width), ...hollow(spots(true), width)];
}
