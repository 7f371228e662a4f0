import { expect, test } from 'vitest';
import { formatField } from '../../../src/engine/fields.ts';
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import type { Simulation } from '../../../src/engine/simulation.ts';
import { MINUTE, timeLabel, WEEK } from '../../../src/sims/dark-deployments/clock.ts';
import { simulation } from '../../../src/sims/dark-deployments/index.ts';

const plain = simulation as unknown as Simulation;
function said(scenario: string, atMs: number, options: RunOptions = {}): string {
  const { state, config, nowMs } = new Timeline(plain, openRun(plain, scenario, options)).at({ timeUs: atMs * 1000 });
  return plain.describe(state, config, nowMs);
}

test('dark: says what the shopper sees, and what nobody sees', () => {
  expect(said('one-search', 0)).toBe(
    'A shopper asks for “laptop” and sees 4 laptops from the old search. ' +
      'Behind glass, the new search answered the same request with 4 pairs of shoes, and nobody sees that.',
  );
});

test('visible: the two answers have changed places, and the wrong one is named', () => {
  expect(said('one-search', 0, { changed: { v2Visible: true } })).toBe(
    'A shopper asks for “laptop” and sees 4 pairs of shoes from the new search, which is not what was meant. ' +
      'What the old search found, 4 laptops, stays behind glass.',
  );
});

test('tells of harm, the inbox and a rollback under way', () => {
  const sentence = said('big-bang', 31 * MINUTE);
  expect(sentence).toMatch(/\d+ shoppers were shown the wrong thing in \d+ searches\./);
  expect(sentence).toMatch(/3 complaints in the support inbox\. A rollback is under way and will be done in 14 min\./);
});

test('says how often v1 differed from itself, and that a false alarm is one', () => {
  const sentence = said('noise', 59 * MINUTE);
  expect(sentence).toMatch(
    /\d+ answers compared in the dark, \d+ of them called wrong, and nothing was wrong with any\./,
  );
  expect(sentence).toMatch(/v2 differed from v1 in \d+, and v1 from itself in \d+\./);
});

test('a search that was not copied is not said to have been answered by v2, and that nothing was compared is said', () => {
  const none = said('uncompared', 30 * MINUTE);
  expect(none).toContain('This search was not copied to the new search.');
  expect(none).toContain('No answer has been compared.');
  expect(none).not.toContain('answered the same request');
});

test('the page tells what was shown when it was asked for, not what the switch would show now', () => {
  const flip = { at: { timeUs: 30 * MINUTE * 1000 }, input: { set: 'v2Visible', value: true } };
  expect(said('dark-morning', 30 * MINUTE + 1, { inputs: [flip] })).toContain('from the old search. Behind glass');
});

test('before the first search says only who would see the answer', () => {
  expect(said('dark-morning', 0)).toContain(
    'No search has come yet. The new search is dark: nobody will see its answers.',
  );
});

test('writes a bug in one search of a thousand as 0.1 %, and shares set in coarser steps without decimals', () => {
  const { laptopShare, mirrorShare } = simulation.fields;
  expect(formatField(laptopShare, 0.001)).toBe('0.1 %');
  expect(formatField(mirrorShare, 0.45)).toBe('45 %');
});

test('writes opening time as day and hour, closing on Friday at 17:00', () => {
  expect(timeLabel(0)).toBe('Mon 09:00');
  expect(timeLabel(15 * MINUTE + 20_000, true)).toBe('Mon 09:15:20');
  expect(timeLabel(8 * 60 * MINUTE)).toBe('Tue 09:00');
  expect(timeLabel(WEEK)).toBe('Fri 17:00');
});
