import { expect, test } from 'vitest';
import type { Layout } from '../../../src/lab/picture.ts';
import type { Shape } from '../../../src/lab/drawing/shapes.ts';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import { bars, type Bar } from '../../../src/sims/incremental-ingestion/bars.ts';
import { calendarMs } from '../../../src/sims/incremental-ingestion/calendar.ts';
import { runMs, scale, shownMs } from '../../../src/sims/incremental-ingestion/geometry.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import * as later from '../../../src/sims/incremental-ingestion/later.ts';
import { drawWhole } from '../../../src/sims/incremental-ingestion/picture.ts';
import { MOST_BARS, planOf } from '../../../src/sims/incremental-ingestion/plan.ts';
import { syncLines } from '../../../src/sims/incremental-ingestion/sync-lines.ts';
import { at, type Played } from './played.ts';

const layouts: readonly Layout[] = ['wide', 'narrow', 'still'];

function shapes(played: Played, layout: Layout = 'wide'): readonly Shape[] {
  return drawWhole({ ...played, covered: false, later }, layout, false).shapes;
}
/** The place on a wide axis that shows that many seconds. */
const placeOf = (ms: number, spanMs: number): number => Math.round((4 + (ms / spanMs) * 1072) * 10) / 10;
const lineOf = (all: readonly Shape[], stroke: string): string =>
  all.map((shape) => ('d' in shape && shape.stroke === `var(--${stroke})` ? shape.d : '')).join('');
const words = (all: readonly Shape[]): string[] => all.flatMap((shape) => ('text' in shape ? [shape.text] : []));
function barOf({ state, config, nowMs }: Played, id: number): Bar {
  return bars(state, config, 6, nowMs).findLast(({ transaction }) => transaction.id === id)!;
}

test('a place on the axis is the place of one moment, across the break as well', () => {
  const axis = scale([
    [0, 100],
    [12_000, 800],
    [19_000, 985],
  ]);
  for (const ms of [-500, 0, 3000, 12_000, 15_500, 19_000, 20_000]) expect(axis.at(axis.x(ms))).toBeCloseTo(ms, 6);
  expect(axis.x(6000)).toBe(450);
});

test('a stamp has the place of the moment at which the calendar said so, in days that are squeezed as well', () => {
  for (const scenario of ['one-bar', 'eight-rows', 'traffic', 'recorded', 'trace-late']) {
    const { config } = at(scenario, 0);
    // The calendar is in whole milliseconds.
    for (const ms of [0, 3000, 6999, 12_000, 14_321])
      expect(Math.abs(runMs(calendarMs(ms, config), config) - ms)).toBeLessThanOrEqual(1);
  }
});

test('a bar goes from the stamp to the commit, and one that is open to now', () => {
  expect(barOf(at('trace-late', 5000), 1)).toMatchObject({ stampMs: 2000, startMs: 2000, endMs: 5000 });
  expect(barOf(at('trace-late', 9000), 1)).toMatchObject({ stampMs: 2000, startMs: 2000, endMs: 6000 });
  const boxes = lineOf(shapes(at('trace-late', 9000)), 'dark');
  expect(boxes).toContain(`M${placeOf(6000, 20_000)} `);
  expect(boxes).toContain(`H${placeOf(2000, 20_000)}v`);
});

test('a bar across a line is marked there: as waiting while it is open, and as lost once it has committed', () => {
  const line = placeOf(4000, 20_000);
  const [open, lost] = [at('trace-late', 5000), at('trace-late', 7000)];
  for (const played of [open, lost]) expect(barOf(played, 1).crossed?.atMs).toBe(4000);
  expect(barOf(open, 1).missing).toBe(false);
  expect(barOf(lost, 1).missing).toBe(true);
  const marked = (played: Played, kind: string) => {
    const r = 16 * 0.6 * 0.46;
    return lineOf(shapes(played), kind).includes(`M${Math.round((line - r) * 10) / 10} `);
  };
  expect([marked(open, 'wait'), marked(open, 'harm')]).toEqual([true, false]);
  expect([marked(lost, 'wait'), marked(lost, 'harm')]).toEqual([false, true]);
});

test('a row that arrived has its mark at the line of the sync that brought it', () => {
  expect(barOf(at('trace-plain', 11_000), 1).arrivals.map(({ atMs }) => atMs)).toEqual([4000]);
  expect(barOf(at('trace-plain', 11_000), 3).arrivals.map(({ atMs }) => atMs)).toEqual([10_000]);
});

test('what a lookback returns again has come twice and is no duplicate; what an append adds again is one', () => {
  const again = barOf(at('lookback', 120_000), 6);
  expect([again.arrivals.length, again.duplicate]).toEqual([2, false]);
  const twice = barOf(at('trace-crash', 12_000), 1);
  expect([twice.arrivals.length, twice.duplicate]).toEqual([2, true]);
});

test('where a clock is behind, the stamp stands before the start; where nobody sets the stamp, the bar begins at the start', () => {
  const { stampMs, startMs } = barOf(at('skewed', 60_000), 2);
  expect(startMs - stampMs).toBeCloseTo(5000, 0);
  const untouched = barOf(at('untouched', 8000), 42);
  expect([untouched.untouched, untouched.stampMs === untouched.startMs]).toEqual([true, true]);
});

