/** Order 42 from its stamp to its commit, and two sync lines. */
import { markAt, paint, type Label, type Shape } from '../../lab/drawing/shapes.ts';
import { playhead } from './axis-shapes.ts';
import { calendarMs, clock, DAY_MS, firstSyncMs, periodMs } from './calendar.ts';
import { oneBarAxis, type Held } from './held.ts';
import { oneBarPlans } from './one-bar-plan.ts';
import { badges, cross, dot, path, square, tick } from './pen.ts';
import type { Scene } from './plan.ts';
import { HELD_STAMP_S } from './state.ts';

type Fate = 'good' | 'harm' | 'wait';
const SIGNS = { good: tick, harm: cross, wait: square };

/** `isFree`: the learner may move the commit. */
export function oneBarShapes(scene: Scene, { bar, commitMs, committed }: Held, isFree: boolean): Shape[] {
  const { state, config, nowMs } = scene;
  const { layout } = scene.plan;
  const covered = scene.covered;
  const plan = oneBarPlans[layout];
  const { y, axis: axisY, top, end, width } = plan;
  const isStill = layout === 'still';
  const wide = layout === 'wide';
  const axis = oneBarAxis(config, layout);
  const x = (ms: number): number => Math.max(2, Math.min(end, axis.x(ms)));
  const today = firstSyncMs(config);
  const tomorrow = today + periodMs(config);
  const [stampX, commitX, nowX, todayX, nextX] = [today + HELD_STAMP_S * 1000, commitMs, nowMs, today, tomorrow].map(
    x,
  ) as [number, number, number, number, number];

  const done = covered ? 0 : state.syncs.filter(({ outcome }) => outcome === 'succeeded').length;
  const arrived = bar?.arrivals[0]?.atMs;
  const seenToday = arrived === today;
  const tooNew = bar !== undefined && bar.crossed === null && !bar.missing;
  const todayFate: Fate | null = done < 1 ? null : seenToday ? 'good' : bar?.missing ? 'harm' : 'wait';
  const nextFate: Fate | null = done < 2 || seenToday ? null : arrived === undefined ? 'harm' : 'good';
  const outcome = {
    good: 'the sync sees it',
    harm: wide ? 'lost: no later sync asks for it' : 'lost for good',
    wait: tooNew ? 'too new for this sync' : wide ? 'the sync cannot see it' : 'cannot be seen',
    none: '',
  }[todayFate ?? 'none'];
  const color = paint(todayFate ?? 'ink');
  const text = (words: string, left: number, base: number, more: Omit<Label, 'text' | 'x' | 'y'> = {}): Label => ({
    text: words,
    x: left,
    y: base,
    halo: true,
    ...more,
  });
  const quiet = { fill: paint('ink-2') };
  const strong = { weight: 600 };
  const middle = { anchor: 'middle' as const };
  const atEnd = { anchor: 'end' as const };
  const full = (ms: number): string => clock(calendarMs(ms, config));
  const second = (s: number): string => full(today + s * 1000).slice(wide || s === 0 ? 0 : 5);
  const badge = (fate: Fate | null, place: number): Shape[] =>
    fate ? badges(SIGNS[fate], fate, [[place, y]], plan.badge) : [];
  const marginMs = ['lookback', 'delay', 'compound'].includes(config.strategy) ? config.marginS * 1000 : 0;
  const marginX = x(today - marginMs);
  const ink3 = paint('ink-3');
  const dashed = { stroke: paint('dark'), width: 2, dash: '5 4' };
  const line = { stroke: paint('ink'), width: 2.4 };

  const shapes: Shape[] = [
    { d: marginMs > 0 ? path`M${marginX} ${top}H${todayX}V${axisY}H${marginX}z` : '', fill: paint('rule') },
    { d: path`M${plan.left - 10} ${axisY}H${plan.right + 6}M${plan.next - 24} ${axisY}H${end}`, stroke: ink3 },
    { d: path`M${plan.right + 12} ${axisY}H${plan.next - 28}`, stroke: ink3, dash: '1 6' },
    { d: plan.labels.map((s) => path`M${x(today + s * 1000)} ${axisY}v8`).join(''), stroke: ink3 },
    ...plan.labels.map((s) =>
      text(second(s), x(today + s * 1000), axisY + 28, s === 0 ? { ...middle, ...strong } : { ...middle, ...quiet }),
    ),
    text(wide ? full(tomorrow) : '12:00', nextX, axisY + 28, { ...middle, ...strong }),
    ...playhead(nowX, top, axisY),
    // What lies ahead of the playhead is drawn thin: it is planned, it has not happened.
    { d: path`M${commitX} ${y}H${end}`, stroke: paint('live'), width: 1.5 },
    { d: nowX > commitX ? path`M${commitX} ${y}H${nowX}` : '', stroke: paint('live'), width: 4 },
    { d: path`M${end - 8} ${y - 7}l8 7-8 7`, stroke: paint('live'), width: 2 },
    { d: path`M${stampX} ${y - 17}H${Math.max(stampX, commitX)}v34H${stampX}z`, ...dashed },
    { d: path`M${todayX} ${top}V${axisY + 8}M${nextX} ${top}V${axisY + 8}`, ...line },
    { d: path`M${stampX - 9} ${y}a9 9 0 0 1 18 0a9 9 0 0 1-18 0z`, fill: paint('paper') },
    markAt('dark', stampX, y, wide ? 18 : 15),
  ];
  if (marginMs > 0 && !isStill)
    shapes.push(
      text(config.strategy === 'lookback' ? 'asked for again' : 'not read yet', todayX - 6, axisY - 8, {
        ...quiet,
        ...atEnd,
      }),
    );
  if (isStill)
    shapes.push(
      text('today’s sync', todayX, 22, { ...middle, ...strong }),
      text('tomorrow’s', 436, 22, { ...atEnd, ...strong }),
    );
  else
    shapes.push(
      text(wide ? 'Today’s sync, 12:00:00' : 'Today’s sync', todayX, 20, { ...middle, ...strong }),
      text(wide ? 'reads what is visible at this moment' : 'reads what it sees', todayX, 44, { ...middle, ...quiet }),
      text(wide ? 'Tomorrow’s sync, 12:00:00' : 'Tomorrow’s', width - 3, 20, { ...atEnd, ...strong }),
      text(nextAsks(scene), width - 3, 44, { ...atEnd, ...quiet }),
      // Clear of today's line on a wide axis; on a phone it only keeps inside.
      { d: path`M${commitX} ${y - 22}V${y - 42}`, stroke: ink3 },
      text(
        `${committed ? 'committed' : 'commits'} ${full(commitMs)}`,
        !wide
          ? Math.max(80, Math.min(plan.next - 16, commitX))
          : commitMs <= today
            ? todayX - 14
            : Math.max(commitX, todayX + 110),
        y - 48,
        wide && commitMs <= today ? atEnd : middle,
      ),
    );
  if (wide)
    shapes.push(
      text('order 42', stampX - 20, y - 3, { ...atEnd, ...strong }),
      text('stamped 11:59:58', stampX - 20, y + 21, { ...atEnd, fill: paint('dark') }),
      text('not yet visible', todayX - 14, y + 50, { ...atEnd, fill: paint('dark') }),
      text('visible to everyone', Math.max(commitX, todayX) + 32, y - 16, { fill: paint('live') }),
      text(outcome, todayX + 16, y + 50, { fill: color }),
      text(nextFate === 'harm' ? 'not returned' : '', nextX - 14, y + 50, { ...atEnd, fill: paint('harm') }),
    );
  else {
    const left = isStill ? 8 : 4;
    shapes.push(
      text('order 42', left, y + 42, strong),
      text('stamped 11:59:58', left + (isStill ? 106 : 86), y + 42, { fill: paint('dark') }),
      text(outcome, todayX + 12, y + 68, { fill: color }),
    );
  }
  shapes.push(
    ...badge(todayFate, todayX),
    ...badge(nextFate, nextX),
    ...commitEnd(commitX, y, plan.handle, isFree && !committed),
  );
  if (isStill) {
    if (done > 0 || (covered && state.syncs.length > 0))
      shapes.push(markAt('good', 9, 254, 15), text('sync succeeded', 24, 260, { fill: paint('good'), ...strong }));
    if (covered) shapes.push(text('warehouse covered', 438, 260, { ...atEnd, ...quiet }));
  }
  return shapes;
}

