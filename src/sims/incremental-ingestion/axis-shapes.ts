/** The time axis: its syncs as lines, what each of them asked for, the mark, and the bars between. */
import { paint, type Label, type Shape } from '../../lab/drawing/shapes.ts';
import { calendarMs, clock, counted, date, thousands } from './calendar.ts';
import { runMs, scale, shownMs, type Scale } from './geometry.ts';
import { badges, cross, path } from './pen.ts';
import type { Scene } from './plan.ts';
import { syncLines, type SyncLine } from './sync-lines.ts';

/** Nothing where there is only room for the five steps. */
export function axisShapes(scene: Scene): Shape[] {
  const { state, config, nowMs, plan } = scene;
  if (plan.axis === null) return [];
  const { width, layout, size } = plan;
  const isStill = layout === 'still';
  const { top, y } = plan.axis;
  const { fromMs, toMs } = shownMs(config, layout === 'narrow', nowMs);
  const axis = scale([
    [fromMs, 4],
    [toMs, width - 4],
  ]);
  const lines = syncLines(state, config, nowMs).filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const bars = scene.later?.barShapes(scene, axis);
  const ticks = config.work === 'eight-rows' ? [] : tickMoments(scene, axis);
  return [
    { d: bandPath(scene, lines, axis), fill: paint('rule') },
    { d: path`M0 ${y}H${width}` + ticks.map((ms) => path`M${axis.x(ms)} ${y}v8`).join(''), stroke: paint('ink-3') },
    ...(bars?.below ?? []),
    ...lineShapes(scene, lines, axis),
    ...(scene.later?.markShapes(scene, axis) ?? []),
    ...(bars?.above ?? []),
    ...playhead(axis.x(nowMs), isStill ? 26 : top - 14, y),
    ...headings(scene, lines, axis),
    ...spaced(
      (ticks.length > 0 ? ticks : lines.map(({ startedMs }) => startedMs)).map((ms) => ({
        text: clock(calendarMs(ms, config)),
        x: axis.x(ms),
      })),
      y + size * 1.4,
      scene,
      'ink-2',
    ),
    ...(config.work === 'eight-rows' && fromMs === 0
      ? [{ text: date(calendarMs(0, config)), x: 2, y: y + size * 1.4, fill: paint('ink-2') }]
      : []),
  ];
}

/** A thin line, and a half sun on the axis: where the run is now. */
export function playhead(x: number, top: number, y: number): Shape[] {
  return [
    { d: path`M${x} ${top}V${y}`, stroke: paint('ink-3'), width: 1.5 },
    { d: path`M${x - 7} ${y}a7 7 0 0 1 14 0z`, fill: paint('ink') },
  ];
}

/** Round times of the calendar. */
function tickMoments({ config, plan }: Scene, { x, at }: Scale): number[] {
  const everyMs =
    { traffic: plan.layout === 'still' ? 60_000 : 30_000, 'five-orders': 5000 }[config.work as 'traffic'] ??
    (plan.layout === 'wide' ? 2000 : 5000);
  const first = Math.ceil(calendarMs(at(0), config) / everyMs);
  return Array.from({ length: 12 }, (_, place) => runMs((first + place) * everyMs, config)).filter(
    (ms) => x(ms) > 16 && x(ms) < plan.width - 8,
  );
}

/** Asked for again to the left of a mark, or not read yet to the left of a line. */
function bandPath({ state, config, plan, later }: Scene, lines: readonly SyncLine[], { x }: Scale): string {
  const marginMs = config.marginS * 1000;
  const mark = later?.usedMarkMs({ ...config, mark: state.checkpoint }) ?? -Infinity;
  const next = { ...config, markMs: mark, fromMs: mark - marginMs, upToMs: null };
  const { top, y } = plan.axis!;
  return lines
    .map(({ atMs, record }) => {
      const { strategy, fromMs, markMs, upToMs } = record ?? next;
      const ends =
        strategy === 'lookback'
          ? fromMs === null
            ? []
            : [runMs(fromMs, config), runMs(markMs!, config)]
          : strategy === 'delay' || strategy === 'compound'
            ? [upToMs === null ? atMs - marginMs : runMs(upToMs, config), atMs]
            : [];
      const [from, to] = ends.map((ms) => Math.max(0, x(ms)));
      return from === undefined || to! <= from ? '' : path`M${from} ${top}H${to!}V${y}H${from}z`;
    })
    .join('');
}

