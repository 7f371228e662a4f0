/** Links as a vandal, an old page or a mail program would make them. */
import fc from 'fast-check';
import { randomInputs } from '../contract/arbitrary.ts';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { writeRunLink } from '../../src/engine/run-link.ts';
import type { TimedInput } from '../../src/engine/simulation.ts';

/** Parts of links: some a learner's, some a vandal's, some that only nearly belong to the simulation. */
export function hostilePairs(simulation: AnySimulation): fc.Arbitrary<[string, string][]> {
  const fields = Object.values(fieldsOf(simulation));
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '%', ';', ':', '~', '\u0000', '\ud800'];
  const numbers = [
    '0',
    '-0',
    '-1',
    '1e9',
    '0x10',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    '0.0005',
    '99999999999.999',
    '1',
  ];
  const options = fields.flatMap((field) => (field.kind === 'choice' ? Object.keys(field.options) : []));
  const value = fc.oneof(
    fc.constantFrom(...words, ...numbers, ...options),
    fc.double().map(String),
    fc.string({ unit: 'binary' }),
  );
  const moment = fc.oneof(
    fc.tuple(fc.nat({ max: 2e8 }), fc.nat({ max: 9 })).map(([us, k]) => `${us / 1000}~${k}`),
    fc.nat({ max: 2e5 }).map(String),
    value,
  );
  const name = fc.oneof(
    fc.constantFrom(...fields.map(({ short }) => short), ...Object.keys(simulation.inputs), ...words),
    fc.string(),
  );
  const act = fc.tuple(moment, name, fc.array(value, { maxLength: 3 })).map((parts) => parts.flat().join(':'));
  const honest = randomInputs(simulation, 1, 6).map((inputs) => writtenActs(simulation, inputs));
  const acts = fc.tuple(honest, fc.array(act, { maxLength: 3 })).map(([sent, list]) => [sent, ...list].join(';'));
  const scenario = fc.oneof(fc.constantFrom(...Object.keys(simulation.scenarios)), value);
  return fc.array(
    fc.oneof(
      fc.tuple(fc.constant('in'), acts),
      fc.tuple(fc.constant('t'), moment),
      fc.tuple(fc.constant('scenario'), scenario),
      fc.tuple(fc.constantFrom('seed', 'v', 'lab', 'vs', 'x.sql', 'x.__proto__'), value),
      fc.tuple(name, value),
      fc.tuple(name, value).map(([short, given]): [string, string] => [`vs.${short}`, given]),
    ),
    { maxLength: 8 },
  );
}

function writtenActs(simulation: AnySimulation, inputs: readonly TimedInput[]): string {
  const run = openRun(simulation, Object.keys(simulation.scenarios)[0]!, { inputs });
  const written = writeRunLink(simulation, run);
  return ('query' in written && /in=([^&]*)/.exec(written.query)?.[1]) || '';
}
