/** Thousands of leaps and branches at random in each simulation's longest scenario, against playing straight on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedMs, randomInputs } from '../contract/arbitrary.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { compareMoments, logHash } from '../../src/engine/log.ts';
import { Machine } from '../../src/engine/machine.ts';
import { baseConfig, openRun, orderedInputs } from '../../src/engine/run.ts';
import { play, type Timeline } from '../../src/engine/timeline.ts';

/** The scenario with the most events, played. */
function longest(simulation: AnySimulation): Timeline {
  const played = Object.keys(simulation.scenarios).map((id) => play(simulation, openRun(simulation, id)));
  return played.reduce((most, timeline) => (timeline.events > most.events ? timeline : most));
}

for (const simulation of await everySimulation()) {
  describe(`${simulation.id}, longest scenario`, () => {
    const whole = longest(simulation);
    const { run } = whole;
    const untilMs = whole.untilUs / 1000;

    test('2,000 leaps to and fro show what playing on without a leap shows', () => {
      const leaps = fc.sample(boundedMs(untilMs), { seed: 7, numRuns: 2000 });
      const straight = new Machine(
        simulation,
        baseConfig(simulation, run),
        run.seed,
        orderedInputs(simulation, run),
        null,
      );
      const seen = new Map<string, unknown>();
      for (const moment of [...leaps].sort(compareMoments)) {
        straight.advance(moment);
        seen.set(JSON.stringify(moment), straight.state);
      }
      for (const moment of leaps) {
        const key = JSON.stringify(moment);
        expect(JSON.stringify(whole.at(moment).state), key).toBe(JSON.stringify(seen.get(key)));
      }
    });

    test('2,000 branches, a quarter of them off another branch, keep their past; each hundredth ends as its run played afresh', () => {
      const acts = fc
        .sample(randomInputs(simulation, untilMs, 1), { seed: 7, numRuns: 8000 })
        .flat()
        .slice(0, 2000);
      expect(acts).toHaveLength(2000);
      let tree = [whole];
      acts.forEach(({ at, input }, i) => {
        const from = i % 4 === 3 ? tree[i % tree.length]! : whole;
        const previewed = JSON.stringify(from.preview(at, input).state);
        const branch = from.branch(at, input);
        expect(JSON.stringify(branch.at(at).state)).toBe(previewed);
        if (i % 10 === 9) {
          const past = from.log.filter(({ timeUs }) => timeUs < at.timeUs);
          expect(logHash(branch.log.slice(0, past.length))).toBe(logHash(past));
        }
        if (i % 100 === 99) {
          const afresh = play(simulation, branch.run);
          expect(branch.hash()).toBe(afresh.hash());
          expect(JSON.stringify(branch.end.state)).toBe(JSON.stringify(afresh.end.state));
          expect(branch.cuesMet).toEqual(afresh.cuesMet);
        }
        tree = [...tree, branch].slice(-12);
      });
    });
  });
}
