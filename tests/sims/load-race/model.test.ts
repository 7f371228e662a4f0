import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { at, facts, run } from './runs.ts';
import type { State } from '../../../src/sims/load-race/state.ts';

const seconds = (us: number): number => us / 1e6;
/** T = F + r k n: 111 s, then 1.8 ms a row. */
const mergedInSeconds = (rows: number, factor: number): number => 111 + (1.8 * factor * rows) / 1000;
const done = (scenario: string, changed = {}): { full: number | undefined; delta: number | undefined } => {
  const race = run(scenario, { changed });
  return { full: facts(race, 'fullDone')[0]?.atMs, delta: facts(race, 'deltaDone')[0]?.atMs };
};

group('the race', () => {
  test('the full load is done after 5 h, the incremental one of 5,000 rows after 2 min', () => {
    expect(done('race')).toEqual({ full: 18_000_000, delta: 120_000 });
  });

  test('is watched at an hour in 6 s: 30 s for the full load, 0.2 s for the incremental one', () => {
    const { pace } = run('race').simulation.scenarios['race']!;
    expect(done('race').full! / pace).toBe(30);
    expect(done('race').delta! / pace).toBe(0.2);
  });

  test('when the incremental load is done the full one has copied less than one row in a hundred', () => {
    const [{ fullRows } = { fullRows: 0 }] = facts(run('race'), 'deltaDone');
    expect(fullRows).toBe(66_666);
  });

  test('the full load takes the same whatever changed and however it is merged', () => {
    for (const scenario of ['race', 'raceDear', 'third', 'raceBackfill', 'unindexed'])
      expect(done(scenario).full).toBe(18_000_000);
  });

  test('moves a tenth of the rows at a time, in even steps', () => {
    const race = run('race', { changed: { changedRows: 1_000_000, mergeFactor: 5 } });
    const tenths = facts(race, 'deltaTenth');
    expect(tenths.map(({ rows }) => rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => n * 100_000));
    expect(tenths.map(({ atMs }) => atMs)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 111_000 + n * 900_000));
  });
});

group('what makes an incremental load slow', () => {
  test('with three rows in ten changed and merging ten times as dear, the full load wins: after 5 h a third is merged', () => {
    expect(done('third')).toEqual({ full: 18_000_000, delta: undefined });
    const [{ deltaRows, leftUs } = { deltaRows: 0, leftUs: 0 }] = facts(run('third'), 'fullDone');
    expect(deltaRows / 3_000_000).toBeCloseTo(1 / 3, 2);
    expect(18_000 + seconds(leftUs)).toBe(mergedInSeconds(3_000_000, 10));
  });

  test('after a backfill all rows are changed rows: the same rows as the full load, each dearer, and the fixed cost on top', () => {
    const { deltaSeconds, changedRows, ratio } = run('raceBackfill').end.measures;
    expect(changedRows).toBe(10_000_000);
    expect(deltaSeconds).toBe(111 + 5 * 18_000);
    expect(ratio).toBeGreaterThan(5);
    expect(run('raceBackfill', { changed: { mergeFactor: 1 } }).end.measures['deltaSeconds']).toBe(18_111);
  });

  test('after a backfill it does not matter how many rows had changed before', () => {
    for (const changedRows of [1000, 3_000_000])
      expect(run('raceBackfill', { changed: { changedRows } }).end.measures['changedRows']).toBe(10_000_000);
  });

  test('without an index it reads the whole table first: 32 min instead of 2, for the same 5,000 rows', () => {
    expect(done('unindexed').delta).toBe(1_920_000);
    expect(facts(run('unindexed'), 'scanned')[0]!.atMs).toBe(111_000 + 1_800_000);
    expect(facts(run('race'), 'scanned')).toEqual([]);
  });
});

