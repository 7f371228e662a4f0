/** That the challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { at, run } from './runs.ts';
import { isWon } from '../../../src/engine/challenge.ts';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/shadow-load/index.ts';

const [challenge] = simulation.challenges;
const wins = (inputs: TimedInput[], changed = {}): boolean =>
  isWon(challenge!, run(challenge!.scenario, { inputs, changed }).end.measures);
const mirror = (ms: number, value: number): TimedInput => at(ms, { set: 'mirrorShare', value });

test('copying everything is not won by copying alone, now or until shortly before the end', () => {
  expect(wins([mirror(0, 1)])).toBe(false);
  expect(wins([mirror(0, 0.9)])).toBe(false);
  expect(wins([mirror(0, 1), mirror(17_500, 0)])).toBe(false);
});

test('it is not won by another call, nor by a database for v2 that nothing is copied to', () => {
  for (const shadowCall of ['keepAlive', 'awaitBoth', 'sequential'])
    expect(wins([mirror(0, 1), at(0, { set: 'shadowCall', value: shadowCall })])).toBe(false);
  expect(wins([at(0, { set: 'v2Database', value: 'own' })])).toBe(false);
});

test('it is won by a database of v2’s own, and as well by one more server for both', () => {
  expect(wins([mirror(0, 1), at(0, { set: 'v2Database', value: 'own' })])).toBe(true);
  expect(wins([mirror(0, 1)], { databaseServers: 2 })).toBe(true);
});

test('copies put off to later are no way round: the same work comes to the same database', () => {
  expect(wins([mirror(0, 1)], { copyDelayMs: 1000 })).toBe(false);
});
