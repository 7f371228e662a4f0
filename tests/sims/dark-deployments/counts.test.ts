/** What is counted, against the log: each number a learner may read is the number of things that happened. */
import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import { play, type Timeline } from '../../../src/engine/timeline.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { DAY, MINUTE } from '../../../src/sims/dark-deployments/clock.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';
import type { Config, State } from '../../../src/sims/dark-deployments/state.ts';
import { visibleShare } from '../../../src/sims/dark-deployments/visibility.ts';

const played = (scenario: string, changed: Values = {}, inputs: TimedInput[] = []): Timeline =>
  play(simulation, openRun(simulation, scenario, { changed, inputs }));
const at = (ms: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: Math.round(ms * 1000) }, input });
const told = (timeline: Timeline, ...types: string[]) => timeline.log.filter(({ fact }) => types.includes(fact.type));

test('a version that was rolled back is not even copied to', () => {
  const morning = played('big-bang');
  const { timeUs } = told(morning, 'rolledBack')[0]!;
  expect(told(morning, 'searched').filter((entry) => entry.timeUs > timeUs).length).toBeGreaterThan(5);
  expect(morning.end.measures).toMatchObject({ compared: 0, mismatches: 0 });
});

test('the quiet since the last mismatch is the number of comparisons after it', () => {
  const morning = played('dark-morning');
  const last = told(morning, 'mismatch', 'mismatchAgain').at(-1)!;
  const after = told(morning, 'searched').filter(({ timeUs }) => timeUs > last.timeUs);
  expect(morning.end.measures['sinceMismatch']).toBe(after.length);
});

test('the hours of the strip add up to the totals', () => {
  const week = played('week', {}, [at(4 * DAY, { set: 'v2Visible', value: true })]);
  const { hours, harmed, mismatches, compared } = week.end.state as State;
  const sum = (of: 'harmed' | 'mismatches' | 'fine') => hours.reduce((total, hour) => total + hour[of], 0);
  expect(mismatches).toBeGreaterThan(0);
  expect([sum('harmed'), sum('mismatches'), sum('fine')]).toEqual([harmed, mismatches, compared - mismatches]);
});

test('a fix that is under way is not begun again', () => {
  const week = played('week', {}, [at(DAY, { type: 'shipFix' }), at(DAY + MINUTE, { type: 'shipFix' })]);
  expect([told(week, 'fixStarted').length, told(week, 'fixShipped').length]).toEqual([1, 1]);
});

test('a rollback is timed from the moment the shoppers saw v2', () => {
  const friday = played('week', {}, [at(4 * DAY, { set: 'v2Visible', value: true })]);
  const [seen, gone] = [told(friday, 'switched')[0]!, told(friday, 'rolledBack')[0]!];
  expect(friday.end.measures['rollbackMin']).toBeCloseTo((gone.timeUs - seen.timeUs) / 1000 / MINUTE, 6);
});

test('after a rollback was called off, another needs three new complaints', () => {
  const noisy = { laptopShare: 1, complaintShare: 1 };
  const started = told(played('big-bang', noisy), 'rollbackStarted')[0]!.timeUs / 1000;
  const again = played('big-bang', noisy, [
    at(started + MINUTE, { set: 'v2Visible', value: false }),
    at(started + 20 * MINUTE, { set: 'v2Visible', value: true }),
  ]);
  const calledOff = again.log.findIndex(({ fact }) => fact.type === 'rollbackCalledOff');
  const second = again.log.findLastIndex(({ fact }) => fact.type === 'rollbackStarted');
  expect(second).toBeGreaterThan(calledOff);
  const complaints = again.log.slice(calledOff, second).filter(({ fact }) => fact.type === 'complained');
  expect(again.log[second]!.fact['complaints']).toBe(complaints.length);
});

test('a shopper who keeps the page open is harmed once, however long they look', () => {
  const looked = played('one-search', {}, [at(3000, { set: 'v2Visible', value: true })]);
  expect(told(looked, 'shownWrong')).toHaveLength(1);
  expect(looked.end.measures['harmed']).toBe(1);
});

test('a fix that is deployed while a rollback is under way stays in: the rollback was of the version before', () => {
  const quick = { v2Visible: true, fixHours: 1, rollbackMin: 120 };
  const started = told(played('week', quick), 'complained')[0]!.timeUs / 1000;
  const fixed = played('week', quick, [at(started + MINUTE, { type: 'shipFix' })]);
  const shipped = told(fixed, 'fixShipped')[0]!.timeUs;
  expect(told(fixed, 'rollbackStarted')[0]!.timeUs).toBeLessThan(shipped);
  expect(told(fixed, 'rolledBack')).toEqual([]);
  expect((fixed.end.state as State).withdrawn).toBe(false);
  expect(told(fixed, 'shownWrong').every(({ timeUs }) => timeUs <= shipped)).toBe(true);
});

test('a ramp that follows a canary begins at 5 % at once, also before the next search', () => {
  const canary = [
    at(DAY, { set: 'release', value: 'canary' }),
    at(DAY, { set: 'v2Visible', value: true }),
    at(2 * DAY, { set: 'release', value: 'ramp' }),
  ];
  const { state, config, nowMs } = play(
    simulation,
    openRun(simulation, 'week', { changed: { complaintShare: 0 }, inputs: canary }),
  ).at({
    timeUs: 2 * DAY * 1000,
  });
  expect(visibleShare(state as State, config as Config, nowMs)).toBe(0.05);
});
