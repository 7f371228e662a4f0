/** Changes of a set-up that change more than one of its parts. */
import type { AnySimulation } from '../../engine/fields.ts';
import { openRun } from '../../engine/run.ts';
import { judgedSeed, type SetUp } from '../set-up.ts';

/** Another scenario begins with its own values. Locks and looks stay; a challenge of another scenario goes. */
export function inScenario(simulation: AnySimulation, setUp: SetUp, scenario: string): SetUp {
  const own = simulation.challenges.find(({ id }) => id === setUp.challenge);
  const challenge = own?.scenario === scenario ? setUp.challenge : null;
  return { ...setUp, run: openRun(simulation, scenario), moment: null, vs: {}, challenge };
}

/** Sets a challenge, in its scenario; null sets none. */
export function withChallenge(simulation: AnySimulation, setUp: SetUp, id: string | null): SetUp {
  const asked = simulation.challenges.find((each) => each.id === id);
  if (!asked) return { ...setUp, challenge: null };
  const there = asked.scenario === setUp.run.scenario ? setUp : inScenario(simulation, setUp, asked.scenario);
  const seed = judgedSeed(simulation, id) ?? there.run.seed;
  return { ...there, run: { ...there.run, seed }, challenge: asked.id };
}
