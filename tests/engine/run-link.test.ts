import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { openRun } from '../../src/engine/run.ts';
import { readMoment, readRunLink, writeMoment, writeRunLink } from '../../src/engine/run-link.ts';
import { play } from '../../src/engine/timeline.ts';

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
    query: 'lab=line&v=1&scenario=busy&seed=7&service=12.5&in=1200:places:8;5000.5~2:burst:3&t=12345.678~1',
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

test('never throws on a hostile link, and what it makes of it can be played', () => {
  const name = fc.oneof(
    fc.constantFrom('in', 't', 'seed', 'scenario', 'places', '__proto__', 'constructor', 'x.sql'),
    fc.string(),
  );
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1:__proto__:1', '1e9', '9'.repeat(400), '1:burst:5'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
      const { run } = readRunLink(boundedQueue, new URLSearchParams(pairs), 'calm');
      expect(play(boundedQueue, run).hash()).toMatch(/^[0-9a-f]{16}$/);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a moment survives its text', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 9 }), fc.option(fc.nat({ max: 99 }), { nil: undefined }), (timeUs, k) => {
      const moment = k === undefined ? { timeUs } : { timeUs, k };
      expect(readMoment(writeMoment(moment))).toEqual(moment);
    }),
    { seed: 1 },
  );
});
