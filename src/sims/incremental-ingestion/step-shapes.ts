/** The five steps of a sync: side by side, or on a phone and in a still one below the other. */
import { markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { calendarMs, clock } from './calendar.ts';
import { badges, cross, path } from './pen.ts';
import type { Scene } from './plan.ts';
import { stepNames, stepsNow } from './step-names.ts';
import { RESTART_MS } from './steps.ts';

/** From one step to the next. */
const COLUMN = 214;

/** Nothing where a sync is one act. */
export function stepShapes({ state, config, plan, later }: Scene): Shape[] {
  const { stepsY, layout, width } = plan;
  if (stepsY === null) return [];
  const { sync, syncs } = state;
  const { step: current, status } = sync;
  const isWide = layout === 'wide';
  const isStill = layout === 'still';
  const row = isStill ? 54 : 52;
  const results = later?.stepResults(state);
  const steps = stepsNow(state, config);
  const isDown = status === 'down';
  const together = (isDown || status === 'running' ? sync.checkpoint : config.checkpoint) === 'together';
  const restart = clock(calendarMs((syncs.at(-1)?.crashedMs ?? 0) + RESTART_MS, config));
  const downWords = isWide ? ['crashed here', 'begins again', restart] : [`crashed, begins again ${restart}`];
  const shapes = stepNames(state, config).flatMap((name, index): Shape[] => {
    const taken = index < current;
    const isNow = index + 1 === current && status === 'running';
    // Loaded in a transaction that is still open: nobody sees it yet.
    const isOpen = together && index === 3 && current === 4;
    const mark = isOpen ? 'dark' : isNow ? 'live' : taken ? 'good' : null;
    const crashedHere = isDown && index === current;
    const lines = crashedHere ? downWords : taken ? (results?.[steps[index]!] ?? []) : [];
    const words = { fill: paint(mark === null ? 'ink-2' : 'ink'), weight: isNow ? 700 : 600 };
    const fill = paint(crashedHere ? 'harm' : 'ink-2');
    const [x, y] = isWide ? [index * COLUMN, stepsY] : [0, stepsY + index * row];
    const rule = {
      d: isWide ? path`M${x} ${y}h192` : path`M0 ${y}H${width}`,
      stroke: paint(mark === null || (!isWide && !isNow) ? 'rule' : 'ink'),
      width: isWide ? (isNow ? 5 : 2) : isNow ? 3 : 1,
    };
    return isWide
      ? [
          rule,
          { text: `${index + 1}`, x, y: y + 30, fill: paint('ink-2') },
          ...(mark ? [markAt(mark, x + 28, y + 23, 14)] : []),
          { text: name, x, y: y + 58, ...words },
          ...lines.map((text, place) => ({ text, x, y: y + 88 + place * 26, fill })),
        ]
      : [
          rule,
          ...(mark ? [markAt(mark, 10, y + 17, 14)] : []),
          { text: `${index + 1} ${name}`, x: 26, y: y + 22, ...words },
          { text: inOneLine(lines), x: 26, y: y + (isStill ? 46 : 42), fill },
        ];
  });
  const crash: [number, number] = isWide ? [current * COLUMN - 11, stepsY] : [10, stepsY + current * row];
  return [
    ...shapes,
    ...(isDown ? badges(cross, 'harm', [crash], isWide ? 11 : 9) : []),
    ...(together ? bracket(stepsY, row, isWide, width) : []),
  ];
}

/** There is room for three results; of four, those that are nothing go. */
function inOneLine(lines: readonly string[]): string {
  return (lines.length > 3 ? lines.filter((line) => !line.startsWith('0 ')) : lines).join(', ');
}

/** Round load and checkpoint, which commit as one. */
function bracket(y: number, row: number, isWide: boolean, width: number): Shape[] {
  const fill = paint('ink-2');
  const line = { stroke: paint('ink-2'), width: 1.5 };
  return isWide
    ? [
        { d: path`M${3 * COLUMN} ${y - 6}v-9H${width - 10}v9`, ...line },
        { text: 'in one transaction', x: 4 * COLUMN - 11, y: y - 22, anchor: 'middle', fill },
      ]
    : [
        { d: path`M${width - 10} ${y + 3 * row + 8}h8v${2 * row - 16}h-8`, ...line },
        { text: 'in one transaction', x: width - 12, y: y + 4 * row - 6, anchor: 'end', fill },
      ];
}
