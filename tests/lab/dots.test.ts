import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import type { MeasureInfo } from '../../src/engine/simulation.ts';
import { play } from '../../src/engine/timeline.ts';
import { ASIDE, GAP, LETTER_PX, placeDots, placeLabels, plot } from '../../src/lab/tools/dots.ts';
import { sayLuck } from '../../src/lab/tools/luck-words.ts';
import { Tries } from '../../src/lab/tools/tries.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const measure = (unit: string, decimals: number): MeasureInfo => ({ label: 'People', unit, decimals, better: 'less' });
const people = measure('', 0);

const anyMeasure = fc.constantFrom(people, measure('ms', 0), measure('ms', 1), measure('share', 1));
/** What 200 seeds may end at: all the same, a few whole numbers, or spread over a wide range. */
const anyValues = fc
  .constantFrom(0, 1, 12, 400, 90_000)
  .chain((spread) =>
    fc
      .tuple(
        fc.integer({ min: -50, max: 5000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200, size: 'max' }),
      )
      .map(([least, shares]) => shares.map((share) => least + Math.round(share * spread * 10) / 10)),
  );
const anyWidth = fc.integer({ min: 220, max: 1040 });

test('each seed is one dot, in the plot, and no dot covers another', () => {
  fc.assert(
    fc.property(anyValues, anyMeasure, anyWidth, (values, info, width) => {
      const { dots, radius } = placeDots(
        values.map((value, i) => ({ seed: i + 1, value })),
        info,
        width,
      );
      expect(new Set(dots.map(({ seed }) => seed)).size).toBe(values.length);
      expect(radius).toBeGreaterThan(0.5);
      for (const [i, dot] of dots.entries()) {
        expect(dot.x - radius).toBeGreaterThan(-1);
        expect(dot.x + radius).toBeLessThan(width + 1);
        expect(dot.y - radius).toBeGreaterThan(plot.top - 2);
        expect(dot.y + radius).toBeLessThanOrEqual(plot.floor);
        for (const other of dots.slice(i + 1))
          if (Math.hypot(dot.x - other.x, dot.y - other.y) < 2 * radius)
            throw new Error(`${dot.seed} covers ${other.seed}`);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('from left to right dots do not fall in value, and each stands within its stack of its own place on the axis', () => {
  fc.assert(
    fc.property(anyValues, anyMeasure, anyWidth, (values, info, width) => {
      const { dots, x } = placeDots(
        values.map((value, i) => ({ seed: i + 1, value })),
        info,
        width,
      );
      expect(dots.map(({ value }) => value)).toEqual([...values].sort((a, b) => a - b));
      for (const dot of dots) expect(Math.abs(dot.x - x(dot.value))).toBeLessThan(width / 6);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test('two seeds that read the same stand in one stack, on their number', () => {
  const values = [20, 20, 20, 21, 23, 40];
  const { dots, ticks, x } = placeDots(
    values.map((value, i) => ({ seed: i + 1, value })),
    people,
    1000,
  );
  expect(new Set(dots.slice(0, 3).map((dot) => dot.x)).size).toBe(1);
  expect(dots[0]!.x).toBeCloseTo(x(20), 6);
  expect(ticks.find(({ text }) => text === '20')!.x).toBeCloseTo(x(20), 6);
  const share = placeDots([{ seed: 1, value: 0.453 }], measure('share', 0), 1000, [0.2, 0.8]);
  expect(share.dots[0]!.x).toBeCloseTo(share.x(0.45), 6);
});

test('the present run stands on top of its stack, where its flag can reach it', () => {
  const values = [
    { seed: 3, value: 8 },
    { seed: 4, value: 8 },
    { seed: 1, value: 8 },
    { seed: 812, value: 9 },
  ];
  const { dots } = placeDots(values, people, 1000, [], 1);
  const top = Math.min(...dots.filter(({ value }) => value === 8).map(({ y }) => y));
  expect(dots.find(({ seed }) => seed === 1)!.y).toBe(top);
});

test('theory and the present run lie on the axis even where no seed came near them', () => {
  const { x } = placeDots(
    [
      { seed: 1, value: 100 },
      { seed: 2, value: 103 },
    ],
    people,
    600,
    [250.5, 60],
  );
  for (const value of [250.5, 60]) {
    expect(x(value)).toBeGreaterThanOrEqual(0);
    expect(x(value)).toBeLessThanOrEqual(600);
  }
});

test('a label stays in the drawing where either side has room for it, and a line runs through none that could avoid it', () => {
  const long = (text: string) => text.length * LETTER_PX + GAP;
  const place = fc.integer({ min: 0, max: 1036 });
  fc.assert(
    fc.property(place, place, fc.constantFrom(236, 306, 700, 1036), (a, b, width) => {
      const own = { x: a % width, text: 'your seed, 812: 20' };
      const theory = { x: b % width, text: 'theory: 21.0 on average' };
      for (const [i, label] of placeLabels(own, theory, width).entries()) {
        const [line, other] = i === 0 ? [own, theory] : [theory, own];
        const sides = [
          [line.x, line.x + long(line.text)],
          [line.x - long(line.text), line.x],
        ] as const;
        const fits = sides.map(([from, to]) => from >= -ASIDE && to <= width + ASIDE);
        const clear = sides.map(([from, to]) => other.x <= from || other.x >= to);
        const side = label!.anchor === 'start' ? 0 : 1;
        expect(fits[side] || !fits[1 - side]).toBe(true);
        expect(clear[side] || !(fits[1 - side] && clear[1 - side])).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 3 },
  );
});

test('two hundred seeds in words: the middle eight tenths, the mean, theory, and where the present run stands', () => {
  // 1 to 200: a tenth of them, twenty, lie below 21, and as many above 180; the mean is (1 + 200) / 2.
  const values = Array.from({ length: 200 }, (_, i) => i + 1);
  expect(sayLuck({ values, of: 200, own: 97, expected: 101 }, people)).toEqual([
    'Eight in ten lie between 21 and 180.',
    'Their mean is 100.5; theory expects 101.0.',
    'Yours, 97, is an ordinary one: 96 of 200 came out lower.',
  ]);
  expect(sayLuck({ values, of: 200, own: 199, expected: null }, people).at(-1)).toBe(
    'Yours, 199, is among the highest: 198 of 200 came out lower.',
  );
  expect(sayLuck({ values, of: 200, own: 3, expected: null }, measure('ms', 0)).at(-1)).toBe(
    'Yours, 3 ms, is among the lowest: 197 of 200 came out higher.',
  );
  expect(
    sayLuck(
      { values: values.map((value) => value / 250), of: 200, own: undefined, expected: null },
      measure('share', 0),
    ),
  ).toEqual(['Eight in ten lie between 8 and 72 %.', 'Their mean is 40.2 %.']);
});

test('what cannot be measured at the end is counted, never drawn as nought', () => {
  expect(sayLuck({ values: [5, 5, 5], of: 5, own: null, expected: null }, people)).toEqual([
    'In 2 of 5 there is nothing to measure at the end; they have no dot.',
    'All 3 end at 5.',
    'In yours there is nothing to measure at the end.',
  ]);
  expect(sayLuck({ values: [], of: 200, own: null, expected: 3 }, people)).toEqual([
    'In none of the 200 is there anything to measure at the end.',
  ]);
});

test('many values alike are not called eight in ten', () => {
  const values = [...Array<number>(150).fill(0), ...Array<number>(50).fill(1)];
  expect(sayLuck({ values, of: 200, own: 0, expected: null }, people)).toEqual([
    '200 of 200 lie between 0 and 1.',
    'Their mean is 0.3.',
    'Yours, 0, is the usual one: 150 of 200 came out the same.',
  ]);
});

/** Resolves when every seed is played, or `after` says enough. */
function played(
  run = openRun(queue, 'busy'),
  after: (tries: Tries) => boolean = (tries) => tries.whole,
): Promise<Tries> {
  return new Promise((done) => {
    const tries: Tries = new Tries(queue, run, () => after(tries) && done(tries));
    tries.ask(run.seed);
    tries.play();
  });
}

test('200 seeds, played in slices, end as their own runs do, and so does the seed a learner came with', async () => {
  const run = openRun(queue, 'busy', {
    seed: 812,
    inputs: [{ at: { timeUs: 4_000_000 }, input: { type: 'burst', requests: 9 } }],
  });
  const tries = await played(run);
  expect([...tries.done.keys()]).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  for (const seed of [1, 17, 200, 812]) expect(tries.end(seed)).toEqual(play(queue, { ...run, seed }).end.measures);
});

test('stopped, it plays no further seed; begun again, it goes on where it was', async () => {
  const tries = await played(openRun(queue, 'busy'), (some) => some.done.size >= 20);
  tries.stop();
  const before = tries.done.size;
  await new Promise((later) => setTimeout(later, 60));
  expect([tries.done.size, tries.playing, tries.whole]).toEqual([before, false, false]);
  expect(before).toBeLessThan(200);
  tries.play();
  while (!tries.whole) await new Promise((later) => setTimeout(later, 5));
  expect(tries.done.size).toBe(200);
});

test('the dots belong to a run under any seed, and to no run with other acts or fields', () => {
  const run = openRun(queue, 'busy');
  const tries = new Tries(queue, run, () => {});
  expect(tries.isOf({ ...run, seed: 5 })).toBe(true);
  expect(tries.isOf({ ...run, changed: { meanServiceMs: 12 } })).toBe(false);
  expect(tries.isOf({ ...run, inputs: [{ at: { timeUs: 1 }, input: { set: 'open', value: false } }] })).toBe(false);
});
