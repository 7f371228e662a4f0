/** That a challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { isWon } from '../../../src/engine/challenge.ts';
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import { play } from '../../../src/engine/timeline.ts';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import { cities } from '../../../src/sims/tromboning/cities.ts';
import { building } from '../../../src/sims/tromboning/geography.ts';
import { simulation } from '../../../src/sims/tromboning/index.ts';

const at = (ms: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: ms * 1000 }, input });
const home = at(0, { type: 'move', lat: building.lat, lon: building.lon });
const load = (value: number): TimedInput => at(0, { set: 'firewallLoad', value });

function wins(id: string, options: RunOptions): boolean {
  const challenge = simulation.challenges.find((each) => each.id === id)!;
  return isWon(challenge, play(simulation, openRun(simulation, challenge.scenario, options)).end.measures);
}

test('75 ms are not won by trusting the building, not even when the policy is put back afterwards', () => {
  const trusted = at(0, { set: 'policy', value: 'trustBuilding' });
  expect(wins('within-75', { inputs: [trusted] })).toBe(false);
  expect(wins('within-75', { inputs: [trusted, at(100, { set: 'policy', value: 'inspectAll' })] })).toBe(false);
});

test('75 ms are won in the building, and in no other city of the list', () => {
  const won = cities.filter(({ lat, lon }) => wins('within-75', { inputs: [at(0, { type: 'move', lat, lon })] }));
  expect(won.map(({ name }) => name)).toEqual(['Cincinnati, in the building']);
});

test('35 ms need all three: the way, the queue and one trip fewer', () => {
  const changed = { tls: '1.3' };
  expect(wins('within-35', { inputs: [home, load(0)] })).toBe(false);
  expect(wins('within-35', { changed, inputs: [home] })).toBe(false);
  expect(wins('within-35', { changed, inputs: [load(0)] })).toBe(false);
  expect(wins('within-35', { changed, inputs: [home, load(0.5)] })).toBe(true);
});
