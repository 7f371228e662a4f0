/** That the challenges cannot be won by their obvious short cuts. */
import { expect, test } from 'vitest';
import { run } from './runs.ts';
import { isWon } from '../../../src/engine/challenge.ts';
import type { Values } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/load-race/index.ts';

const wins = (id: string, changed: Values): boolean => {
  const challenge = simulation.challenges.find((each) => each.id === id)!;
  return isWon(challenge, run(challenge.scenario, { changed }).end.measures);
};

test('the break-even is met from 1.95 to 2.02 million rows, in each step of the handle between', () => {
  for (const changedRows of [1_950_000, 1_989_000, 2_000_000]) expect(wins('break-even', { changedRows })).toBe(true);
  for (const changedRows of [1_900_000, 2_050_000, 9_950_000]) expect(wins('break-even', { changedRows })).toBe(false);
});

test('the break-even is not met by making merging cheap', () => {
  expect(wins('break-even', { changedRows: 9_950_000, mergeFactor: 1 })).toBe(false);
});

test('three rows in ten are not merged in time by an index, only by a cheaper merge', () => {
  for (const mergeFactor of [1, 3]) expect(wins('dear-rows', { mergeFactor })).toBe(true);
  expect(wins('dear-rows', { mergeFactor: 4 })).toBe(false);
  expect(wins('dear-rows', { indexed: true })).toBe(false);
  expect(wins('dear-rows', { changedRows: 900_000 })).toBe(false);
});
