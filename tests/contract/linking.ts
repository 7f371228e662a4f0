/** Whatever a learner does, chooses or compares travels in a link and comes back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedMs, randomInputs, randomValues } from './arbitrary.ts';
import { fuzzed } from './probes.ts';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { readRunLink, reservedNames, writeRunLink } from '../../src/engine/run-link.ts';
import type { Run } from '../../src/engine/simulation.ts';

export function speaksInLinks(simulation: AnySimulation): void {
  const fields = Object.values(fieldsOf(simulation));
  const acts = Object.entries(simulation.inputs);

  test('names its fields, acts and options so that links and embeds can carry them', () => {
    const shorts = fields.map(({ short }) => short);
    expect(new Set(shorts).size).toBe(shorts.length);
    for (const name of [...shorts, ...acts.map(([type]) => type)]) {
      expect(reservedNames).not.toContain(name);
      expect(name).toMatch(/^[a-zA-Z][\w-]*$/);
    }
    expect(acts.filter(([type]) => shorts.includes(type))).toEqual([]);
    const parameters = [...fields, ...acts.flatMap(([, info]) => Object.values(info.parameters))];
    const options = parameters.flatMap((field) => (field.kind === 'choice' ? Object.keys(field.options) : []));
    // An act's values are parted by a colon, and acts by a semicolon.
    for (const option of options) expect(option).not.toMatch(/[:;]/);
  });

  test('ignores an unknown name in a link, and says so', () => {
    const scenario = Object.keys(simulation.scenarios)[0]!;
    const query = new URLSearchParams('nonsense=1&scenario=nowhere&seed=-1&in=5:nothing&vs.nonsense=1');
    const read = readRunLink(simulation, query, scenario);
    expect(read.run).toEqual(openRun(simulation, scenario));
    expect(read.vs).toEqual({});
    expect(read.notices).toHaveLength(5);
  });
}

export function travelsInLinks(simulation: AnySimulation, { scenario }: Run): void {
  const { untilMs } = simulation.scenarios[scenario]!;

  test('travels in a link with what it is compared with, and comes back the same run', () => {
    fc.assert(
      fc.property(
        randomInputs(simulation, untilMs),
        boundedMs(untilMs),
        randomValues(simulation),
        randomValues(simulation),
        (acts, moment, changed, vs) => {
          const sent = openRun(simulation, scenario, { inputs: acts.slice(0, 12), seed: 7, changed });
          const written = writeRunLink(simulation, sent, { moment, vs });
          if ('problem' in written) throw new Error(written.problem);
          const read = readRunLink(simulation, new URLSearchParams(written.query), scenario);
          expect(read).toEqual({ run: sent, moment, vs, notices: [] });
          expect(writeRunLink(simulation, read.run, { moment, vs: read.vs })).toEqual(written);
        },
      ),
      fuzzed,
    );
  });
}
