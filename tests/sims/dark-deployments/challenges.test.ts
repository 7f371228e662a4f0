/** That a challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { isWon } from '../../../src/engine/challenge.ts';
import { luckSeeds, Outcomes } from '../../../src/engine/outcomes.ts';
import { openRun } from '../../../src/engine/run.ts';
import { play } from '../../../src/engine/timeline.ts';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import { DAY, HOUR } from '../../../src/sims/dark-deployments/clock.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';

const challenge = (id: string) => simulation.challenges.find((each) => each.id === id)!;
const at = (ms: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: ms * 1000 }, input });

function friday(...inputs: TimedInput[]): boolean {
  return isWon(challenge('friday'), play(simulation, openRun(simulation, 'week', { inputs })).end.measures);
}
const fix = (ms: number): TimedInput => at(ms, { type: 'shipFix' });
const visible = (ms: number): TimedInput => at(ms, { set: 'v2Visible', value: true });
const ramp = at(0, { set: 'release', value: 'ramp' });

test('Friday is not won by showing v2 without a fix, for a moment at the end, or before the fix is in', () => {
  expect(friday(visible(4 * DAY))).toBe(false);
  expect(friday(visible(5 * DAY - 1000))).toBe(false);
  expect(friday(fix(HOUR), visible(DAY))).toBe(false);
});

test('Friday is won in steps as well, and as soon as the fix is in', () => {
  expect(friday(ramp, fix(HOUR), visible(4 * DAY))).toBe(true);
  expect(friday(fix(HOUR), visible(2 * DAY + HOUR))).toBe(true);
});

function weeksWon(mirrorShare: number): number {
  const run = openRun(simulation, 'rare', { inputs: [at(0, { set: 'mirrorShare', value: mirrorShare })] });
  const weeks = new Outcomes(simulation, run, luckSeeds);
  weeks.runFor(Infinity);
  return weeks.done.filter(({ measures }) => isWon(challenge('one-in-a-thousand'), measures)).length;
}

test('the rare bug is not found reliably with a quarter of the searches, and copying all or half is not asked for', () => {
  const { wins } = challenge('one-in-a-thousand').over!;
  expect(weeksWon(0.25)).toBeLessThan(wins);
  expect(weeksWon(0.4)).toBeGreaterThanOrEqual(wins);
  expect(weeksWon(0.5)).toBeLessThan(wins);
  expect(weeksWon(1)).toBe(0);
});
