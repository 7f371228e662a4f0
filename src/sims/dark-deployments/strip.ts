/**
 * The strip under the pages. In the first hour one dot is one search; later the hours of the week
 * are columns, because thousands of dots could not be told apart.
 */
import { formatNumber } from '../../engine/format-number.ts';
import { HOUR, hourLabel, MINUTE, WEEK } from './clock.ts';
import type { Mark } from '../../engine/simulation.ts';
import type { Config, HourCount, SearchMark, State } from './state.ts';
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { figures, repeat } from './figures.ts';

/** How near marks of one lane may come. */
const CROSS = 14;
const ENVELOPE = 22;

/** Height of a column of 60; ordinary hours have 27 searches for "laptop". */
const COLUMN = 42;

/** `top` is its upper edge and `size` the height of its text, in the units of the drawing. */
export function stripShapes(
  state: State,
  config: Config,
  nowMs: number,
  top: number,
  wide: boolean,
  size: number,
): Shape[] {
  const hourly = nowMs > HOUR;
  const [left, width] = wide ? [150, 690] : [8, 334];
  const [shown, compared, support] = (wide ? [24, 76, 128] : [44, 126, 208]).map((y) => y + top) as [
    number,
    number,
    number,
  ];
  const axis = top + (wide ? 160 : 240);
  const x = (ms: number): number => left + (ms / (hourly ? WEEK : HOUR)) * width;
  const places = (happened: readonly { atMs: number }[]): number[] => happened.map(({ atMs }) => x(atMs));
  const drawn = (figure: keyof typeof figures, is: (mark: SearchMark) => boolean, y: number, gap?: number): string =>
    repeat(figures[figure], places(state.marks.filter(is)), y, gap);
  const columns = (count: (hour: HourCount) => number): string => {
    const step = width / 40;
    return state.hours
      .map((hour, at) => ({ at, height: Math.min(60, count(hour)) * (COLUMN / 60) }))
      .filter(({ height }) => height > 0)
      .map(
        ({ at, height }) =>
          `M${(left + at * step + 1).toFixed(1)} 18v${(-height).toFixed(1)}h${(step - 2).toFixed(1)}v${height.toFixed(1)}z`,
      )
      .join('');
  };

  const row = (y: number, label: string, mark: Mark, count: number, word: string): Shape[] => [
    { d: `M${left} ${y}h${width}`, stroke: paint('rule'), width: 1 },
    { text: label, x: 2, y: wide ? y + size * 0.35 : y - 24, fill: paint('ink-2') },
    ...(wide
      ? [
          markAt(mark, 852, y, 14),
          { text: `${formatNumber(count, '', 0)} ${word}`, x: 864, y: y + size * 0.35, weight: 600 },
        ]
      : [{ text: `${formatNumber(count, '', 0)} ${word}`, x: 348, y: y - 24, anchor: 'end' as const, weight: 600 }]),
  ];
  const ticks = hourly
    ? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']
    : [0, 1, 2, 3, 4].map((quarter) => hourLabel(quarter * 15 * MINUTE));
  const lines = [
    ...row(shown, hourly ? 'Shown wrong' : 'Shoppers see', 'harm', state.harmed, 'shown wrong'),
    ...row(
      compared,
      hourly ? 'Found wrong' : 'Compared',
      'dark',
      state.mismatches,
      config.noise ? 'called wrong' : 'found wrong',
    ),
    ...(config.noise && !hourly
      ? row(support, 'v1 again', 'live', state.noise, wide ? 'differ from v1' : 'differ')
      : row(
          support,
          hourly ? 'Support, fix' : 'Support inbox',
          'wait',
          state.complaints,
          state.complaints === 1 ? 'complaint' : 'complaints',
        )),
    { d: `M${left} ${axis}h${width}`, stroke: paint('ink-3'), width: 1 },
    ...ticks.flatMap((text, at): Shape[] => {
      const place = left + (at / (hourly ? 5 : 4)) * width;
      const anchor = hourly || at === 0 ? 'start' : at === 4 ? 'end' : 'middle';
      return [
        { d: `M${place} ${axis}v6`, stroke: paint('ink-3'), width: 1 },
        { text, x: place, y: axis + 8 + size, anchor, fill: paint('ink-2') },
      ];
    }),
  ];

  const searches: Shape[] = hourly
    ? [
        { d: columns(({ harmed }) => harmed), fill: paint('harm'), at: `translate(0 ${shown})` },
        {
          d: columns(({ mismatches }) => mismatches),
          stroke: paint('dark'),
          width: 1.5,
          dash: '3 2',
          at: `translate(0 ${compared})`,
        },
        {
          d: state.visibleSinceMs === null ? '' : `M${x(state.visibleSinceMs)} ${shown + 18}H${x(nowMs)}`,
          stroke: paint('live'),
          width: 3,
        },
      ]
    : [
        { d: drawn('dot', ({ seen }) => seen === 'live', shown), stroke: paint('live'), width: wide ? 6 : 4 },
        { d: drawn('cross', ({ seen }) => seen === 'harm', shown, CROSS), stroke: paint('harm'), width: 2.8 },
        { d: drawn('speck', ({ copy }) => copy === 'fine', compared), stroke: paint('dark'), width: 1.2 },
        {
          d: drawn('ring', ({ copy }) => copy === 'wrong', compared, CROSS),
          stroke: paint('dark'),
          width: 2.4,
          fill: paint('paper'),
        },
        { d: drawn('dot', ({ noise }) => noise === true, support), stroke: paint('live'), width: 8 },
        ...(wide && state.compared === 0 && state.searches > 0
          ? [{ text: 'nothing is compared', x: left + 4, y: compared - 6, fill: paint('ink-2') }]
          : []),
      ];

  return [
    ...lines,
    ...searches,
    ...workShapes(state, config, nowMs, support, x),
    {
      d: repeat(figures.envelope, places(state.inbox), support, ENVELOPE),
      stroke: paint('ink'),
      width: 1.5,
      fill: paint('paper'),
    },
    {
      d: wide
        ? `M${x(nowMs)} ${shown - 18}V${axis}`
        : [shown, compared, support].map((y) => `M${x(nowMs)} ${y - 16}v32`).join(''),
      stroke: paint('ink'),
      width: 1.5,
    },
  ];
}

/** A rollback or a fix: a bar that fills while it is being done, and a tick when it is. */
function workShapes(state: State, config: Config, nowMs: number, y: number, x: (ms: number) => number): Shape[] {
  const works = [
    { doneMs: state.rollback?.doneMs ?? state.rolledBackMs, takesMs: config.rollbackMin * MINUTE },
    { doneMs: state.fixDueMs, takesMs: config.fixHours * HOUR },
  ];
  return works.flatMap(({ doneMs, takesMs }): Shape[] => {
    if (doneMs === null) return [];
    const from = x(doneMs - takesMs);
    // A fix begun late on Friday is done after the week the axis shows.
    const until = Math.min(x(doneMs), x(nowMs > HOUR ? WEEK : HOUR));
    const done = Math.min(nowMs, doneMs);
    return [
      {
        d: box(from, y - 11, until - from, 22, 0),
        stroke: paint('wait'),
        width: 1.6,
        dash: '2 3',
        fill: paint('paper'),
      },
      { d: `M${from} ${y}H${x(done)}`, stroke: paint('wait'), width: 8 },
      ...(nowMs >= doneMs ? [markAt('good', x(doneMs) + 12, y, 18)] : []),
    ];
  });
}