/** Bold once a sync has begun, thin while it is to come, broken where it crashed. */
function lineShapes({ config, plan }: Scene, lines: readonly SyncLine[], { x }: Scale): Shape[] {
  const { top: lanesTop, y } = plan.axis!;
  const top = plan.layout === 'still' ? 26 : lanesTop - 14;
  const gap = y - plan.size;
  let [feet, begun, planned] = ['', '', ''];
  const crosses: [number, number][] = [];
  for (const { atMs, startedMs, record } of lines) {
    const at = x(atMs);
    const straight = path`M${at} ${top}V${y + 8}`;
    if (record === null) planned += straight;
    else if (record.outcome === 'crashed') {
      begun += path`M${at} ${top}V${gap - 5}m-6 3l12-6m-12 16l12-6m-6 3V${y + 8}`;
      crosses.push([at, lanesTop - 6]);
    } else begun += straight;
    if (record && config.stepS > 0)
      feet += path`M${x(startedMs)} ${y}H${x(record.crashedMs ?? startedMs + config.stepS * 4000)}`;
  }
  const stroke = paint('ink');
  return [
    { d: feet, stroke, width: 5 },
    { d: begun, stroke, width: 2.4 },
    { d: planned, stroke, width: 1.2 },
    ...badges(cross, 'harm', crosses, plan.size * 0.4),
  ];
}

/** What each line is, and below that what it returned or how far it came. */
function headings(scene: Scene, lines: readonly SyncLine[], axis: Scale): Shape[] {
  const { config, plan } = scene;
  const name = ({ startedMs }: SyncLine, place: number): string => {
    if (lines[place - 1]?.record?.outcome === 'crashed') return 'retry';
    return config.work === 'eight-rows' ? `sync of ${date(calendarMs(startedMs, config))}` : 'sync';
  };
  const after = plan.layout === 'wide' && config.work !== 'traffic' ? 'crashed after step' : 'after step';
  const results = lines.map(({ atMs, record }) => {
    const x = axis.x(atMs);
    if (record?.outcome === 'crashed') return { text: `${after} ${record.step}`, x, fill: paint('harm') };
    if (record?.rows === undefined || record.rows === null) return { text: '', x };
    return { text: counted(record.rows, 'row'), short: thousands(record.rows), x };
  });
  const names = lines.map((line, place) => ({ text: name(line, place), x: axis.x(line.atMs), weight: 600 }));
  // Where there is not room for all, crashes are told.
  results.sort((a, b) => Number('fill' in b) - Number('fill' in a));
  const above = spaced(names, plan.size * 0.9, scene);
  return plan.layout === 'still' ? above : [...above, ...spaced(results, plan.size * 2.05, scene, 'ink-2')];
}

/** Labels in a row, each in the middle of its place and inside the picture; one that has no room is made short, or left out. */
function spaced(
  labels: readonly (Pick<Label, 'text' | 'x' | 'fill' | 'weight'> & { short?: string })[],
  y: number,
  { plan }: Scene,
  fill = 'ink',
): Label[] {
  const taken: [number, number][] = [];
  return labels.flatMap(({ short = '', ...label }) => {
    for (const text of [label.text, short]) {
      const half = (text.length * plan.letter) / 2;
      const x = Math.max(half + 2, Math.min(plan.width - half - 2, label.x));
      const [left, right] = [x - half, x + half + 6];
      if (text === '' || taken.some(([from, to]) => left < to && right > from)) continue;
      taken.push([left, right]);
      return [{ fill: paint(fill), ...label, text, x, y, anchor: 'middle' as const, halo: true }];
    }
    return [];
  });
}
