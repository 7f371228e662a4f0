/** A challenge can be won, not by doing nothing, and what it says is so. */
import { expect, test } from 'vitest';
import { sentence } from './probes.ts';
import { actsIn, isWon, solutionOf, startOf } from '../../src/engine/challenge.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { Outcomes } from '../../src/engine/outcomes.ts';
import { readRunLink, writeRunLink } from '../../src/engine/run-link.ts';
import type { Challenge, Run } from '../../src/engine/simulation.ts';

export function isFairChallenge(simulation: AnySimulation, challenge: Challenge): void {
  const { id, over, goals, scenario } = challenge;
  const wanted = over?.wins ?? 1;
  const idle = startOf(simulation, challenge);
  const solved = solutionOf(simulation, challenge);
  const wins = (run: Run): number => {
    const seeds = over ? Array.from({ length: over.seeds }, (_, i) => i + 1) : [run.seed];
    const outcomes = new Outcomes(simulation, run, seeds);
    outcomes.runFor(Infinity);
    return outcomes.done.filter(({ measures }) => isWon(challenge, measures)).length;
  };

  test(`challenge ${id} is won by its solution and not by doing nothing`, () => {
    expect(wins(solved)).toBeGreaterThanOrEqual(wanted);
    expect(wins(idle)).toBeLessThan(wanted);
  });

  test(`challenge ${id} says what it asks in a sentence, of measures there are, and its par is what its solution takes`, () => {
    expect(simulation.challenges.filter((other) => other.id === id)).toHaveLength(1);
    for (const said of [challenge.say, challenge.hint]) expect(said).toMatch(sentence);
    expect(goals.length).toBeGreaterThan(0);
    for (const { measure, atMost, atLeast } of goals) {
      expect(Object.keys(simulation.measures)).toContain(measure);
      expect([atMost, atLeast].filter((bound) => bound !== undefined).length, measure).toBeGreaterThan(0);
    }
    if (over) expect(over.wins).toBeLessThanOrEqual(over.seeds);
    expect(challenge.par).toBe(actsIn(solved));
  });

  test(`challenge ${id} has a solution that a link can carry`, () => {
    const written = writeRunLink(simulation, solved);
    if ('problem' in written) throw new Error(written.problem);
    const read = readRunLink(simulation, new URLSearchParams(written.query), scenario);
    expect(read).toEqual({ run: solved, moment: null, vs: {}, notices: [] });
  });
}
