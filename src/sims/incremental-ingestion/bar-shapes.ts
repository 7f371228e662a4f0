/** Each transaction as a dashed bar from its stamp to its commit, and what became of it at the lines. */
import { paint, type Label, type Shape } from '../../lab/drawing/shapes.ts';
import { thousands } from './calendar.ts';
import { bars, type Bar } from './bars.ts';
import type { Scale } from './geometry.ts';
import { badges, cross, diamond, dot, path, square, stop, tick, ticks } from './pen.ts';
import { isNamed, type Scene } from './plan.ts';
import { HELD_ORDER, type State } from './state.ts';
import { syncLines } from './sync-lines.ts';

/** The bars, in two parts with the syncs between them. */
export interface Drawn {
  /** Below the lines of the syncs, and above them. */
  below: Shape[];
  above: Shape[];
}

/** Only for a plan with an axis. Those of one look are one path, however many there are. */
export function barShapes({ state, config, nowMs, covered, plan }: Scene, { x, at }: Scale): Drawn {
  const { width, letter, size } = plan;
  const { top, lanes, pitch } = plan.axis!;
  const few = config.work === 'five-orders';
  const named = isNamed(config);
  const height = Math.min(16, pitch * 0.72);
  const r = height * 0.6;
  const inside = (ms: number): number => Math.max(-20, Math.min(width + 20, x(ms)));
  const shown = bars(state, config, lanes, nowMs).filter(({ endMs, stampMs, judged, arrivals }) => {
    const lastMs = Math.max(endMs, judged?.atMs ?? 0, arrivals.at(-1)?.atMs ?? 0);
    return lastMs > at(0) && stampMs < at(width);
  });
  const lines = syncLines(state, config, nowMs).map(({ atMs }) => x(atMs));
  const labels: Label[] = [];
  let [boxes, live, gone, leaders, inserts, updates, deletes] = ['', '', '', '', '', '', ''];
  const places = { good: [], twice: [], again: [], harm: [], wait: [] } as Record<string, [number, number][]>;
  for (const bar of shown) {
    const { transaction, stampMs, startMs, endMs } = bar;
    const { kind, committedMs, id } = transaction;
    const y = top + (bar.lane + 0.5) * pitch;
    const [from, to] = [inside(startMs), inside(endMs)];
    const isOpen = committedMs === null && endMs <= nowMs;
    const half = height / 2;
    boxes += path`M${to} ${y - half}H${from}v${height}H${to}` + (isOpen ? '' : 'z');
    if (Math.abs(x(stampMs) - from) > 2) leaders += path`M${inside(stampMs)} ${y - half}v${height}m0 ${-half}H${from}`;
    let after = to;
    if (few && id === HELD_ORDER) labels.push({ text: 'order 42', x: from - 10, y: y + size * 0.35, anchor: 'end' });
    else if (named && to > -8) {
      const text = wordsOf(bar, state, plan.layout !== 'wide' && config.work !== 'eight-rows');
      const long = size + text.length * letter;
      // Where a line would run through the words after it, they stand before the bar, or else after the line, unless they
      // would end outside the picture.
      const line = lines.findLast((each) => each > to && each < to + long + r);
      const before = line !== undefined && from > long;
      const place = before
        ? { x: from - size * 0.5, anchor: 'end' as const }
        : { x: line && line + 2 * r + text.length * letter < width ? line + 2 * r : to + size * 0.6 };
      labels.push({ text, ...place, y: y + size * 0.33, halo: true });
      if (line === undefined) after += long;
    }
    const until = bar.arrivals[0] ?? bar.judged;
    const untilX = few ? width : inside(until && until.atMs > endMs ? until.atMs : endMs + (named ? 0 : 3000));
    if (!isOpen && untilX > after) {
      const line = path`M${after} ${y}H${untilX}`;
      if (kind === 'delete') gone += line;
      else live += line;
    }
    if (!isOpen) {
      if (kind === 'insert') inserts += dot(to, y, height * 0.32);
      else if (kind === 'update') updates += diamond(to, y, height * 0.45);
      else deletes += stop(to, y, half);
    }
    for (const [fate, ms] of covered ? [] : fatesOf(bar)) places[fate]!.push([x(ms), y]);
  }
  const thin = { stroke: paint('live'), width: few ? 2 : 1.5 };
  return {
    below: [
      { d: live, ...thin },
      { d: gone, stroke: paint('ink-3'), width: 1.5, dash: '1 5' },
      { d: boxes, stroke: paint('dark'), width: 1.6, dash: '4 3' },
      { d: leaders, stroke: paint('dark'), width: 1.6 },
    ],
    above: [
      { d: inserts + updates, fill: paint('live') },
      { d: deletes, stroke: paint('ink'), width: 3 },
      ...badges(ticks, 'good', places['again']!, r),
      ...badges(square, 'wait', places['wait']!, r),
      ...badges(tick, 'good', places['good']!, r),
      ...badges(ticks, 'harm', places['twice']!, r),
      ...badges(cross, 'harm', places['harm']!, r),
      ...labels,
    ],
  };
}

/** Which badges a bar has, and the moments of the lines they are on. */
function fatesOf({
  arrivals,
  missing,
  waiting,
  rejected,
  judged,
  crossed,
  duplicate,
  transaction,
}: Bar): [string, number][] {
  if (missing || rejected) return judged ? [[missing ? 'harm' : 'wait', judged.atMs]] : [];
  const [first, ...more] = arrivals;
  if (first === undefined)
    return waiting && crossed !== null && (crossed.record?.readMs ?? null) !== null ? [['wait', crossed.atMs]] : [];
  const last = more.at(-1);
  if (duplicate && last)
    return [
      ['good', first.atMs],
      ['twice', last.atMs],
    ];
  const resent = transaction.kind !== 'delete' && last !== undefined && last.record?.strategy !== 'full';
  return [[resent ? 'again' : 'good', first.atMs]];
}

/** On a phone only the id, where that is short: the end of the bar says what kind of change it is. */
function wordsOf(
  { transaction: { version, kind, id }, untouched }: Bar,
  { backfilled }: State,
  isShort: boolean,
): string {
  if (backfilled.includes(version)) return backfilled[0] === version ? 'backfill' : '';
  if (isShort) return thousands(id);
  // Ids of inserts into the big table are too long for a bar.
  return `${kind}${kind === 'insert' && id > 9999 ? '' : ` ${thousands(id)}`}${untouched ? ', stamp kept' : ''}`;
}
