import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { play } from '../../../src/engine/timeline.ts';
import { bars, MOST_BARS, scale, shownMs } from '../../../src/sims/incremental-ingestion/geometry.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { Config, State } from '../../../src/sims/incremental-ingestion/state.ts';
import { sourceRows, warehouseRows } from '../../../src/sims/incremental-ingestion/tables.ts';

function at(scenario: string, ms: number, inputs: TimedInput[] = [], changed: Values = {}): [State, Config] {
  const { state, config } = play(simulation, openRun(simulation, scenario, { inputs, changed })).at({
    timeUs: ms * 1000,
  });
  return [state as State, config as Config];
}
const noteOf = (table: ReturnType<typeof sourceRows>, id: string) => table.rows.find((row) => row.id === id)?.note;
const remove: TimedInput = { at: { timeUs: 3e6 }, input: { type: 'delete', order: '17' } };

test('a place on the axis is the place of one moment, across the break as well', () => {
  const axis = scale([
    [0, 100],
    [12_000, 800],
    [19_000, 985],
  ]);
  for (const ms of [-500, 0, 3000, 12_000, 15_500, 19_000, 20_000]) expect(axis.at(axis.x(ms))).toBeCloseTo(ms, 6);
  expect(axis.x(6000)).toBe(450);
});

test('a row that is being written stands in the source as not yet visible, and nowhere in the warehouse', () => {
  const [state, config] = at('late', 5000);
  expect(noteOf(sourceRows(state, config), '42')).toBe('not yet visible');
  expect(warehouseRows(state, config).rows).toEqual([]);
});

test('a lost row leaves a gap in the warehouse', () => {
  const [state, config] = at('late', 8000);
  expect(noteOf(sourceRows(state, config), '42')).toBe('lost');
  expect(warehouseRows(state, config).rows).toMatchObject([{ id: '42', item: '', mark: 'harm' }]);
});

test('a deleted row is gone from the source table and a ghost in the other', () => {
  const [state, config] = at('eight-rows', 14_000, [remove]);
  expect(noteOf(sourceRows(state, config), '17')).toBeUndefined();
  expect(noteOf(warehouseRows(state, config), '17')).toBe('ghost');
});

test('both tables say how a rejected, a copied and an untidy row fared', () => {
  const [state, config] = at('eight-rows', 14_000);
  const source = sourceRows(state, config);
  expect([noteOf(source, '256'), noteOf(source, '10,000,001'), noteOf(source, '10,000,002')]).toEqual([
    'copied',
    'copied',
    'rejected',
  ]);
  expect(source.rows.find(({ id }) => id === '10,000,001')?.item).toMatch(/^“ .* ”$/);
});

test('the bar of order 42 ends where the learner has put its commit, and once committed where it committed', () => {
  const end = (ms: number, inputs: TimedInput[]) => bars(...at('one-bar', ms, inputs), 1)[0]?.endMs;
  const moved: TimedInput = { at: { timeUs: 2.5e6 }, input: { set: 'commitS', value: 5 } };
  const tooLate: TimedInput = { at: { timeUs: 3.5e6 }, input: { set: 'commitS', value: 5 } };
  expect(end(2600, [moved])).toBe(9000);
  expect(end(3600, [tooLate])).toBe(3000);
});

test('however busy the source is, a bounded number of bars is drawn', () => {
  const [state, config] = at('traffic', 160_000, [], { ordersPerSecond: 1 });
  expect(state.transactions.length).toBeGreaterThan(MOST_BARS);
  expect(bars(state, config, 18)).toHaveLength(MOST_BARS);
});

test('on a phone the axis follows the playhead and stays inside the run', () => {
  const [, config] = at('traffic', 0);
  for (const ms of [0, 50_000, 100_000, 160_000]) {
    const { fromMs, toMs } = shownMs(config, true, ms);
    expect(fromMs <= ms && ms <= toMs && fromMs >= 0 && toMs <= 160_000).toBe(true);
  }
});
