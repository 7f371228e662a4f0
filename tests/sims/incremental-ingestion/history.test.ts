import { expect, test } from 'vitest';
import { rowHistory } from '../../../src/sims/incremental-ingestion/history.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import { at } from './played.ts';

function told(scenario: string, ms: number, id: number): string[] {
  const { state, config } = at(scenario, ms);
  return rowHistory(state, config, id);
}

test('the history of a lost row says when it committed, which sync could not see it, and why the next did not ask', () => {
  expect(told('traffic', 160_000, 7)).toEqual([
    'Placed: modified_at says 11:59:56.7. It commits at 12:00:01.7; until then nobody else can see that.',
    'The sync of 12:00:00 could not see that: it had not committed.',
    'The sync of 12:01:00 asked for stamps later than 12:00:00. This one says 11:59:56.7: too old.',
    'Lost: no later sync asks for it, unless somebody changes it and so gives it a new stamp.',
  ]);
});

test('the same order under a lookback came late, with the sync that asked for its stamp', () => {
  expect(told('lookback', 160_000, 7).slice(1)).toEqual([
    'The sync of 12:00:00 could not see that: it had not committed.',
    'The sync of 12:01:00 asked for stamps later than 11:59:52 and brought it.',
    'The warehouse has it as it is.',
  ]);
});

test('a row that was returned again says by which sync, and what that did', () => {
  expect(told('lookback', 160_000, 6).slice(-2)).toEqual([
    'The sync of 12:01:00 asked for stamps later than 11:59:52 and got it again. A merge changes nothing by that.',
    'The warehouse has it as it is.',
  ]);
  expect(told('trace-crash', 16_000, 1).slice(-3)).toEqual([
    expect.stringContaining('brought it. It was loaded before that sync crashed, after step 4.'),
    expect.stringContaining('got it again. An append adds it once more.'),
    'The warehouse has it 2 times.',
  ]);
});

test('a deleted row says that nothing came back about it, and by the list of all ids that it was taken out', () => {
  expect(told('deleted', 20_000, 17)).toEqual([
    'Order 17 was in both tables before the run.',
    expect.stringContaining('nothing is left that could carry a stamp'),
    expect.stringContaining('Nothing came back about this order: a query returns rows that exist.'),
    expect.stringContaining('A ghost:'),
  ]);
  expect(told('reconciled', 20_000, 17).slice(-2)).toEqual([
    expect.stringContaining('took it out of the warehouse'),
    'Neither table has it now.',
  ]);
});

test('a rejected row was returned and kept out', () => {
  expect(told('eight-rows', 14_000, 10_000_002).slice(-2)).toEqual([
    expect.stringContaining('got it. It has no amount, so the transform step kept it out.'),
    'It is kept out of the warehouse on purpose, and reported.',
  ]);
});

test('a row in the hands of a sync that crashed after its checkpoint is gone, and too old for the retry', () => {
  expect(told('crash-after-checkpoint', 28_000, 10_000_001).slice(1)).toEqual([
    expect.stringContaining('crashed after step 4: the rows in its hands were gone.'),
    expect.stringContaining('too old'),
    expect.stringContaining('Lost:'),
  ]);
});

test('a clock that is behind, an untouched stamp and a tie are told as the reason', () => {
  expect(told('skewed', 160_000, 12)[0]).toContain('by a clock that is 5 s behind');
  expect(told('untouched', 20_000, 42)[1]).toContain('nobody touches modified_at');
  expect(told('trace-tie', 12_000, 3)[1]).toContain('as the mark itself does');
});

test('every order of every scenario has a history of whole sentences', () => {
  for (const [scenario, { untilMs }] of Object.entries(simulation.scenarios)) {
    for (const share of [0.4, 1]) {
      const { state, config } = at(scenario, Math.round(untilMs * share));
      const ids = [...state.source, ...state.warehouse, ...state.transactions].map(({ id }) => id);
      for (const id of new Set(ids)) {
        const sentences = rowHistory(state, config, id);
        expect(sentences.length, `${scenario} ${id}`).toBeGreaterThan(0);
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|null/);
        }
      }
    }
  }
});

test('an order that is nowhere has no history', () => {
  expect(told('traffic', 0, 7)).toEqual([]);
});