test('a crashed sync is a line with the step it came to, and its retry is a line of its own', () => {
  const played = at('crash-after-load', 11_000);
  const lines = syncLines(played.state, played.config, played.nowMs);
  expect(lines.map(({ record, startedMs }) => [startedMs, record?.outcome, record?.step])).toEqual([
    [7000, 'crashed', 4],
    [12_500, undefined, undefined],
    [22_000, undefined, undefined],
  ]);
  expect(words(shapes(played))).toEqual(expect.arrayContaining(['crashed after step 4', 'retry']));
});

test('the crash stands between the two steps it came between, with the moment of the restart', () => {
  const played = at('crash-after-load', 11_000);
  // Steps are 214 apart, and what is between two of them is 11 before the second.
  const ring = `M${4 * 214 - 11 - 11} `;
  expect(lineOf(shapes(played), 'harm')).toContain(ring);
  expect(words(shapes(played))).toEqual(expect.arrayContaining(['crashed here', 'begins again', '12:00:05.5']));
  expect(lineOf(shapes(at('crash-after-load', 13_000)), 'harm')).not.toContain(ring);
});

test('a checkpoint before the load changes the order of the steps, and one with it puts both in one bracket', () => {
  const names = (scenario: string) =>
    words(shapes(at(scenario, 10_000))).filter((text) => /^(Load|Update c)/.test(text));
  expect(names('crash-after-load')).toEqual(['Load (append)', 'Update checkpoint']);
  expect(names('crash-after-checkpoint')).toEqual(['Update checkpoint', 'Load (append)']);
  expect(words(shapes(at('crash-together', 0)))).toContain('in one transaction');
  expect(words(shapes(at('crash-after-load', 0)))).not.toContain('in one transaction');
});

test('a read delay shades what its sync does not read, up to the line, and the log shades nothing', () => {
  const shaded = (scenario: string) =>
    shapes(at(scenario, 100_000)).flatMap((shape) => ('d' in shape && shape.fill === 'var(--rule)' ? [shape.d] : []));
  for (const line of [30_000, 90_000, 150_000]) {
    expect(shaded('delay').join()).toContain(`M${placeOf(line - 8000, 160_000)} `);
    expect(shaded('delay').join()).toContain(`H${placeOf(line, 160_000)}V`);
  }
  expect(shaded('by-log')).toEqual([]);
});

test('the bar of order 42 ends where the learner has put its commit, and once committed where it committed', () => {
  const end = (ms: number, inputs: TimedInput[]) => barOf(at('one-bar', ms, inputs), 42).endMs;
  const moved: TimedInput = { at: { timeUs: 2.5e6 }, input: { set: 'commitS', value: 5 } };
  const tooLate: TimedInput = { at: { timeUs: 3.5e6 }, input: { set: 'commitS', value: 5 } };
  expect(end(2600, [moved])).toBe(9000);
  expect(end(3600, [tooLate])).toBe(3000);
});

test('however busy the source is, a bounded number of bars is drawn', () => {
  const { state, config, nowMs } = at('traffic', 160_000, [], { ordersPerSecond: 1 });
  expect(state.transactions.length).toBeGreaterThan(MOST_BARS);
  expect(bars(state, config, 18, nowMs)).toHaveLength(MOST_BARS);
});

test('on a phone the axis follows the playhead and stays inside the run', () => {
  const { config } = at('traffic', 0);
  for (const ms of [0, 50_000, 100_000, 160_000]) {
    const { fromMs, toMs } = shownMs(config, true, ms);
    expect(fromMs <= ms && ms <= toMs && fromMs >= 0 && toMs <= 160_000).toBe(true);
  }
});

test('every scenario is drawn in every layout at every moment with few elements, with numbers, and with words', () => {
  for (const [scenario, { untilMs }] of Object.entries(simulation.scenarios)) {
    for (const share of [0, 0.3, 0.55, 0.8, 1]) {
      const played = at(scenario, Math.round(untilMs * share));
      for (const layout of layouts) {
        const all = shapes(played, layout);
        expect(all.length, `${scenario} ${layout}`).toBeLessThan(150);
        expect(JSON.stringify(all), `${scenario} ${layout}`).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    }
  }
});

test('the first frame of a lab needs nothing of what comes with the model', () => {
  for (const scenario of Object.keys(simulation.scenarios)) {
    const played = at(scenario, 0);
    for (const layout of layouts)
      expect(drawWhole({ ...played, covered: false, later: null }, layout, false).shapes, scenario).toEqual(
        shapes(played, layout),
      );
  }
});

test('what stands on the lowest line has room beside each other in every drawing of every scenario', () => {
  const clashes: string[] = [];
  for (const [scenario, { untilMs }] of Object.entries(simulation.scenarios)) {
    for (const layout of layouts) {
      const played = at(scenario, untilMs);
      const { width, height, letter } = planOf(played.config, layout);
      const lowest = shapes(played, layout).flatMap((shape) =>
        'text' in shape && shape.y === height - 6 ? [shape] : [],
      );
      const widthOf = ({ text }: { text: string }): number => text.length * letter;
      const left = lowest.filter(({ anchor }) => anchor !== 'end').map((each) => each.x + widthOf(each));
      const right = lowest.filter(({ anchor }) => anchor === 'end').map((each) => width - widthOf(each));
      if (Math.max(...left, 0) > Math.min(...right, width))
        clashes.push(`${scenario}, ${layout}: ${lowest.map(({ text }) => text).join(' | ')}`);
    }
  }
  expect(clashes).toEqual([]);
});
