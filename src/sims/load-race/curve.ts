/** How long the incremental load takes over how many rows have changed: a straight line, drawn as far as the learner has come. */
import { formatNumber } from '../../engine/format-number.ts';
import { markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import type { Place } from './place.ts';
import { full, isEven, readyMs, wholeMs } from './plan.ts';
import type { Scene } from './scene.ts';
import { TABLE_ROWS } from './theory.ts';
import { timeLabel } from './time-label.ts';

const HOUR_MS = 3_600_000;
/** Height of the chart. */
const HOURS = 10;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where so many changed rows are on the axis. */
export function rowsX({ chart }: Place, rows: number): number {
  return tenth(chart.x + (chart.w * rows) / TABLE_ROWS);
}

/** "500,000", "1.99 M". */
function short(rows: number): string {
  return rows < 1e6 ? formatNumber(rows, '', 0) : `${Math.round(rows / 1e4) / 100} M`;
}

/** The axes, the full load's level line, the incremental load's line up to the learner's rows, and the crossing once it was found. */
export function curveShapes({ state, plan, covered, place }: Scene): Shape[] {
  const { chart, size, layout } = place;
  const { x, y, w, h } = chart;
  const [right, bottom] = [x + w, y + h];
  const atY = (ms: number): number => tenth(bottom - (h * ms) / (HOURS * HOUR_MS));
  const level = atY(wholeMs(full));
  const grey = paint('ink-2');
  /** The line, as far as it lies in the chart. */
  const lineTo = (rows: number): string => {
    const inside = Math.min(rows, (HOURS * HOUR_MS - readyMs(plan)) / plan.rowMs);
    return `M${x} ${atY(readyMs(plan))}L${rowsX(place, inside)} ${atY(readyMs(plan) + inside * plan.rowMs)}`;
  };
  const even = (wholeMs(full) - readyMs(plan)) / plan.rowMs;
  const isFound = !covered && (state.evenFound || isEven(plan));
  const isLate = even > TABLE_ROWS / 2;
  const here = { x: rowsX(place, plan.rows), y: Math.max(y, atY(wholeMs(plan))) };
  const isRight = plan.rows > TABLE_ROWS / 2;
  const axes: Shape[] = [
    { d: `M${x} ${y}V${bottom}H${right}`, stroke: paint('ink-3'), width: 1.2 },
    { d: `M${x} ${level}H${right}`, stroke: paint('ink'), width: 2 },
  ];
  const line: Shape[] = covered
    ? []
    : [
        ...(isFound ? [{ d: lineTo(TABLE_ROWS), stroke: paint('ink-3'), width: 1.5, dash: '2 5' }] : []),
        { d: `M${here.x} ${here.y}V${bottom}`, stroke: paint('ink-3'), width: 1.2 },
        { d: lineTo(plan.rows), stroke: paint('live'), width: 3 },
        wholeMs(plan) > HOURS * HOUR_MS
          ? { d: `M${here.x - 6} ${y + 9}l6 -9l6 9`, stroke: paint('live'), width: 3 }
          : markAt('live', here.x, here.y, size * 0.8),
        ...(isFound ? [{ d: ring(rowsX(place, even), level, size * 0.55), stroke: paint('ink'), width: 2 }] : []),
      ];
  return [
    ...axes,
    ...line,
    ...[5, HOURS].map((hour): Shape => ({
      text: `${hour} h`,
      x: x - 8,
      y: atY(hour * HOUR_MS) + size * 0.35,
      anchor: 'end',
      fill: grey,
    })),
    ...[0, 5, 10].map((million): Shape => ({
      text: million === 0 ? '0' : `${million} M${layout === 'wide' && million === 10 ? ' rows' : ''}`,
      x: rowsX(place, million * 1e6),
      y: bottom + size * 2.2,
      anchor: million === 0 ? 'start' : million === 10 ? 'end' : 'middle',
      fill: grey,
    })),
    {
      text:
        layout === 'wide'
          ? 'Time the incremental load takes, by rows changed since last night'
          : 'Time, by rows changed since last night',
      x: 0,
      y: y - size * 1.3,
      fill: grey,
    },
    {
      text: 'full load',
      x: isLate ? x + size * 0.5 : right,
      y: level - size * 0.45,
      anchor: isLate ? 'start' : 'end',
    },
    ...(covered
      ? []
      : [
          {
            text: `${short(plan.rows)} rows, ${timeLabel(wholeMs(plan))}`,
            x: here.x + size * (isRight ? -0.6 : 0.6),
            y: bottom - size * 2,
            anchor: isRight ? ('end' as const) : ('start' as const),
            weight: 600,
            halo: true,
          },
        ]),
    ...(isFound
      ? [
          {
            text: `break-even at ${short(even)}`,
            x: rowsX(place, even) + size * (isLate ? -0.8 : 0.8),
            y: level + size * (isLate ? -0.45 : 1.2),
            anchor: isLate ? ('end' as const) : ('start' as const),
            halo: true,
          },
        ]
      : []),
  ];
}

function ring(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
