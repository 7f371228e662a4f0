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

const wonBy = (id: string, changed: Values): number => {
  const { scenario, over } = challenge(id);
  const run = openRun(simulation, scenario, { changed });
  const runs = new Outcomes(simulation, run, over ? luckSeeds : [run.seed]);
  runs.runFor(Infinity);
  return runs.done.filter(({ measures }) => isWon(challenge(id), measures)).length;
};

test('no id and no largest stamp reconciles a stream whose commits take any time, and the log does', () => {
  const { wins } = challenge('reconcile').over!;
  for (const strategy of ['id', 'dedupe', 'counted', 'compound', 'at-least'])
    expect(wonBy('reconcile', { strategy }), strategy).toBeLessThan(wins);
  expect(wonBy('reconcile', { strategy: 'log' })).toBe(200);
});

test('commits within 8 s, a sync every 60 s: a read delay of 8 s loses none in 200 runs and is 68 s behind; a lookback returns about 10 % again', () => {
  expect(wonBy('margin', { strategy: 'delay', marginS: 8 })).toBe(200);
  expect(wonBy('margin', { strategy: 'delay', marginS: 6 })).toBeLessThan(200);
  expect(wonBy('margin', { strategy: 'delay', marginS: 20 })).toBe(0);
  for (const strategy of ['lookback', 'log', 'full'])
    expect(wonBy('margin', { strategy, marginS: 8 }), strategy).toBe(0);
  const { measures } = play(
    simulation,
    openRun(simulation, 'margin', { changed: { strategy: 'delay', marginS: 8 } }),
  ).end;
  expect(measures).toMatchObject({ lost: 0, resent: 0, stalestS: 68 });
  const looked = new Outcomes(
    simulation,
    openRun(simulation, 'margin', { changed: { strategy: 'lookback', marginS: 8 } }),
    luckSeeds,
  );
  looked.runFor(Infinity);
  const resent = looked.done.reduce((sum, { measures: { resent: again } }) => sum + again!, 0) / 200;
  // Each of the two syncs after the first returns (8 − 1.96) s of orders again, of the 60 s it is for: 12.1 rows a run, spread 0.25, taken four times.
  expect(Math.abs(resent - 2 * (8 - 2 * (1 - Math.exp(-4))))).toBeLessThan(1);
});

test('a crash at every step is survived by merge with the checkpoint last as well, and by neither of the two alone', () => {
  expect(wonBy('crashed', { checkpoint: 'together' })).toBe(1);
  expect(wonBy('crashed', { load: 'merge', checkpoint: 'after' })).toBe(1);
  expect(wonBy('crashed', { load: 'merge' })).toBe(0);
  expect(wonBy('crashed', { checkpoint: 'after' })).toBe(0);
});
