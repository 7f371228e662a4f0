import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import type { Simulation, TimedInput, Values } from '../../../src/engine/simulation.ts';
import { DAY, HOUR, MINUTE } from '../../../src/sims/dark-deployments/clock.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';
import type { Fact } from '../../../src/sims/dark-deployments/state.ts';

const plain = simulation as unknown as Simulation;
function run(scenario: string, options: RunOptions = {}): Timeline {
  return new Timeline(plain, openRun(plain, scenario, options)).finish();
}
function facts<Type extends Fact['type']>(
  timeline: Timeline,
  type: Type,
): (Extract<Fact, { type: Type }> & { atMs: number })[] {
  return timeline.log
    .filter(({ fact }) => fact.type === type)
    .map(({ fact, timeUs }) => ({ ...(fact as unknown as Extract<Fact, { type: Type }>), atMs: timeUs / 1000 }));
}
const at = (ms: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: Math.round(ms * 1000) }, input });

group('the same shoppers in both shops', () => {
  const asked = (timeline: Timeline): string[] =>
    facts(timeline, 'searched').map(({ search, query, atMs }) => `${search} ${atMs} ${query}`);

  test('big bang and dark meet the same searches at the same microseconds', () => {
    expect(asked(run('big-bang'))).toEqual(asked(run('dark-morning')));
  });

  test('neither the mirror share nor the switch moves a search or changes what it asks', () => {
    const changes: Values[] = [
      { mirrorShare: 0 },
      { mirrorShare: 0.5 },
      { v2Visible: true, release: 'ramp' },
      { complaintShare: 1 },
    ];
    for (const changed of changes) expect(asked(run('dark-morning', { changed }))).toEqual(asked(run('dark-morning')));
  });

  test('every search that harms a shopper in one shop is a mismatch in the other until the rollback', () => {
    const until = facts(run('big-bang'), 'rolledBack')[0]!.atMs;
    const dark = run('dark-morning');
    const found = [...facts(dark, 'mismatch'), ...facts(dark, 'mismatchAgain')].filter(({ atMs }) => atMs <= until);
    expect(found.map(({ search }) => search)).toEqual(facts(run('big-bang'), 'shownWrong').map(({ search }) => search));
  });
});

