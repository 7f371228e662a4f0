/** One line below the axis: how the last sync ended, and what is needed to read the picture. */
import { markAt, paint, type Label, type Shape } from '../../lab/drawing/shapes.ts';
import { thousands } from './calendar.ts';
import { diamond, dot, stop } from './pen.ts';
import { MOST_BARS, needsLegend, type Scene } from './plan.ts';

/** Nothing where the five steps are drawn. */
export function statusShapes(scene: Scene): Shape[] {
  const { state, config, plan } = scene;
  if (plan.stepsY !== null) return [];
  const { width, height, size, layout } = plan;
  const y = height - 6;
  const succeeded = state.syncs.some(({ outcome }) => outcome === 'succeeded');
  const words: Pick<Label, 'y' | 'fill'> = { y, fill: paint('ink-2') };
  const isWide = layout === 'wide';
  const mixed = needsLegend(config, layout);
  return [
    ...(succeeded
      ? [markAt('good', 9, y - size * 0.3, 15), { text: 'sync succeeded', x: 24, y, fill: paint('good'), weight: 600 }]
      : []),
    ...(mixed ? legend(isWide ? 330 : 9, isWide ? y : y - 26, size) : []),
    {
      text: notes(scene)
        .slice(0, isWide && !mixed ? 2 : 1)
        .join(', '),
      x: width - 2,
      anchor: 'end',
      ...words,
    },
  ];
}

/** The three kinds of change, by their ends. */
function legend(x: number, y: number, size: number): Shape[] {
  const places = ['insert', 'update', 'delete'].map((text, place) => ({ text, x: x + 5 * size * place }));
  const [a, b, c] = places.map((place) => place.x) as [number, number, number];
  const middle = y - size * 0.35;
  return [
    { d: dot(a, middle, 5) + diamond(b, middle, 7), fill: paint('live') },
    { d: stop(c, middle, 8), stroke: paint('ink'), width: 3 },
    ...places.map((place) => ({ text: place.text, x: place.x + 14, y, fill: paint('ink-2') })),
  ];
}

/** The most needed first; in the narrow drawing half a line is all there is for one. */
function notes({ state, config, covered }: Scene): string[] {
  if (covered) return ['warehouse covered'];
  const { strategy, marginS, skewS } = config;
  const { transactions, checkpoint, log } = state;
  const has = (words: string, isSo: boolean): string[] => (isSo ? [words] : []);
  return [
    ...has('shaded: asked again', strategy === 'lookback' && marginS > 0),
    ...has('shaded: not read yet', (strategy === 'delay' || strategy === 'compound') && marginS > 0),
    ...has(`mark: id ${thousands(checkpoint.seenId)}`, strategy === 'id'),
    ...has(`log: ${checkpoint.position} of ${log.length} read`, strategy === 'log'),
    ...has('bare line: a late clock', skewS > 0),
    ...has(`newest ${MOST_BARS} of ${thousands(transactions.length)}`, transactions.length > MOST_BARS),
  ];
}
