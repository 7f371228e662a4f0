/** The still: one request to both engines, and whose answer comes back. */
import { kindOf, type Page } from './page.ts';
import type { Config, State } from './state.ts';
import { productDrawings } from './product-drawings.ts';
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';

/** 440 by 268. With `visible` it is v2 whose answer comes back; `covered` hides that answer. */
export function shopShapes(state: State, config: Config, visible: boolean, covered: boolean): Shape[] {
  const { page } = state;
  const outline = { stroke: paint('ink'), width: 1.6, fill: paint('plate') };
  const wire = { stroke: paint('ink-3'), width: 1.3 };
  const engine = (y: number, name: string, below: string): Shape[] => [
    { ...outline, d: box(312, y, 124, 58, 4) },
    { text: name, x: 374, y: y + 24, anchor: 'middle' },
    { text: below, x: 374, y: y + 47, anchor: 'middle', fill: paint('ink-2') },
  ];
  const way = (fromV2: boolean, to: number): string => (fromV2 ? `M312 210H${to}` : `M312 94H262V116H${to}`);
  const end = (fromV2: boolean): number => (fromV2 ? 210 : 116);
  const begin = (fromV2: boolean): number => (fromV2 ? 210 : 94);
  return [
    { text: 'the shopper’s page', x: 4, y: 16, fill: paint('ink-2') },
    { ...outline, d: box(4, 26, 176, 214, 4) },
    { ...wire, d: box(18, 36, 148, 32, 16) },
    { text: page?.query ?? '', x: 32, y: 58 },
    ...(covered ? cover() : result(page, visible)),
    ...(covered ? [] : foot(state, config, visible, page)),
    { text: 'request', x: 188, y: 42, fill: paint('ink-2') },
    { ...wire, d: `M180 52H246V70H306m-5 -4l6 4l-6 4${state.withdrawn ? '' : 'M246 70V184H306m-5 -4l6 4l-6 4'}` },
    ...engine(54, 'old search', 'v1'),
    ...engine(168, 'new search', state.withdrawn ? 'taken out' : 'v2'),
    ...(state.withdrawn
      ? []
      : [
          { d: way(!visible, 222), stroke: paint('dark'), width: 2.4, dash: '6 5' },
          { d: `M221 ${end(!visible) - 10}v20`, stroke: paint('dark'), width: 2.6 },
          markAt('dark', 312, begin(!visible), 13),
        ]),
    { d: `${way(visible, 190)}m9 -7l-9 7l9 7`, stroke: paint('live'), width: 3 },
    markAt('live', 312, begin(visible), 13),
  ];
}

function cover(): Shape[] {
  const hatch = Array.from({ length: 19 }, (_, i) => {
    const from = 15 + i * 15;
    const [x1, y1] = from <= 152 ? [18, 76 + from] : [18 + from - 152, 228];
    const [x2, y2] = from <= 148 ? [18 + from, 76] : [166, 76 + from - 148];
    return `M${x1} ${y1}L${x2} ${y2}`;
  }).join('');
  return [
    { d: box(18, 76, 148, 152, 0), stroke: paint('ink-3'), fill: paint('paper'), width: 1 },
    { d: hatch, stroke: paint('rule'), width: 1 },
    { d: box(44, 124, 96, 56, 0), fill: paint('paper') },
    { text: 'answer', x: 92, y: 147, anchor: 'middle', fill: paint('ink-2') },
    { text: 'covered', x: 92, y: 171, anchor: 'middle', fill: paint('ink-2') },
  ];
}

function result(answers: Page | null, visible: boolean): Shape[] {
  if (!answers) return [];
  const { top, wrong } = visible ? answers.v2 : answers.v1;
  return top.map(({ category }, place) => ({
    d: productDrawings[category],
    at: `translate(${20 + (place % 2) * 76} ${88 + Math.floor(place / 2) * 72})scale(.58)`,
    stroke: paint(wrong ? 'harm' : 'ink'),
    width: 2.6,
  }));
}

function foot(state: State, config: Config, visible: boolean, answers: Page | null): Shape[] {
  if (!answers) return [];
  const shown = visible ? answers.v2 : answers.v1;
  const stream = config.traffic === 'stream';
  const [mark, text] =
    stream && state.harmed > 0
      ? (['harm', `${state.harmed} shown the wrong thing`] as const)
      : stream && state.mismatches > 0
        ? (['dark', `${state.mismatches} wrong, seen by nobody`] as const)
        : ([shown.wrong ? 'harm' : 'good', `shown ${kindOf(shown)}`] as const);
  return [markAt(mark, 12, 255, 15), { text, x: 26, y: 262, fill: paint(mark) }];
}
