/** Comparing two answers: different is not wrong, noise is not a bug, and no rule is shown to a shopper. */
import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import { play, type Timeline } from '../../../src/engine/timeline.ts';
import type { Values } from '../../../src/engine/simulation.ts';
import { DAY } from '../../../src/sims/dark-deployments/clock.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';
import type { State } from '../../../src/sims/dark-deployments/state.ts';

const played = (scenario: string, changed: Values = {}): Timeline =>
  play(simulation, openRun(simulation, scenario, { changed }));
const judged = (judge: string, changed: Values = {}) => played('dark-morning', { judge, ...changed }).end.measures;

test('equality calls two in three of v2’s answers wrong, and most of those are only different', () => {
  const { compared, mismatches, falseAlarms } = judged('equality');
  // 181 comparisons; the mix gives 0.70 and a spread of 0.035
  expect(Math.abs(mismatches! / compared! - 0.7)).toBeLessThan(0.105);
  expect(falseAlarms! / mismatches!).toBeGreaterThan(0.7);
});

/** Searches for what v2 gets wrong. */
const laptops = (timeline: Timeline): number =>
  timeline.log.filter(({ fact }) => fact.type === 'searched' && fact['query'] === 'laptop').length;

test('the coarser the rule, the fewer false alarms; no rule lets a wrong answer pass', () => {
  const rules = ['equality', 'rbo', 'overlap', 'category'].map((judge) => judged(judge));
  const falseAlarms = rules.map((measures) => measures['falseAlarms']!);
  expect(falseAlarms).toEqual([...falseAlarms].sort((a, b) => b - a));
  expect(falseAlarms.at(-1)).toBe(0);
  const wrong = laptops(played('dark-morning'));
  for (const { mismatches, falseAlarms: none } of rules) expect(mismatches! - none!).toBe(wrong);
});

test('the rules see the same searches, and the shopper sees the same pages, whichever is used', () => {
  const seen = (judge: string): unknown[] =>
    played('dark-morning', { judge })
      .log.filter(({ fact }) => fact.type === 'answered')
      .map(({ timeUs, fact }) => [timeUs, fact]);
  for (const judge of ['equality', 'noiseFloor', 'rbo', 'overlap']) expect(seen(judge)).toEqual(seen('category'));
});

test('a rewrite that changes nothing differs from v1 as often as v1 from itself', () => {
  const { state } = played('week', { noise: true, candidate: 'rewrite' }).end as { state: State };
  // 7,137 comparisons: two shares near 9 %, so a standard error of 0.5 % for their difference; three of it.
  expect(state.noise).toBeGreaterThan(400);
  expect(Math.abs(state.different - state.noise) / state.compared).toBeLessThan(0.015);
});

test('noise is taken for bugs by equality, and not by any rule that looks at more', () => {
  expect(played('noise').end.measures['falseAlarms']).toBeGreaterThan(5);
  for (const judge of ['rbo', 'overlap', 'category'])
    expect(played('noise', { judge }).end.measures['mismatches'], judge).toBe(0);
});

test('with the noise floor a week of the rewrite raises few alarms, all while little was counted, and the bug one for each', () => {
  const alarms = (timeline: Timeline): number[] =>
    timeline.log.filter(({ fact }) => /^mismatch/.test(fact.type)).map(({ timeUs }) => timeUs / 1000);
  const quiet = alarms(played('week', { noise: true, candidate: 'rewrite', judge: 'noiseFloor' }));
  const equal = alarms(played('week', { noise: true, candidate: 'rewrite', judge: 'equality' }));
  expect(quiet.length / equal.length).toBeLessThan(0.05);
  expect(quiet.at(-1)).toBeLessThan(DAY);
  const broken = played('week', { noise: true, judge: 'noiseFloor' });
  const { mismatches, falseAlarms } = broken.end.measures;
  expect(mismatches! - falseAlarms!).toBe(laptops(broken));
});

test('the noise floor cannot tell change from harm: it flags what v2 does better as well', () => {
  const { falseAlarms } = judged('noiseFloor', { noise: true });
  expect(falseAlarms).toBeGreaterThan(50);
});

test('false alarms are no reason for a fix', () => {
  const acted = play(
    simulation,
    openRun(simulation, 'noise', { inputs: [{ at: { timeUs: 1_800_000_000 }, input: { type: 'shipFix' } }] }),
  );
  expect(acted.log.some(({ fact }) => fact.type === 'nothingToFix')).toBe(true);
});
