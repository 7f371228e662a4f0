import { expect, test } from 'vitest';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';
import { Machine } from '../../src/engine/machine.ts';
import { openRun } from '../../src/engine/run.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import type { Simulation } from '../../src/engine/simulation.ts';

test('agrees with queueing theory: M/M/1/K turns away (1-r)r^K / (1-r^(K+1)) of requests', () => {
  const config = { arrivalsPerSecond: 90, meanServiceMs: 10, capacity: 3, open: true };
  const ratio = 0.9;
  const places = 4; // three in line and one being served
  const expected = ((1 - ratio) * ratio ** places) / (1 - ratio ** (places + 1));
  const machine = new Machine(boundedQueue, config, 1, [], null);
  machine.advance({ timeUs: 2_000_000_000 });
  const { arrived, rejected } = machine.state as State;
  // About 180,000 arrivals: the standard error of this share is about 0.001.
  expect(arrived).toBeGreaterThan(175_000);
  expect(Math.abs(rejected / arrived - expected)).toBeLessThan(0.004);
});

test('changing the capacity changes nobody’s arrival and nobody’s service time (same draws for each request)', () => {
  const draws = (capacity: number): Map<string, number> => {
    const seen = new Map<string, number>();
    const spied = { ...boundedQueue, start: watch('start'), step: watch('step') };
    function watch<Rule extends 'start' | 'step'>(rule: Rule): (typeof boundedQueue)[Rule] {
      return ((...args: unknown[]) => {
        const sim = args.at(-1) as { random(stream: string, key: number): number };
        const random = (stream: string, key: number): number => {
          const u = Machine.prototype.random.call(sim, stream, key);
          seen.set(`${stream} ${key}`, u);
          return u;
        };
        const watched = Object.create(sim as object, { random: { value: random } }) as never;
        return (boundedQueue[rule] as (...all: unknown[]) => unknown)(...args.slice(0, -1), watched);
      }) as (typeof boundedQueue)[Rule];
    }
    play(spied as Simulation, openRun(boundedQueue, 'busy', { changed: { capacity } }));
    return seen;
  };
  const narrow = draws(1);
  const wide = draws(20);
  const shared = [...narrow.keys()].filter((key) => wide.has(key));
  expect(shared.length).toBeGreaterThan(1000);
  expect(shared.filter((key) => narrow.get(key) !== wide.get(key))).toEqual([]);
});

test('an input waits for every event of its microsecond, or for as many as its address says', () => {
  const served = { ...boundedQueue };
  const whole = play(served, openRun(boundedQueue, 'busy'));
  const at = whole.log.find(({ fact }) => fact.type === 'turnedAway')!;
  const shut = { set: 'open', value: false };
  const before = play(
    served,
    openRun(boundedQueue, 'busy', {
      inputs: [{ at: { timeUs: at.timeUs, k: 0 }, input: { set: 'capacity', value: 50 } }],
    }),
  );
  const after = play(served, openRun(boundedQueue, 'busy', { inputs: [{ at: { timeUs: at.timeUs }, input: shut }] }));
  expect(before.log.some(({ timeUs, fact }) => timeUs === at.timeUs && fact.type === 'turnedAway')).toBe(false);
  expect(after.at({ timeUs: at.timeUs }).config['open']).toBe(false);
  expect(after.at({ timeUs: at.timeUs, k: at.k }).config['open']).toBe(true);
});

test('an act in the past leaves the later acts to the other future', () => {
  const first = new Timeline(boundedQueue, openRun(boundedQueue, 'calm')).branch(
    { timeUs: 5_000_000 },
    { set: 'open', value: false },
  );
  const second = first.branch({ timeUs: 1_000_000 }, { type: 'burst', requests: 4 });
  expect(first.run.inputs).toHaveLength(1);
  expect(second.run.inputs).toEqual([{ at: { timeUs: 1_000_000 }, input: { type: 'burst', requests: 4 } }]);
  expect(second.end.config['open']).toBe(true);
});

test('names the scenarios and fields that exist when an author asks for one that does not', () => {
  expect(() => openRun(boundedQueue, 'bussy')).toThrow(
    'The simulation "bounded-queue" has no scenario "bussy".\nIt has: calm, busy.\nCorrect the name, or add it to src/sims/bounded-queue/scenarios.ts.',
  );
  expect(() => openRun(boundedQueue, 'busy', { changed: { capasity: 2 } })).toThrow(
    'The simulation "bounded-queue" has no field "capasity".\nIt has: arrivalsPerSecond, meanServiceMs, capacity, open.',
  );
  expect(() => openRun(boundedQueue, 'busy', { changed: { capacity: 99 } })).toThrow(
    'capacity cannot be "99": it takes a number from 0 to 50.',
  );
});

test('refuses to schedule into the past, naming what it expected', () => {
  const machine = new Machine(
    boundedQueue,
    { arrivalsPerSecond: 1, meanServiceMs: 1, capacity: 1, open: true },
    1,
    [],
    null,
  );
  expect(() => machine.schedule(-1, { type: 'arrival' })).toThrow('delayMs must be zero or more, got -1');
});