group('dark', () => {
  test('nobody is shown the wrong thing, nobody complains, and the bug is found within minutes', () => {
    const { measures } = run('dark-morning').end;
    expect(measures).toMatchObject({ harmed: 0, complaints: 0, comparedShare: 1 });
    expect(measures['firstMismatchMin']).toBeLessThan(10);
  });

  test('with no searches copied nothing is found, and that proves nothing', () => {
    const { measures } = run('dark-morning', { changed: { mirrorShare: 0 } }).end;
    expect(measures).toMatchObject({ compared: 0, mismatches: 0, sinceMismatch: null });
  });

  test('half of the searches are copied when half are asked for', () => {
    // 7,200 searches: a standard error of 0.6 %, of which this is three.
    expect(Math.abs(run('week', { changed: { mirrorShare: 0.5 } }).end.measures['comparedShare']! - 0.5)).toBeLessThan(
      0.018,
    );
  });

  test('while v2 is dark no shopper is shown its answer, whatever the learner does', () => {
    const act = fc.tuple(
      fc.integer({ min: 0, max: HOUR }),
      fc.oneof(
        fc.boolean().map((value) => ({ set: 'v2Visible', value })),
        fc.constantFrom('everyone', 'canary', 'ramp').map((value) => ({ set: 'release', value })),
        fc.constantFrom(0, 0.3, 1).map((value) => ({ set: 'mirrorShare', value })),
        fc.constantFrom('equality', 'noiseFloor', 'category').map((value) => ({ set: 'judge', value })),
        fc.constant({ type: 'shipFix' }),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.integer({ min: 0, max: 1e6 }), (acts, seed) => {
        const inputs = acts.map(([ms, input]) => at(ms, input)).sort((a, b) => a.at.timeUs - b.at.timeUs);
        const timeline = run('dark-morning', { seed, inputs });
        const isVisibleAt = (ms: number): boolean => {
          const last = inputs.findLast(
            ({ at: moment, input }) => moment.timeUs < ms * 1000 && 'set' in input && input.set === 'v2Visible',
          );
          return last !== undefined && 'value' in last.input && last.input.value === true;
        };
        for (const { engine, atMs } of facts(timeline, 'answered'))
          if (engine === 2) expect(isVisibleAt(atMs)).toBe(true);
        for (const { atMs } of facts(timeline, 'shownWrong')) expect(isVisibleAt(atMs)).toBe(true);
        const { state, config } = timeline.end;
        for (const [claim, holds] of Object.entries(plain.invariants)) expect(holds(state, config), claim).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

group('big bang', () => {
  const morning = run('big-bang');

  test('every shopper who asks for a laptop before the rollback is done is shown shoes, and none after', () => {
    const done = facts(morning, 'rolledBack')[0]!.atMs;
    const laptops = facts(morning, 'searched').filter(({ query, atMs }) => query === 'laptop' && atMs <= done);
    expect(facts(morning, 'shownWrong')).toHaveLength(laptops.length);
    expect(facts(morning, 'shownWrong').every(({ instead }) => instead === 'shoes')).toBe(true);
    expect(facts(morning, 'answered').filter(({ atMs, engine }) => atMs > done && engine === 2)).toEqual([]);
  });

  test('the third complaint starts the rollback, which takes 15 minutes', () => {
    const [, , third] = facts(morning, 'complained');
    const [started] = facts(morning, 'rollbackStarted');
    expect(started!.atMs).toBe(third!.atMs);
    expect(facts(morning, 'rolledBack')[0]!.atMs - started!.atMs).toBeCloseTo(15 * MINUTE, 3);
  });

  test('one harmed shopper in four complains, after 5 minutes on average', () => {
    const week = run('week', {
      changed: { v2Visible: true, complaintsToRollBack: 10, rollbackMin: 120, searchesPerMinute: 6, laptopShare: 1 },
    });
    const shown = new Map(facts(week, 'shownWrong').map(({ search, atMs }) => [search, atMs]));
    const late = facts(week, 'complained').map(({ search, atMs }) => atMs - shown.get(search)!);
    // About 750 harmed: standard errors of 1.6 % and of 0.37 min; three of each.
    expect(shown.size).toBeGreaterThan(700);
    expect(Math.abs(late.length / shown.size - 0.25)).toBeLessThan(0.05);
    expect(Math.abs(late.reduce((sum, each) => sum + each, 0) / late.length / MINUTE - 5)).toBeLessThan(1.1);
  });

  test('flipping the switch to dark ends the harm at once; the rollback is called off', () => {
    const flipped = facts(morning, 'rollbackStarted')[0]!.atMs + MINUTE;
    const killed = run('big-bang', { inputs: [at(flipped, { set: 'v2Visible', value: false })] });
    expect(facts(killed, 'shownWrong').every(({ atMs }) => atMs <= flipped)).toBe(true);
    expect(killed.end.measures['harmed']).toBeLessThan(morning.end.measures['harmed']!);
    expect(facts(killed, 'rollbackCalledOff')).toHaveLength(1);
    expect(facts(killed, 'rolledBack')).toHaveLength(0);
  });
});

group('the week', () => {
  test('the fix ships on Wednesday and no wrong answer is found after it', () => {
    const week = run('week-done');
    const shipped = facts(week, 'fixShipped')[0]!.atMs;
    expect(simulation.timeLabel(shipped, week.end.config as never)).toBe('Wed 10:00');
    expect(facts(week, 'mismatchAgain').every(({ atMs }) => atMs <= shipped)).toBe(true);
    expect(week.end.measures['harmed']).toBe(0);
  });

  test('nothing can be fixed before it has been noticed', () => {
    const early = run('week', { inputs: [at(0, { type: 'shipFix' })] });
    expect(facts(early, 'nothingToFix')).toHaveLength(1);
    expect(facts(early, 'fixShipped')).toHaveLength(0);
  });

  test('visible on Friday to everyone without a fix is a big bang on another day', () => {
    const friday = run('week', { inputs: [at(4 * DAY, { set: 'v2Visible', value: true })] });
    expect(friday.end.measures['harmed']).toBeGreaterThan(5);
    expect(facts(friday, 'rolledBack')).toHaveLength(1);
  });

  test('a canary shows v2 to its share of shoppers until told otherwise, and every other answer is still compared', () => {
    const canary = run('week', {
      changed: { v2Visible: true, release: 'canary', complaintShare: 0, canaryShare: 0.1 },
    });
    const { shownV2, searches, compared } = canary.end.measures;
    // 7,200 searches: a standard error of 0.35 %, of which this is three.
    expect(Math.abs(shownV2! / searches! - 0.1)).toBeLessThan(0.011);
    expect(compared! + shownV2!).toBe(searches);
  });

  test('in stages nobody is harmed: off, shadow on Monday, the fix on Wednesday, a canary on Thursday, a ramp on Friday', () => {
    const staged = run('staged');
    expect(staged.end.measures['harmed']).toBe(0);
    const seen = (from: number, until: number): number => {
      const answered = facts(staged, 'answered').filter(({ atMs }) => atMs >= from && atMs < until);
      return answered.filter(({ engine }) => engine === 2).length / answered.length;
    };
    expect(seen(0, 3 * DAY)).toBe(0);
    // About 1,440 and 180 searches: standard errors of 0.6 % and 1.6 %; three of each.
    expect(Math.abs(seen(3 * DAY, 4 * DAY) - 0.05)).toBeLessThan(0.018);
    expect(Math.abs(seen(4 * DAY, 4 * DAY + HOUR) - 0.05)).toBeLessThan(0.05);
    expect(seen(4 * DAY + 3 * HOUR, 5 * DAY)).toBe(1);
  });

  test('“0 mismatches” after 0 comparisons proves nothing: on Friday shoppers find the bug', () => {
    const week = run('uncompared').end.measures;
    expect(week).toMatchObject({ mismatches: 0, compared: 0, stillPossible: null });
    expect(week['harmed']).toBeGreaterThan(5);
  });

  test('a ramp shows v2 to 5 % in the first hour, 25 % in the second, then to all', () => {
    const ramp = run('week', {
      changed: { v2Visible: true, release: 'ramp', complaintShare: 0, searchesPerMinute: 6 },
    });
    const shares = [0, 1, 2].map((hour) => {
      const searches = facts(ramp, 'answered').filter(({ atMs }) => atMs >= hour * HOUR && atMs < (hour + 1) * HOUR);
      return searches.filter(({ engine }) => engine === 2).length / searches.length;
    });
    // 360 searches an hour: standard errors of 1.1 % and 2.3 %; three of each.
    expect(Math.abs(shares[0]! - 0.05)).toBeLessThan(0.035);
    expect(Math.abs(shares[1]! - 0.25)).toBeLessThan(0.07);
    expect(shares[2]).toBe(1);
  });
});

test('no scenario has more than 20,000 events', () => {
  for (const scenario of Object.keys(plain.scenarios)) expect(run(scenario).events).toBeLessThanOrEqual(20_000);
});
