/** What an address may say to an embed, and what it says back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedMs, randomInputs, randomValues } from '../contract/arbitrary.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { fuzzed, sentence } from '../contract/probes.ts';
import { hostilePairs } from '../engine/hostile-links.ts';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { controlSizes, motions, parts, readSetUp, speeds, themes, writeSetUp } from '../../src/embed/set-up.ts';
import { simulation as ingestionModel } from '../../src/sims/incremental-ingestion/index.ts';
import { simulation as tromboningModel } from '../../src/sims/tromboning/index.ts';

const ingestion = ingestionModel as unknown as AnySimulation;
const tromboning = tromboningModel as unknown as AnySimulation;
const read = (query: string, simulation = ingestion, fallback = 'late') =>
  readSetUp(simulation, new URLSearchParams(query), fallback);

test('every parameter of the contract is read', () => {
  const setUp = read(
    'v=3&scenario=late&seed=9&commit=3&vs.commit=-1&in=1000:crash&t=1500.25~1' +
      '&speed=2&theme=dark&motion=step&controls=min&hide=log,link&lock=commit,seed&run=1',
  );
  expect(setUp).toEqual({
    run: {
      scenario: 'late',
      seed: 9,
      changed: { commitS: 3 },
      inputs: [{ at: { timeUs: 1_000_000 }, input: { type: 'crash' } }],
    },
    moment: { timeUs: 1_500_250, k: 1 },
    vs: { commitS: -1 },
    speed: 2,
    theme: 'dark',
    motion: 'step',
    controls: 'min',
    hidden: ['log', 'link'],
    locked: ['commitS', 'seed'],
    locksAll: false,
    challenge: null,
    plays: true,
    notices: [],
  });
});

test('without parameters it is the usual one, and there is nothing to say', () => {
  expect(read('')).toMatchObject({
    run: openRun(ingestion, 'late'),
    moment: null,
    speed: 1,
    theme: 'auto',
    motion: 'auto',
    controls: 'full',
    hidden: [],
    locked: [],
    challenge: null,
    plays: false,
    notices: [],
  });
});

for (const [query, named, used] of [
  ['theme=blue', ['theme', 'auto, light, dark', '"blue"', 'auto is used'], { theme: 'auto' }],
  ['motion=fast', ['motion', 'auto, step', '"fast"'], { motion: 'auto' }],
  ['controls=all', ['controls', 'full, min, none', '"all"'], { controls: 'full' }],
  ['speed=3', ['speed', '0.25, 0.5, 1, 2, 4, 10', '"3"', '1 is used'], { speed: 1 }],
  ['run=yes', ['run', '0, 1', '"yes"'], { plays: false }],
  ['hide=everything', ['"everything"', 'title, picture, transport'], { hidden: [] }],
  ['show=nothing', ['"nothing"', 'title, picture, transport'], { hidden: [] }],
  ['lock=moon', ['"moon"', 'left open', 'commit', 'seed', 'scenario', 'all'], { locked: [] }],
  ['challenge=hard', ['"hard"', 'none is set', 'margin'], { challenge: null }],
  ['scenario=moon', ['"moon"', '"late" is shown'], { run: openRun(ingestion, 'late') }],
  ['seed=x', ['"x"', 'from 0 to 4294967295'], { run: openRun(ingestion, 'late') }],
  ['moon=1', ['"moon"', 'left out'], {}],
] as const) {
  test(`${query}: the sentence says what was wrong, what there is, and what is used`, () => {
    const setUp = read(query);
    const said = setUp.notices.join(' ');
    for (const part of named) expect(said).toContain(part);
    for (const notice of setUp.notices) expect(notice).toMatch(/\.$/);
    expect(setUp).toMatchObject(used);
  });
}

test('show and hide together leave what is shown and not hidden; hiding all is refused', () => {
  expect(read('show=picture,title&hide=title').hidden).toEqual(parts.filter((part) => part !== 'picture'));
  const all = read(`hide=${parts.join(',')}`);
  expect(all.hidden).toEqual([]);
  expect(all.notices).toEqual(['With these parts hidden nothing would be left to see, so all of them are shown.']);
});

test('a challenge brings its scenario, and says so where another was asked for', () => {
  expect(read('challenge=margin')).toMatchObject({ challenge: 'margin', run: { scenario: 'margin' }, notices: [] });
  const other = read('challenge=margin&scenario=late');
  expect(other.run.scenario).toBe('margin');
  expect(other.notices).toEqual(['The challenge "margin" is played in the scenario "margin", so that is shown.']);
});

test('a challenge brings the seed it is judged with, and says so where another was asked for; one that many seeds judge takes any', () => {
  const { seed } = ingestion.scenarios['crashing']!;
  expect(read(`challenge=crashed&seed=${seed}`).notices).toEqual([]);
  const other = read(`challenge=crashed&seed=${seed + 1}`);
  expect(other.run.seed).toBe(seed);
  expect(other.notices).toEqual([`The challenge "crashed" is judged with seed ${seed}, so that is used.`]);
  expect(read('challenge=margin&seed=4')).toMatchObject({ run: { seed: 4 }, notices: [] });
});

test('a locked field locks the acts that would move it', () => {
  const { locked } = read('lock=lat', tromboning, 'headquarters');
  expect([...locked].sort()).toEqual(['firewallLat', 'move']);
  const second = read('lock=lon2', tromboning, 'headquarters');
  expect([...second.locked].sort()).toEqual(['moveSecond', 'secondLon']);
});

test('lock=all names every field and act, the seed and the scenario', () => {
  const { locked, locksAll } = read('lock=all', tromboning, 'headquarters');
  expect(locksAll).toBe(true);
  const every = [...Object.keys(tromboning.fields), ...Object.keys(tromboning.inputs), 'seed', 'scenario'];
  expect([...locked].sort()).toEqual(every.sort());
});

test('locking the challenge’s own way of winning is the instructor’s to decide, and is read without a word', () => {
  expect(read('challenge=margin&lock=margin').notices).toEqual([]);
});

for (const simulation of await everySimulation()) {
  const scenarios = Object.keys(simulation.scenarios);
  const names = [
    ...Object.values(fieldsOf(simulation)).map(({ short }) => short),
    ...Object.keys(simulation.inputs),
    'seed',
    'scenario',
  ];

  describe(simulation.id, () => {
    test('has nothing named as a word of the lock list', () => {
      expect(names.filter((name) => name === 'all')).toEqual([]);
    });

    test('what is written is read as it was', () => {
      const setUps = fc.constantFrom(...scenarios).chain((scenario) => {
        const { untilMs } = simulation.scenarios[scenario]!;
        const own = simulation.challenges.filter((each) => each.scenario === scenario).map(({ id }) => id);
        return fc.record({
          run: fc
            .tuple(fc.nat(), randomValues(simulation), randomInputs(simulation, untilMs, 8))
            .map(([seed, changed, inputs]) => openRun(simulation, scenario, { seed, changed, inputs })),
          moment: fc.option(boundedMs(untilMs)),
          vs: randomValues(simulation),
          theme: fc.constantFrom(...themes),
          motion: fc.constantFrom(...motions),
          controls: fc.constantFrom(...controlSizes),
          speed: fc.constantFrom(...speeds),
          hidden: fc.subarray([...parts], { maxLength: parts.length - 1 }),
          lock: fc.oneof(fc.constant(['all']), fc.subarray(names)),
          challenge: fc.constantFrom(null, ...own),
          plays: fc.boolean(),
        });
      });
      const judged = (id: string | null): { seed?: number } => {
        const asked = simulation.challenges.find((each) => each.id === id);
        return asked && !asked.over ? { seed: simulation.scenarios[asked.scenario]!.seed } : {};
      };
      fc.assert(
        fc.property(setUps, ({ lock, ...rest }) => {
          const { locked, locksAll } = readSetUp(simulation, new URLSearchParams({ lock: lock.join() }), scenarios[0]!);
          const sent = { ...rest, run: { ...rest.run, ...judged(rest.challenge) }, locked, locksAll };
          const written = writeSetUp(simulation, sent);
          if ('problem' in written) {
            expect(written.problem).toMatch(sentence);
            return;
          }
          expect(written.query.length).toBeLessThanOrEqual(2000);
          const back = readSetUp(simulation, new URLSearchParams(written.query), scenarios.at(-1)!);
          expect(back).toEqual({ ...sent, notices: [] });
        }),
        { ...fuzzed, numRuns: 200 },
      );
    });

    test('10,000 queries of a vandal never throw, and leave a set-up that can be shown', () => {
      const word = fc.oneof(
        fc.constantFrom('', 'all', '__proto__', 'constructor', 'toString', ',', '<b>', ...names, ...parts, ...themes),
        fc.string({ unit: 'binary' }),
      );
      const list = fc.array(word, { maxLength: 4 }).map((words) => words.join());
      const own = fc.tuple(
        fc.constantFrom(
          ...['speed', 'theme', 'motion', 'controls', 'show', 'hide', 'lock', 'challenge', 'run', 'scenario'],
        ),
        list,
      );
      const queries = fc.tuple(fc.array(own, { maxLength: 5 }), hostilePairs(simulation));
      const lockable = [...Object.keys(fieldsOf(simulation)), ...Object.keys(simulation.inputs), 'seed', 'scenario'];
      fc.assert(
        fc.property(queries, (pairs) => {
          const setUp = readSetUp(simulation, new URLSearchParams(pairs.flat()), scenarios[0]!);
          const wrong =
            !scenarios.includes(setUp.run.scenario) ||
            !themes.includes(setUp.theme) ||
            !motions.includes(setUp.motion) ||
            !controlSizes.includes(setUp.controls) ||
            !speeds.includes(setUp.speed) ||
            setUp.hidden.length >= parts.length ||
            !setUp.locked.every((name) => lockable.includes(name)) ||
            !(setUp.challenge === null || simulation.challenges.some(({ id }) => id === setUp.challenge)) ||
            !setUp.notices.every((notice) => notice.endsWith('.') && !/\p{Cc}/u.test(notice));
          expect(wrong ? setUp : null).toBeNull();
        }),
        { seed: fuzzed.seed, numRuns: 10_000 },
      );
    });
  });
}
