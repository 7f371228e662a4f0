/** Changes of a set-up that change more than one of its parts. */
import type { AnySimulation } from '../../engine/fields.ts';
import { openRun, scenarioOf } from '../../engine/run.ts';
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

/** What one choice has changed beside what was chosen, in words; nothing where it has not. */
export function sayFollowed(simulation: AnySimulation, before: SetUp, after: SetUp): string {
  if (before.challenge !== null && after.challenge === null && before.run.scenario !== after.run.scenario)
    return 'The challenge belongs to another situation, so none is set now.';
  if (before.challenge !== after.challenge && before.run.scenario !== after.run.scenario)
    return `This challenge is played in “${scenarioOf(simulation, after.run.scenario).title}”, so that is the situation now, with its own values.`;
  if (before.challenge !== after.challenge && before.run.seed !== after.run.seed)
    return `This challenge is judged with seed ${after.run.seed}, so that is the seed now.`;
  return '';
}
