import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { fieldsOf } from '../../src/engine/fields.ts';
import { readMoment, writeMoment } from '../../src/engine/link-parts.ts';
import { openRun } from '../../src/engine/run.ts';
import { readRunLink, writeRunLink, type LinkedRun } from '../../src/engine/run-link.ts';
import { Timeline } from '../../src/engine/timeline.ts';
import { hostilePairs } from './hostile-links.ts';

const read = (query: string): LinkedRun => readRunLink(boundedQueue, new URLSearchParams(query), 'busy');

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

test('refuses a run that is too long for a link, and says how many acts are too many', () => {
  const inputs = Array.from({ length: 150 }, (_, i) => ({
    at: { timeUs: i * 1_001 },
    input: { set: 'capacity', value: i % 50 },
  }));
  const options = { lab: 'line', moment: { timeUs: 77 }, vs: { capacity: 50 } };
  const first = (count: number) =>
    writeRunLink(boundedQueue, openRun(boundedQueue, 'busy', { inputs: inputs.slice(0, count) }), options);
  const written = first(150);
  const said =
    /^A link holds 2,000 characters: the first (\d+) of your 150 acts\. Undo the last (\d+) to share this run\.$/;
  const [, fitting, tooMany] = said.exec('problem' in written ? written.problem : '')!.map(Number) as [
    0,
    number,
    number,
  ];
  expect(fitting + tooMany).toBe(150);
  expect(first(fitting)).toHaveProperty('query');
  expect(first(fitting + 1)).toHaveProperty('problem');
});

test('the address around the query counts too', () => {
  const run = openRun(boundedQueue, 'busy', {
    inputs: Array.from({ length: 100 }, (_, i) => ({ at: { timeUs: i }, input: { set: 'capacity', value: 9 } })),
  });
  const written = writeRunLink(boundedQueue, run);
  if ('problem' in written) throw new Error(written.problem);
  const left = 2000 - written.query.length;
  expect(writeRunLink(boundedQueue, run, { around: left })).toEqual(written);
  const tooLong = { problem: expect.stringContaining('the first 99 of your 100 acts') as string };
  expect(writeRunLink(boundedQueue, run, { around: left + 1 })).toEqual(tooLong);
});

test('of two values for one name the first is used, and the other is told', () => {
  const { run, notices } = read('places=5&places=9&vs.open=0&vs.open=1');
  expect(run.changed).toEqual({ capacity: 5 });
  expect(notices).toEqual([
    'The link says "places" more than once; the first, "5", is read.',
    'The link says "vs.open" more than once; the first, "0", is read.',
  ]);
});

test('acts too long to read are told, and none is read in part', () => {
  const last = ';2:places:12';
  const pad = `1:${'z'.repeat(20_000 - 2 - last.length + 1)}`;
  const { run, notices } = read(`in=${pad}${last}`);
  expect(run.inputs).toEqual([]);
  expect(notices[0]).toBe('The acts in the link take more than 20,000 characters; what comes after them is left out.');
});

test('a link can name the run it is compared with by what differs', () => {
  const run = openRun(boundedQueue, 'busy', { changed: { capacity: 8 } });
  const vs = { meanServiceMs: 5, open: false };
  const written = writeRunLink(boundedQueue, run, { vs });
  expect(written).toEqual({ query: 'v=2&scenario=busy&seed=1&places=8&vs.service=5&vs.open=0' });
  expect(read('v=2&scenario=busy&seed=1&places=8&vs.service=5&vs.open=0')).toEqual({
    run,
    moment: null,
    vs,
    notices: [],
  });
  expect(read('scenario=busy').vs).toEqual({});
  expect(read('vs.crew=3&vs.places=70&vs.open=maybe&vs.__proto__=1&x.sql=select').notices).toEqual([
    'Places in line cannot be "70": it takes a number from 0 to 50. “50” is used instead.',
    'Door cannot be "maybe": it takes 1 or 0. “open” is used instead.',
    'The link says "vs.crew", which is unknown here and was left out.',
    'The link says "vs.__proto__", which is unknown here and was left out.',
  ]);
});

