import { expect, test } from 'vitest';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { Outcomes, luckSeeds } from '../../src/engine/outcomes.ts';
import { openRun } from '../../src/engine/run.ts';
import { play } from '../../src/engine/timeline.ts';

const queue = boundedQueue as unknown as AnySimulation;

test('the mean of 200 seeds of an M/M/1/K line turns away (1-r)r^K / (1-r^(K+1)) of requests', () => {
  const outcomes = new Outcomes(queue, openRun(queue, 'busy'), luckSeeds);
  outcomes.runFor(Infinity);
  const shares = outcomes.done.map(({ measures }) => measures['rejectedShare']!);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const spread = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1));
  const ratio = 0.9;
  const places = 4; // three in line and one being served
  const expected = ((1 - ratio) * ratio ** places) / (1 - ratio ** (places + 1));
  // 200 seeds of about 900 requests each: the standard error of the mean is 0.0015, and the line starts empty.
  expect(spread / Math.sqrt(200)).toBeLessThan(0.002);
  expect(Math.abs(mean - expected)).toBeLessThan(0.006);
  expect(outcomes.usesChance).toBe(true);
});

test('a seed ends as its own run does, acts and all, however the work is cut', () => {
  const run = openRun(queue, 'busy', {
    changed: { meanServiceMs: 12 },
    inputs: [{ at: { timeUs: 4_000_000 }, input: { type: 'burst', requests: 20 } }],
  });
  const outcomes = new Outcomes(queue, run, [7, 8, 9]);
  let slices = 0;
  for (; !outcomes.runFor(137); slices += 1) expect(outcomes.done.length).toBeLessThan(3);
  expect(slices).toBeGreaterThan(20);
  for (const { seed, measures } of outcomes.done) expect(measures).toEqual(play(queue, { ...run, seed }).end.measures);
  expect(outcomes.done.map(({ seed }) => seed)).toEqual([7, 8, 9]);
});

test('where nothing is left to chance, one seed answers for all', () => {
  const nobody = { waiting: [], serving: null, arrived: 0, served: 0, rejected: 0, responseMs: 0 };
  const still: AnySimulation = { ...queue, start: () => nobody };
  const outcomes = new Outcomes(still, openRun(still, 'calm'), luckSeeds);
  expect(outcomes.runFor(1)).toBe(true);
  expect(outcomes.usesChance).toBe(false);
  expect(outcomes.done).toHaveLength(200);
  expect(new Set(outcomes.done.map(({ measures }) => JSON.stringify(measures))).size).toBe(1);
});

test('a seed under which the model stops has nothing to show, and the others go on', () => {
  const frail: AnySimulation = {
    ...queue,
    step(state, event, config, sim) {
      if (sim.random('fate', 0) < 0.5 && sim.nowMs > 100) throw new Error('out of order');
      return queue.step(state, event, config, sim);
    },
  };
  const outcomes = new Outcomes(frail, openRun(frail, 'calm'), luckSeeds);
  outcomes.runFor(Infinity);
  const stopped = outcomes.done.filter(({ measures }) => Object.values(measures).every((value) => value === null));
  expect(outcomes.done).toHaveLength(200);
  // 200 tosses of a coin: the standard deviation is 7.
  expect(Math.abs(stopped.length - 100)).toBeLessThan(28);
});

test.each(await everySimulation())('$id: a slice of a hundred events plays a hundred events at most', (simulation) => {
  let applied = 0;
  const counted: AnySimulation = {
    ...simulation,
    step(state, event, config, sim) {
      applied += 1;
      return simulation.step(state, event, config, sim);
    },
  };
  for (const scenario of Object.keys(simulation.scenarios)) {
    const outcomes = new Outcomes(counted, openRun(counted, scenario), [1, 2, 3]);
    do {
      applied = 0;
      outcomes.runFor(100);
      expect(applied).toBeLessThanOrEqual(100);
    } while (!outcomes.whole);
  }
});
