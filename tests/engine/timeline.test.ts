import { expect, test } from 'vitest';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';
import { momentOf } from '../../src/engine/log.ts';
import { Machine } from '../../src/engine/machine.ts';
import { openRun } from '../../src/engine/run.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { simulation as incrementalIngestion } from '../../src/sims/incremental-ingestion/index.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import type { Measures, Moment } from '../../src/engine/simulation.ts';

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

test('an input waits for every event of its microsecond, or for as many as its address says', () => {
  const whole = play(boundedQueue, openRun(boundedQueue, 'busy'));
  const at = whole.log.find(({ fact }) => fact.type === 'turnedAway')!;
  const shut = { set: 'open', value: false };
  const before = play(
    boundedQueue,
    openRun(boundedQueue, 'busy', {
      inputs: [{ at: { timeUs: at.timeUs, k: 0 }, input: { set: 'capacity', value: 50 } }],
    }),
  );
  const after = play(
    boundedQueue,
    openRun(boundedQueue, 'busy', { inputs: [{ at: { timeUs: at.timeUs }, input: shut }] }),
  );
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

test('meets a cue on a measure at the same moment however the run is cut, at an act or at an event', () => {
  const cue = { id: 'crowd', say: 'A crowd.', onMeasures: (measures: Measures) => (measures['inSystem'] ?? 0) >= 5 };
  const busy = { ...boundedQueue.scenarios['calm']!, cues: [cue] };
  const watched = { ...boundedQueue, scenarios: { calm: busy } };
  const at = { timeUs: 5_000_123 };
  const run = openRun(watched, 'calm', {
    changed: { capacity: 50, arrivalsPerSecond: 1 },
    inputs: [{ at, input: { type: 'burst', requests: 20 } }],
  });
  const straight = play(watched, run);
  const halting = new Timeline(watched, run);
  halting.at(at);
  expect(straight.cuesMet).toHaveLength(1);
  expect(straight.cuesMet[0]!.at).toEqual(at);
  expect(straight.at(straight.cuesMet[0]!.at).measures['inSystem']).toBeGreaterThanOrEqual(5);
  expect(halting.finish().cuesMet).toEqual(straight.cuesMet);
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
  expect(() => machine.schedule(-1, { type: 'completion' })).toThrow('delayMs must be zero or more, got -1');
});

test('the moment of what an act logs is one at which the act has been done', () => {
  const whole = play(boundedQueue, openRun(boundedQueue, 'busy'));
  const { timeUs } = whole.log.find(({ fact }) => fact.type === 'turnedAway')!;
  const acted = whole.branch({ timeUs }, { type: 'burst', requests: 4 }).finish();
  const told = acted.log.find(({ fact }) => fact.type === 'burst')!;
  const arrived = (moment: Moment): number => (acted.at(moment).state as State).arrived;
  expect(arrived(momentOf(told))).toBe((whole.at({ timeUs }).state as State).arrived + 4);
});

test('the moment of what an act brings about in the same microsecond is one at which it has come about', () => {
  const ingestion = incrementalIngestion as unknown as AnySimulation;
  const at = { timeUs: 5_000_000 };
  const run = openRun(ingestion, 'five-orders', { changed: { commitDelayS: 0 } });
  const acted = new Timeline(ingestion, run).branch(at, { type: 'insert', shape: 'tidy', openS: 0 }).finish();
  const committed = acted.log.find(({ timeUs, fact }) => timeUs === at.timeUs && fact.type === 'committed')!;
  const rows = (moment: Moment): number => acted.at(moment).measures['sourceRows']!;
  expect(rows(momentOf(committed))).toBe(rows({ timeUs: at.timeUs - 1 }) + 1);
});
