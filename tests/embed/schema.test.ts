/** schema.json tells a tool what an embed takes: each value it allows is read without a word. */
import { describe, expect, test } from 'vitest';
import { everySimulation } from '../contract/every-simulation.ts';
import { reservedNames } from '../../src/engine/run-link.ts';
import { schemaOf } from '../../src/embed/schema.ts';
import { readSetUp } from '../../src/embed/set-up.ts';

/** As much of JSON Schema, draft 2020-12, as these schemas use. */
interface Property {
  type?: string;
  enum?: (string | number)[];
  default?: string | number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  pattern?: string;
  description: string;
}

for (const simulation of await everySimulation()) {
  const { properties, $schema } = schemaOf(simulation) as {
    $schema: string;
    properties: Record<string, Property>;
  };
  const scenario = Object.keys(simulation.scenarios)[0]!;
  const notices = (name: string, value: string | number): readonly string[] =>
    readSetUp(simulation, new URLSearchParams([[name, String(value)]]), scenario).notices;

  describe(simulation.id, () => {
    test('is a JSON Schema of the draft it names, with words for each parameter', () => {
      expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
      for (const { description } of Object.values(properties)) expect(description).toMatch(/\.$/);
    });

    test('has every name of the contract', () => {
      // `lab` is for lessons with several labs; `vs` and `x` are beginnings of names.
      const missing = simulation.challenges.length > 0 ? [] : ['challenge'];
      for (const name of reservedNames.filter((each) => !['lab', 'vs', 'x', ...missing].includes(each)))
        expect(Object.keys(properties)).toContain(name);
    });

    test('what it allows is read without a notice', () => {
      for (const [name, { enum: options = [], default: usual, minimum, maximum }] of Object.entries(properties)) {
        const values = [...options, usual, minimum, maximum].filter((value) => value !== undefined);
        expect([name, ...values.flatMap((value) => notices(name, value))]).toEqual([name]);
      }
    });

    test('each name of its lists is read without a notice', () => {
      for (const name of ['show', 'hide', 'lock']) {
        const listed = properties[name]!.description.match(/Parted by commas: (.*)\.$/)![1]!.split(', ');
        expect(listed.length).toBeGreaterThan(3);
        for (const each of listed) expect([each, ...notices(name, each)]).toEqual([each]);
      }
      expect(properties['lock']!.description).toMatch(/\bseed, scenario, all\.$/);
    });

    test('ends and usual values lie on the grid that multipleOf draws, which starts from nought', () => {
      for (const [name, { multipleOf, default: usual, minimum, maximum }] of Object.entries(properties)) {
        if (multipleOf === undefined) continue;
        for (const value of [usual, minimum, maximum]) {
          const steps = Number(value) / multipleOf;
          expect([name, Math.abs(steps - Math.round(steps)) < 1e-6]).toEqual([name, true]);
        }
      }
    });

    test('a moment of its pattern is read', () => {
      expect('0.5~1').toMatch(new RegExp(properties['t']!.pattern!));
      expect(notices('t', '0.5~1')).toEqual([]);
    });
  });
}
