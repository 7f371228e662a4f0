/** That a challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { isWon } from '../../../src/engine/challenge.ts';
import { luckSeeds, Outcomes } from '../../../src/engine/outcomes.ts';
import { openRun } from '../../../src/engine/run.ts';
import { play } from '../../../src/engine/timeline.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';

const challenge = (id: string) => simulation.challenges.find((each) => each.id === id)!;
const copies = (seconds: number, value: 'full' | 'modified-at'): TimedInput => ({
  at: { timeUs: seconds * 1e6 },
  input: { set: 'strategy', value },
});

function exorcised(...inputs: TimedInput[]): boolean {
  return isWon(challenge('ghost'), play(simulation, openRun(simulation, 'deleted', { inputs })).end.measures);
}

test('the ghost is not driven out by copying everything every day, nor by copying everything too late', () => {
  expect(exorcised(copies(0, 'full'))).toBe(false);
  expect(exorcised(copies(12, 'full'))).toBe(false);
  expect(exorcised(copies(26, 'full'))).toBe(false);
  expect(exorcised(copies(5, 'full'), copies(12, 'modified-at'))).toBe(true);
});

function runsWon(inputs: TimedInput[], changed: Values = {}): number {
  const runs = new Outcomes(simulation, openRun(simulation, 'often', { inputs, changed }), luckSeeds);
  runs.runFor(Infinity);
  return runs.done.filter(({ measures }) => isWon(challenge('reconcile'), measures)).length;
}

test('the stream is reconciled by one full copy at the last sync: earlier it repairs too little, oftener it is too dear', () => {
  const { wins } = challenge('reconcile').over!;
  expect(runsWon([copies(136, 'full')])).toBeGreaterThanOrEqual(wins);
  expect(runsWon([copies(125, 'full'), copies(136, 'modified-at')])).toBeLessThan(wins);
  expect(runsWon([copies(125, 'full')])).toBeLessThan(wins);
  expect(runsWon([copies(0, 'full')])).toBeLessThan(wins);
  expect(runsWon([copies(155, 'full')])).toBeLessThan(wins);
});

test('nor is it reconciled by syncing less often, or by commits of a tenth of a second', () => {
  const { wins } = challenge('reconcile').over!;
  expect(runsWon([copies(0, 'full')], { every: '60' })).toBe(0);
  expect(runsWon([{ at: { timeUs: 0 }, input: { set: 'commitDelayS', value: 0.1 } }])).toBeLessThan(wins);
});
