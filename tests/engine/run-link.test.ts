import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomInputs } from '../contract/arbitrary.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { readMoment, readRunLink, writeMoment, writeRunLink } from '../../src/engine/run-link.ts';
import type { TimedInput } from '../../src/engine/simulation.ts';
import { Timeline } from '../../src/engine/timeline.ts';

test('writes a run as a short address that a person can read', () => {
  const run = openRun(boundedQueue, 'busy', {
    seed: 7,
    changed: { meanServiceMs: 12.5 },
    inputs: [
      { at: { timeUs: 1_200_000 }, input: { set: 'capacity', value: 8 } },
      { at: { timeUs: 5_000_500, k: 2 }, input: { type: 'burst', requests: 3 } },
    ],
  });
  expect(writeRunLink(boundedQueue, run, { lab: 'line', moment: { timeUs: 12_345_678, k: 1 } })).toEqual({
    query: 'lab=line&v=2&scenario=busy&seed=7&service=12.5&in=1200:places:8;5000.5~2:burst:3&t=12345.678~1',
  });
});

test('refuses a run that is too long for a link, and says what to do', () => {
  const inputs = Array.from({ length: 150 }, (_, i) => ({
    at: { timeUs: i * 1_001 },
    input: { set: 'capacity', value: i % 50 },
  }));
  const written = writeRunLink(boundedQueue, openRun(boundedQueue, 'busy', { inputs }));
  expect(written).toHaveProperty('problem', expect.stringMatching(/^This run has 150 acts of yours.*Undo some acts/));
});

test('says what it did with each part of a link that it could not use', () => {
  const link = 'v=0&scenario=bussy&seed=x&places=99&colour=red&in=1:places:2;1:crash;1:service:3;x:open:1&t=soon';
  const { run, moment, notices } = readRunLink(boundedQueue, new URLSearchParams(link), 'busy');
  expect(run).toEqual({
    scenario: 'busy',
    seed: 1,
    changed: {},
    inputs: [{ at: { timeUs: 1000 }, input: { set: 'capacity', value: 2 } }],
  });
  expect(moment).toBeNull();
  expect(notices).toEqual([
    'There is no scenario "bussy" here; "busy" is shown. There are: calm, busy.',
    'A seed is a whole number from 0 to 4294967295, not "x"; 1 is used.',
    'places cannot be "99": it takes a number from 0 to 50. The usual value is used instead.',
    'The link says "colour", which is unknown here and was left out.',
    'This link was made with another version of the model; it is replayed with today’s and may differ.',
    'The act "1:crash" in the link is unknown here and was left out.',
    'The act "1:service:3" in the link is unknown here and was left out.',
    'The act "x:open:1" in the link is unknown here and was left out.',
    '"soon" is not a moment such as 1200 or 1200.5~2; the start is shown.',
  ]);
});

/** Parts of links: some a learner's, some a vandal's, some that only nearly belong to the simulation. */
function hostilePairs(simulation: AnySimulation): fc.Arbitrary<[string, string][]> {
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
      fc.tuple(fc.constantFrom('seed', 'v', 'lab', 'x.sql', 'vs.places'), value),
      fc.tuple(name, value),
    ),
    { maxLength: 8 },
  );
}

function writtenActs(simulation: AnySimulation, inputs: readonly TimedInput[]): string {
  const run = openRun(simulation, Object.keys(simulation.scenarios)[0]!, { inputs });
  const written = writeRunLink(simulation, run);
  return ('query' in written && /in=([^&]*)/.exec(written.query)?.[1]) || '';
}

test.each(await everySimulation())(
  '$id: 10,000 hostile links are read without a throw, every notice is a sentence, and what is left is a run that plays',
  (simulation) => {
    const fallback = Object.keys(simulation.scenarios)[0]!;
    let heeded = 0;
    fc.assert(
      fc.property(hostilePairs(simulation), (pairs) => {
        const { run, moment, notices } = readRunLink(simulation, new URLSearchParams(pairs), fallback);
        for (const notice of notices) expect(notice).toMatch(/^.{10,}[.]$/su);
        const opened = openRun(simulation, run.scenario, run);
        expect(opened).toEqual(run);
        const timeline = new Timeline(simulation, opened);
        timeline.runFor(5);
        timeline.at({ timeUs: 1000 });
        if (moment && moment.timeUs < 1000) timeline.at(moment);
        heeded += run.inputs.length + Object.keys(run.changed).length;
      }),
      { seed: 1, numRuns: 10_000 },
    );
    // Were every part refused, the models would have met nothing hostile.
    expect(heeded).toBeGreaterThan(3000);
  },
);

test('a moment survives its text', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 9 }), fc.option(fc.nat({ max: 99 }), { nil: undefined }), (timeUs, k) => {
      const moment = k === undefined ? { timeUs } : { timeUs, k };
      expect(readMoment(writeMoment(moment))).toEqual(moment);
    }),
    { seed: 1 },
  );
});