/** A handle where it can be moved, else the dot of what is visible. */
function commitEnd(x: number, y: number, r: number, isHandle: boolean): Shape[] {
  if (!isHandle) return [markAt('live', x, y, r)];
  const [a, b] = [r / 4, r / 5];
  return [
    { d: dot(x, y, r + 1.5), stroke: paint('you-line'), width: 1.2 },
    { d: dot(x, y, r), fill: paint('you'), stroke: paint('you-ink'), width: 2 },
    {
      d: path`M${x - b} ${y - a}l${-a} ${a} ${a} ${a}M${x + b} ${y - a}l${a} ${a} ${-a} ${a}`,
      stroke: paint('you-ink'),
      width: 2,
    },
  ];
}

/** "asks for later than today 12:00:00": what tomorrow's query says. */
function nextAsks({ state, config, plan, later }: Scene): string {
  const { strategy, marginS } = config;
  const words = { full: 'asks for everything', id: 'asks for larger ids', log: 'reads on in the log' }[
    strategy as 'full'
  ];
  if (words || plan.layout !== 'wide') return words ?? 'asks for newer';
  const begun = state.syncs.length > 0;
  // Before today's sync the largest stamp to come is not known.
  if (config.watermark === 'seen' && !begun) return 'asks for what is newer';
  const mark = begun && later ? later.usedMarkMs({ ...config, mark: state.checkpoint }) : 0;
  const back = strategy === 'lookback' || (strategy === 'delay' && !begun) ? marginS * 1000 : 0;
  return `asks for later than ${mark < -DAY_MS / 2 ? 'yesterday' : 'today'} ${clock(mark - back)}`;
}
