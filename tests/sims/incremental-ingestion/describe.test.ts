import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import type { TimedInput, TypedFact, Values } from '../../../src/engine/simulation.ts';
import { play } from '../../../src/engine/timeline.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { Config, State } from '../../../src/sims/incremental-ingestion/state.ts';

function described(scenario: string, ms: number, inputs: TimedInput[] = [], changed: Values = {}): string {
  const { state, config, nowMs } = play(simulation, openRun(simulation, scenario, { inputs, changed })).at({
    timeUs: ms * 1000,
  });
  return simulation.describe(state as State, config as Config, nowMs);
}

test('before anything has happened the description says what is planned', () => {
  expect(described('one-bar', 0)).toBe(
    'Order 42 has not been placed yet; its commit is set for 11:59:59. No sync has run yet; the next is due at 12:00:00. The saved mark is 2024-01-01 12:00:00.',
  );
});

test('a late order is described as lost once it can be seen', () => {
  expect(described('late', 5000)).toBe(
    'Order 42 is stamped 11:59:58 and not yet visible; its commit is set for 12:00:03. The last sync read 0 rows and succeeded. The saved mark is 2024-01-02 12:00:00. No visible row is lost.',
  );
  expect(described('late', 7500)).toContain('has been visible since 12:00:03.');
  expect(described('late', 7500)).toContain('Lost to the warehouse for good: order 42.');
});

test('a step of the sync is named while it is under way', () => {
  expect(described('eight-rows', 9500)).toContain('A sync is at step 3 of 5, transform.');
});

test('a ghost is described as one', () => {
  const gone: TimedInput[] = [{ at: { timeUs: 3e6 }, input: { type: 'delete', order: '17', openS: 0 } }];
  expect(described('eight-rows', 14_000, gone)).toContain(
    'Deleted at the source and still in the warehouse: order 17.',
  );
});

test('several lost orders are named, many are counted', () => {
  expect(described('traffic', 160_000)).toMatch(
    /Lost to the warehouse for good: (orders? [\d, ]+( and \d+)?|\d+ orders)\./,
  );
});

test('every fact is told in a sentence', () => {
  const inputs: TimedInput[] = [
    { at: { timeUs: 3e6 }, input: { type: 'delete', order: '17', openS: 0 } },
    { at: { timeUs: 3.1e6 }, input: { type: 'update', order: '17', touch: 'yes', openS: 0 } },
    { at: { timeUs: 6.9e6 }, input: { type: 'update', order: '42', touch: 'yes', openS: 0 } },
    { at: { timeUs: 6.9e6 }, input: { type: 'insert', shape: 'bad', openS: 0 } },
  ];
  const others: TimedInput[] = [
    { at: { timeUs: 0.5e6 }, input: { type: 'crash' } },
    { at: { timeUs: 0.6e6 }, input: { type: 'migrate', backfill: 'no' } },
    { at: { timeUs: 0.7e6 }, input: { type: 'migrate', backfill: 'no' } },
    { at: { timeUs: 4.2e6 }, input: { type: 'sync' } },
    { at: { timeUs: 6e6 }, input: { type: 'sync' } },
  ];
  const logs = [
    play(simulation, openRun(simulation, 'eight-rows', { inputs, changed: { commitDelayS: 3 } })).log,
    play(simulation, openRun(simulation, 'late')).log,
    play(simulation, openRun(simulation, 'traffic')).log,
    play(simulation, openRun(simulation, 'full')).log,
    ...Object.keys(simulation.scenarios).map((id) => play(simulation, openRun(simulation, id)).log),
    play(simulation, openRun(simulation, 'trace-crash', { inputs: others })).log,
  ].flat();
  const types = new Set(logs.map(({ fact }) => fact.type));
  expect([...types].sort()).toEqual(Object.keys(simulation.facts).sort());
  const say = simulation.facts as unknown as Record<string, { say(fact: TypedFact): string }>;
  for (const { fact } of logs) {
    const sentence = say[fact.type]!.say(fact);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/undefined|NaN|null/);
  }
});

test('the loss is told with its three times', () => {
  const lost = play(simulation, openRun(simulation, 'late')).log.find(({ fact }) => fact.type === 'rowLost');
  expect(simulation.facts.rowLost.say(lost!.fact as Parameters<typeof simulation.facts.rowLost.say>[0])).toBe(
    'Order 42 is lost. It can be seen at 12:00:03, its stamp says 11:59:58, and the next sync asks only for stamps later than 12:00:00.',
  );
});
