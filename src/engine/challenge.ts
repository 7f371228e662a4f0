/** Challenges: what they ask for, and whether a run has done it. */
import type { AnySimulation } from './fields.ts';
import { openRun } from './run.ts';
import type { Challenge, Goal, Measures, Run, Values } from './simulation.ts';

/** The run a challenge begins with: `given` where somebody else has set its scenario up, but with the seed it is judged by. */
export function startOf(simulation: AnySimulation, challenge: Challenge, given: Run | null = null): Run {
  const own = openRun(simulation, challenge.scenario);
  if (given?.scenario !== own.scenario) return own;
  return challenge.over ? given : { ...given, seed: own.seed };
}

/** The run in which the author solves it. */
export function solutionOf(simulation: AnySimulation, { scenario, solution }: Challenge): Run {
  return openRun(simulation, scenario, { changed: (solution.changed ?? {}) as Values, inputs: solution.inputs });
}

/** Whether a measure is where the goal wants it. False while nothing can be said of it. */
export function isMet({ measure, atMost = Infinity, atLeast = -Infinity }: Goal, measures: Measures): boolean {
  const value = measures[measure] ?? null;
  return value !== null && value <= atMost && value >= atLeast;
}

/** Whether all goals are met by what was measured at the end of a run. */
export function isWon(challenge: Challenge, atEnd: Measures): boolean {
  return challenge.goals.every((goal) => isMet(goal, atEnd));
}

/** How much a learner did in a run: acts, and fields changed from the start. */
export function actsIn(run: Run): number {
  return run.inputs.length + Object.keys(run.changed).length;
}
