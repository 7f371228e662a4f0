/** That the challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { at, run } from './runs.ts';
import { isWon } from '../../../src/engine/challenge.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/bulk-copy/index.ts';

const [challenge] = simulation.challenges;
const wins = (changed: Values, inputs: TimedInput[] = []): boolean =>
  isWon(challenge!, run(challenge!.scenario, { inputs, changed }).end.measures);

test('a copy of 5 MB in a second is not won by doing nothing, nor by all the bandwidth there is', () => {
  expect(wins({})).toBe(false);
  expect(wins({}, [at(0, { set: 'bandwidthMbps', value: 1000 })])).toBe(false);
  expect(wins({ bandwidthMbps: 1000, lanMbps: 10_000 })).toBe(false);
});

test('it is won by a wider window alone: 320 KB are enough, 256 KB are not', () => {
  expect(wins({ windowKB: 320 })).toBe(true);
  expect(wins({ windowKB: 4096 })).toBe(true);
  expect(wins({ windowKB: 256 })).toBe(false);
  expect(wins({ windowKB: 256, bandwidthMbps: 1000 })).toBe(false);
});

test('it is not won by a shorter way, a smaller file, or the direct way', () => {
  expect(wins({ roundTripMs: 0.5 })).toBe(false);
  expect(wins({ fileMB: 1 })).toBe(false);
  expect(wins({ way: 'direct' })).toBe(false);
});
