/** Two runs of one seed can be compared: they meet the same traffic, leave the same to chance, and part where they were made to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomInputs } from './arbitrary.ts';
import { drawsIn, extremes, fuzzed } from './probes.ts';
import { firstDifference } from '../../src/engine/difference.ts';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import type { LogEntry } from '../../src/engine/log.ts';
import { isFieldSet } from '../../src/engine/machine.ts';
import { openRun } from '../../src/engine/run.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { play, type Timeline } from '../../src/engine/timeline.ts';

/** `run` is one in which nobody acts. */
export function comparesFairly(simulation: AnySimulation, run: Run): void {
  const fields = fieldsOf(simulation);
  const whole = play(simulation, run);
  const ends = Object.entries(fields).flatMap(([name, field]) => extremes(field).map((value) => ({ [name]: value })));
  const tellsTraffic = Object.values(simulation.facts).some(({ traffic }) => traffic);

  test('leaves the same things to chance under every value of every field: one draw for each entity', () => {
    const plain = drawsIn(simulation, run);
    expect(plain.size > 0).toBe(whole.usesChance);
    for (const changed of ends) {
      const other = drawsIn(simulation, openRun(simulation, run.scenario, { changed }));
      const unlike = [...other].filter(([key, us]) => us.length > 1 || (plain.get(key) ?? us)[0] !== us[0]);
      expect(unlike, `with ${JSON.stringify(changed)}`).toEqual([]);
    }
  });

  test.runIf(tellsTraffic)('meets the same traffic whatever is chosen: who came, when, wanting what', () => {
    const met = traffic(simulation, whole);
    // Where all that happens are acts of the scenario's own, nobody comes by themselves.
    if (simulation.scenarios[run.scenario]!.inputs.length === 0) expect(met).not.toEqual([]);
    for (const changed of ends) {
      if (Object.keys(changed).some((name) => fields[name]!.traffic)) continue;
      const other = play(simulation, openRun(simulation, run.scenario, { changed }));
      expect(traffic(simulation, other), `with ${JSON.stringify(changed)}`).toEqual(met);
    }
  });

  test.runIf(tellsTraffic)('meets the same traffic whatever a learner does', () => {
    const met = traffic(simulation, whole);
    fc.assert(
      fc.property(randomInputs(simulation, whole.untilUs / 1000), (acts) => {
        const inputs = acts.filter(({ input }) => !isFieldSet(input) || !fields[input.set]!.traffic);
        expect(traffic(simulation, play(simulation, { ...run, inputs }))).toEqual(met);
      }),
      fuzzed,
    );
  });

  test('parts from its branch at the act or later, and both tell the same before', () => {
    fc.assert(
      fc.property(randomInputs(simulation, whole.untilUs / 1000, 1), ([act]) => {
        if (!act) return;
        const branch = whole.branch(act.at, act.input);
        const difference = firstDifference(whole, branch);
        const untilUs = difference?.at.timeUs ?? Infinity;
        expect(untilUs).toBeGreaterThanOrEqual(act.at.timeUs);
        const story = ({ log }: Timeline): string[] =>
          log
            .filter(({ timeUs, fact }) => timeUs < untilUs && simulation.facts[fact.type]!.weight === 'story')
            .map(told);
        expect(story(branch)).toEqual(story(whole));
      }),
      fuzzed,
    );
  });
}

/** What a run tells of its traffic, with its moments. */
function traffic(simulation: AnySimulation, timeline: Timeline): string[] {
  return timeline.log.filter(({ fact }) => simulation.facts[fact.type]!.traffic).map(told);
}

function told({ timeUs, fact }: LogEntry): string {
  return JSON.stringify([timeUs, fact]);
}
