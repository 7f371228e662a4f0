/** Plays what a learner did under many seeds, beside a page that stays alive. */
import { isWon } from '../engine/challenge.ts';
import type { AnySimulation } from '../engine/fields.ts';
import { Outcomes } from '../engine/outcomes.ts';
import type { Challenge, Run } from '../engine/simulation.ts';
import { inSlices } from '../lab/tools/slices.ts';

/** Events between two looks at the clock. */
const EVENTS = 200;

/**
 * `told` hears how many of the challenge's seeds are played, and when all are, how many end with its goals
 * met. The returned function stops it.
 */
export function judgeOver(
  simulation: AnySimulation,
  challenge: Challenge,
  run: Run,
  told: (done: number, wins: number | null) => void,
): () => void {
  const seeds = Array.from({ length: challenge.over?.seeds ?? 1 }, (_, i) => i + 1);
  const outcomes = new Outcomes(simulation, run, seeds);
  return inSlices(
    () => outcomes.runFor(EVENTS),
    (whole) => {
      const wins = outcomes.done.filter(({ measures }) => isWon(challenge, measures)).length;
      told(outcomes.done.length, whole ? wins : null);
    },
  );
}
