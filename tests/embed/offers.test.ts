/** What an embed offers in a scenario that no lesson shows. */
import { expect, test } from 'vitest';
import { usualOffer } from '../../src/embed/page/labs.ts';
import { nameOf } from '../../src/lab/locks.ts';
import { everySimulation } from '../contract/every-simulation.ts';

for (const simulation of await everySimulation())
  for (const scenario of Object.keys(simulation.scenarios))
    test(`${simulation.id} ${scenario}: every field can be reached, once, and what wins a challenge is seen at once`, () => {
      const { fields, more, acts } = usualOffer(simulation, scenario);
      expect([...fields, ...more].sort()).toEqual(Object.keys(simulation.fields).sort());
      for (const { solution } of simulation.challenges.filter((each) => each.scenario === scenario)) {
        expect(fields).toEqual(expect.arrayContaining(Object.keys(solution.changed ?? {})));
        const done = solution.inputs.map(({ input }) => nameOf(input));
        expect([...fields, ...acts]).toEqual(expect.arrayContaining(done));
      }
    });
