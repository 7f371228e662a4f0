import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { compareMoments, momentOf } from '../../src/engine/log.ts';
import { openRun } from '../../src/engine/run.ts';
import type { Mark } from '../../src/engine/simulation.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import { MOST_ROWS, pieces, Transcript, type Filter } from '../../src/lab/tools/transcript.ts';
import { boundedMs } from '../contract/arbitrary.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';

const queue = boundedQueue as unknown as AnySimulation;
const everything: Filter = { marks: [], details: true, words: '' };

/** The same, found the plain way: look at every fact. */
function plainly(
  { simulation, log }: Timeline,
  at: { timeUs: number; k?: number },
  { marks, details, words }: Filter,
): string[] {
  let past = log.length;
  while (past > 0 && compareMoments(momentOf(log[past - 1]!), at) > 0) past -= 1;
  return log.slice(0, past).flatMap(({ fact }) => {
    const { weight, mark, say } = simulation.facts[fact.type]!;
    const isLeft = (details || weight === 'story') && (marks.length === 0 || marks.includes(mark));
    return isLeft && say(fact).toLowerCase().includes(words.toLowerCase()) ? [say(fact)] : [];
  });
}

describe.each(await everySimulation())('$id', (simulation) => {
  const longest = Object.entries(simulation.scenarios).sort(([, a], [, b]) => b.untilMs - a.untilMs)[0]![0];
  const timeline = play(simulation, openRun(simulation, longest));
  const anyFilter = fc.record({
    marks: fc.subarray<Mark>(['live', 'dark', 'harm', 'good', 'wait', 'you'], { maxLength: 2 }),
    details: fc.boolean(),
    words: fc.constantFrom('', 'e', 'Shown', 'ORDER 4', 'x?'),
  });
  const { untilMs } = simulation.scenarios[longest]!;
  const { log } = timeline;
  /** Anywhere, and right at facts, where several may share a microsecond. */
  const anyStop = fc.oneof(
    boundedMs(untilMs),
    fc.integer({ min: 0, max: log.length - 1 }).map((i) => momentOf(log[i]!)),
  );

  test('following a run there and back tells, at every stop, what looking through its whole log would', () => {
    fc.assert(
      fc.property(anyFilter, fc.array(anyStop, { minLength: 1, maxLength: 6 }), (filter, stops) => {
        const transcript = new Transcript(simulation);
        transcript.ask(filter);
        for (const stop of stops) {
          const { count } = transcript.at(timeline, stop);
          const told = transcript.lines(count, count).map(({ say }) => say);
          expect(told.reverse()).toEqual(plainly(timeline, stop, filter));
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('a line leads to the earliest moment that shows what it tells', () => {
    const transcript = new Transcript(simulation);
    transcript.ask(everything);
    const { count } = transcript.at(timeline, { timeUs: timeline.untilUs });
    for (const { at, id } of transcript.lines(count, 50)) expect(at).toEqual(momentOf(timeline.log[id]!));
  });
});

/** A run that tells very much: 200 busy seconds. */
function long(said: { times: number }): Timeline {
  const { busy } = queue.scenarios;
  const talkative: AnySimulation = {
    ...queue,
    scenarios: { busy: { ...busy!, untilMs: 200_000 } },
    facts: Object.fromEntries(
      Object.entries(queue.facts).map(([type, info]) => [
        type,
        {
          ...info,
          say: (fact: never) => {
            said.times += 1;
            return info.say(fact);
          },
        },
      ]),
    ),
  };
  return play(talkative, openRun(talkative, 'busy', { changed: { arrivalsPerSecond: 120 } }));
}

test('of 20,000 facts 200 are drawn, and only those are put into words', () => {
  const said = { times: 0 };
  const timeline = long(said);
  expect(timeline.log.length).toBeGreaterThan(20_000);
  const transcript = new Transcript(timeline.simulation);
  transcript.ask(everything);
  const { count } = transcript.at(timeline, { timeUs: timeline.untilUs });
  expect(count).toBe(timeline.log.length);
  expect(transcript.lines(count)).toHaveLength(MOST_ROWS);
  expect(said.times).toBe(MOST_ROWS);
  expect(transcript.lines(count)[0]!.id).toBe(timeline.log.length - 1);
});

test('however often a run is searched and followed, each of its facts is put into words once', () => {
  const said = { times: 0 };
  const timeline = long(said);
  const transcript = new Transcript(timeline.simulation);
  for (const words of ['1', '12', 'turned', '']) {
    transcript.ask({ ...everything, words });
    for (let percent = 0; percent <= 100; percent += 1) {
      const { count } = transcript.at(timeline, { timeUs: Math.round((timeline.untilUs * percent) / 100) });
      transcript.lines(count);
    }
  }
  expect(said.times).toBe(timeline.log.length);
});

test('only marks that have occurred can be chosen, and they are those of the facts told so far', () => {
  const timeline = long({ times: 0 });
  const transcript = new Transcript(timeline.simulation);
  transcript.ask(everything);
  expect(transcript.at(timeline, { timeUs: 0, k: 0 }).marks).toEqual([]);
  const { marks } = transcript.at(timeline, { timeUs: timeline.untilUs });
  expect(new Set(marks)).toEqual(new Set(timeline.log.map(({ fact }) => timeline.simulation.facts[fact.type]!.mark)));
});

test('another future is another log: nothing of the one before is left', () => {
  const run = openRun(queue, 'busy');
  const first = play(queue, run);
  const other = first.branch({ timeUs: 1_000_000 }, { type: 'burst', requests: 9 }).finish();
  const transcript = new Transcript(queue);
  transcript.ask(everything);
  for (const timeline of [first, other, first]) {
    const { count } = transcript.at(timeline, { timeUs: timeline.untilUs });
    const told = transcript.lines(count, count).reverse();
    expect(told.map(({ say }) => say)).toEqual(plainly(timeline, { timeUs: timeline.untilUs }, everything));
  }
});

test('what is searched for is text, whatever signs are in it, and found in any case', () => {
  expect(pieces('A shopper asked for “laptop” and got a Laptop.', 'LAPTOP')).toEqual([
    'A shopper asked for “',
    'laptop',
    '” and got a ',
    'Laptop',
    '.',
  ]);
  expect(pieces('What is 1+1 (one and one)?', '1+1 (')).toEqual(['What is ', '1+1 (', 'one and one)?']);
  expect(pieces('Nothing is searched for.', '  ')).toEqual(['Nothing is searched for.']);
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, words) => void expect(pieces(text, words).join('')).toBe(text)),
  );
});