group('what is measured', () => {
  const settings = fc.record({
    changedRows: fc.integer({ min: 1, max: 10_000 }).map((n) => 1000 * n),
    mergeFactor: fc.integer({ min: 1, max: 20 }),
    indexed: fc.boolean(),
  });
  const property = (check: (changed: { changedRows: number; mergeFactor: number; indexed: boolean }) => void): void =>
    fc.assert(fc.property(settings, check), { seed: 20_260_101, numRuns: 100 });

  test('the incremental load is done when the formula says, to the microsecond, and when its measure says', () => {
    property((changed) => {
      const race = run('race', { changed });
      const scanned = changed.indexed ? 0 : 1800;
      const formula = scanned + mergedInSeconds(changed.changedRows, changed.mergeFactor);
      expect(race.end.measures['deltaSeconds']).toBeCloseTo(formula, 6);
      const [told] = facts(race, 'deltaDone');
      if (formula > 19_800) expect(told).toBeUndefined();
      else expect(Math.abs(told!.atMs - 1000 * formula)).toBeLessThanOrEqual(0.001);
    });
  });

  test('rows moved grow with time, never beyond what there is to move, and are all moved when the log says so', () => {
    property((changed) => {
      const race = run('race', { changed });
      let before = 0;
      for (let ms = 0; ms <= 19_800_000; ms += 1_980_000) {
        const { deltaRows, fullRows } = race.at({ timeUs: ms * 1000 }).measures;
        const { deltaMs } = race.at({ timeUs: ms * 1000 }).state as State;
        expect(deltaRows).toBeGreaterThanOrEqual(before);
        expect(deltaRows === changed.changedRows).toBe(deltaMs !== null);
        expect(fullRows).toBe(Math.min(10_000_000, Math.floor(ms / 1.8)));
        before = deltaRows!;
      }
    });
  });

  test('a row of the incremental load is never cheaper than one of the full load', () => {
    property((changed) => {
      const { deltaRowMs, fullRowMs } = run('race', { changed }).end.measures;
      expect(deltaRowMs).toBeGreaterThan(fullRowMs!);
    });
  });

  test('the network carries 2,000 MB for the full load and 1 MB for the incremental one', () => {
    const { fullMB, deltaMB } = run('race').end.measures;
    expect([fullMB, deltaMB]).toEqual([2000, 1]);
  });
});

group('what is changed before the race', () => {
  test('is what its first sentence says: what the learner has set, and nothing is told of a change', () => {
    const race = run('race', { inputs: [at(0, { set: 'changedRows', value: 3_000_000 })] });
    const [told] = race.log;
    expect(told!.fact).toMatchObject({ type: 'raceStarted', rows: 3_000_000 });
    expect(race.simulation.facts['raceStarted']!.say(told!.fact)).toBe(
      'Both loads begin: one copies all 10,000,000 rows, one merges the 3,000,000 rows that changed since last night.',
    );
    expect(facts(race, 'planChanged')).toEqual([]);
  });

  test('where both take the same from the beginning, the race begins first', () => {
    const race = run('raceDear', { inputs: [at(0, { set: 'changedRows', value: 2_000_000 })] });
    expect(race.log.slice(0, 2).map(({ fact }) => fact.type)).toEqual(['raceStarted', 'evenFound']);
  });
});

group('what is changed during the race', () => {
  const twoMillion = at(3_600_000, { set: 'changedRows', value: 2_000_000 });

  test('counts from its start: a change after an hour ends as one from the beginning does', () => {
    const late = run('raceDear', { inputs: [twoMillion] });
    const early = run('raceDear', { changed: { changedRows: 2_000_000 } });
    expect(late.end.measures).toEqual(early.end.measures);
    expect(facts(late, 'deltaDone').at(-1)!.atMs).toBe(facts(early, 'deltaDone')[0]!.atMs);
  });

  test('is told at the latest a minute on', () => {
    const [told] = facts(run('raceDear', { inputs: [twoMillion] }), 'planChanged');
    expect(told!.atMs - 3_600_000).toBeLessThanOrEqual(60_000);
    expect(seconds(told!.tookUs)).toBe(mergedInSeconds(2_000_000, 5));
  });

  test('tells of a load that would be done by now how long it took, not when that was noticed', () => {
    const fewer = at(7_200_000, { set: 'changedRows', value: 5000 });
    const race = run('raceDear', { changed: { changedRows: 2_000_000 }, inputs: [fewer] });
    const told = facts(race, 'deltaDone');
    expect(told.map(({ tookUs }) => seconds(tookUs))).toEqual([156]);
  });

  test('where both take the same within 2 % it is told once, and kept when the learner goes on', () => {
    const inputs = [twoMillion, at(7_200_000, { set: 'changedRows', value: 5000 })];
    const race = run('raceDear', { inputs: [...inputs, at(9_000_000, { set: 'changedRows', value: 1_980_000 })] });
    expect(facts(race, 'evenFound')).toHaveLength(1);
    expect((race.at({ timeUs: 8e9 }).state as State).evenFound).toBe(true);
    expect(facts(run('raceDear'), 'evenFound')).toEqual([]);
  });
});