test('a link of an older version opens the nearest run there is, and says what was dropped, what is allowed and what is used', () => {
  const link =
    'v=1&scenario=bussy&seed=x&places=99&open=ajar&colour=red&t=soon' +
    '&in=9:open:1;1:places:2;1:crash;1:service:3;x:open:1;1:burst;2:burst:99;3:open:ajar;99999:open:1';
  const { run, moment, notices } = read(link);
  expect(run).toEqual({
    scenario: 'busy',
    seed: 1,
    changed: { capacity: 50 },
    inputs: [
      { at: { timeUs: 1000 }, input: { set: 'capacity', value: 2 } },
      { at: { timeUs: 2000 }, input: { type: 'burst', requests: 20 } },
      { at: { timeUs: 9000 }, input: { set: 'open', value: true } },
    ],
  });
  expect(moment).toBeNull();
  expect(notices).toEqual([
    'This link was made with version 1 of the model. It is replayed with version 2, and may end differently.',
    'There is no scenario "bussy" here; "busy" is shown. There are: calm, busy.',
    'A seed is a whole number from 0 to 4294967295, not "x"; 1 is used.',
    'Places in line cannot be "99": it takes a number from 0 to 50. “50” is used instead.',
    'Door cannot be "ajar": it takes 1 or 0. “open” is used instead.',
    'The link says "colour", which is unknown here and was left out.',
    'The act "1:crash" in the link was left out: there is no "crash" here, only places, open, burst.',
    'The act "1:service:3" in the link was left out: Mean service cannot be changed while a run goes on.',
    'The act "x:open:1" in the link was left out: it has no moment such as 1200 or 1200.5~2.',
    'The act "1:burst" in the link was left out: after its moment it is written burst:requests.',
    'Requests cannot be "99": it takes a number from 1 to 20. “20” is used instead.',
    'The act "3:open:ajar" in the link was left out: Door takes 1 or 0.',
    '2 more parts of the link could not be used as written.',
  ]);
});

test('a moment after the end of the run is its end', () => {
  expect(read('t=10000.001')).toMatchObject({
    moment: { timeUs: 10_000_000 },
    notices: ['The run is over by "10000.001"; its end is shown.'],
  });
});

test('the names every object has are no fields, acts, scenarios or options', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    const { run, vs, notices } = read(
      `scenario=${name}&${name}=1&vs.${name}=1&places=${name}&in=1:${name};1:${name}:1`,
    );
    expect(run).toEqual(openRun(boundedQueue, 'busy'));
    expect(vs).toEqual({});
    expect(notices).toHaveLength(6);
  }
});

test('a link of ten megabytes is read in part, and answered in a few short sentences', () => {
  const long = 'z'.repeat(1_000_000);
  const params = new URLSearchParams({ scenario: long, seed: long, places: long, t: long, in: `${long};`.repeat(6) });
  for (let i = 0; i < 100_000; i += 1) params.append(`name${i}`, '1');
  const { run, notices } = readRunLink(boundedQueue, params, 'busy');
  expect(run).toEqual(openRun(boundedQueue, 'busy'));
  expect(notices.length).toBeLessThan(20);
  expect(Math.max(...notices.map(({ length }) => length))).toBeLessThan(300);
});

test('marks that would turn or break a line are not quoted back', () => {
  expect(read('\u202ecolour\n\u0000=1').notices).toEqual([
    'The link says "·colour··", which is unknown here and was left out.',
  ]);
});

test.each(await everySimulation())(
  '$id: 10,000 hostile links are read without a throw, every notice is a sentence, and what is left is a run that plays',
  (simulation) => {
    const fallback = Object.keys(simulation.scenarios)[0]!;
    let heeded = 0;
    fc.assert(
      fc.property(hostilePairs(simulation), (pairs) => {
        const { run, moment, vs, notices } = readRunLink(simulation, new URLSearchParams(pairs), fallback);
        for (const notice of notices) expect(notice).toMatch(/^.{10,400}[.]$/su);
        const opened = openRun(simulation, run.scenario, run);
        expect(opened).toEqual(run);
        expect(openRun(simulation, run.scenario, { changed: vs }).changed).toEqual(vs);
        expect(Object.keys(vs).filter((name) => !Object.hasOwn(fieldsOf(simulation), name))).toEqual([]);
        const timeline = new Timeline(simulation, opened);
        expect(moment?.timeUs ?? 0).toBeLessThanOrEqual(timeline.untilUs);
        timeline.runFor(5);
        timeline.at({ timeUs: 1000 });
        if (moment && moment.timeUs < 1000) timeline.at(moment);
        expect(timeline.failure).toBeNull();
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
