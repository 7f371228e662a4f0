import { describe, expect, test } from 'vitest';
import { isWon, solutionOf, startOf } from '../../src/engine/challenge.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { play } from '../../src/engine/timeline.ts';
import {
  sayGoal,
  sayJudged,
  sayMissed,
  saySolution,
  sayStray,
  sayWon,
  standing,
} from '../../src/lesson/challenge-words.ts';
import { readTries, tryOf } from '../../src/lesson/challenge-tries.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const [room, quick] = queue.challenges;

describe('a goal in words', () => {
  test('names the measure, the bound and its unit; none at all is called none', () => {
    expect(sayGoal(queue, { measure: 'meanResponseMs', atMost: 20 })).toBe('Mean response: at most 20 ms');
    expect(sayGoal(queue, { measure: 'rejectedShare', atMost: 0.05 })).toBe('Turned away: at most 5 %');
    expect(sayGoal(queue, { measure: 'inSystem', atLeast: 2, atMost: 4 })).toBe(
      'In the system: at least 2 and at most 4',
    );
    expect(sayGoal(queue, { measure: 'inSystem', atLeast: 3, atMost: 3 })).toBe('In the system: exactly 3');
    expect(sayGoal(queue, { measure: 'inSystem', atMost: 0 })).toBe('In the system: none');
  });

  test('is met or not yet while the run goes on, and can be missed only at its end', () => {
    const goal = { measure: 'rejectedShare', atLeast: 0.1 };
    expect(standing(queue, goal, { rejectedShare: null }, false)).toEqual({
      mark: 'wait',
      words: 'nothing to measure yet',
    });
    expect(standing(queue, goal, { rejectedShare: 0.02 }, false)).toEqual({ mark: 'wait', words: '2.0 %, not yet' });
    expect(standing(queue, goal, { rejectedShare: 0.2 }, false)).toEqual({ mark: 'good', words: '20.0 %, met so far' });
    expect(standing(queue, goal, { rejectedShare: 0.2 }, true)).toEqual({ mark: 'good', words: '20.0 %, met' });
    expect(standing(queue, goal, { rejectedShare: 0.02 }, true)).toEqual({ mark: 'harm', words: '2.0 %, missed' });
    expect(standing(queue, { measure: 'inSystem', atMost: 0 }, { inSystem: 3 }, false).words).toBe('3, too many');
  });
});

describe('what is said at the end', () => {
  test('acts stand against par', () => {
    expect(sayWon(1, 2)).toBe('Won. Par is 1; you needed 2.');
    expect(sayWon(2, 2)).toBe('Won. Par is 2, and that is what you needed.');
    expect(sayWon(3, 2)).toBe('Won. Par is 3; you needed only 2.');
  });

  test('a try that failed says what is missing, and nothing of what is met', () => {
    expect(sayMissed(queue, quick!.goals, { rejectedShare: 0.3, meanResponseMs: 12, inSystem: 1 }, 2)).toBe(
      'Not yet. Turned away ended at 30.0 %; asked is at most 20 %. That was try 2.',
    );
  });

  test('many seeds are counted', () => {
    expect(sayJudged(17, { seeds: 20, wins: 18 })).toBe('17 of 20 seeds met the goals; 18 are asked.');
  });

  test('the solution is told act by act, and a reader who does it wins', () => {
    expect(saySolution(queue, room!)).toEqual(['0 ms: Places in line: 50.']);
    expect(saySolution(queue, quick!)).toEqual(['From the start: Mean service: 5 ms.']);
    expect(isWon(room!, play(queue, solutionOf(queue, room!)).end.measures)).toBe(true);
    expect(isWon(room!, play(queue, startOf(queue, room!)).end.measures)).toBe(false);
  });
});

test('another situation is no try, nor another seed where the challenge has one; where seeds decide, any is', () => {
  const run = startOf(queue, room!);
  expect(sayStray(queue, room!, { ...run, inputs: [] })).toBeNull();
  expect(sayStray(queue, room!, { ...run, scenario: 'calm' })).toMatch(/another situation/);
  expect(sayStray(queue, room!, { ...run, seed: 2 })).toBe(
    'This run has another seed; the challenge has seed 1. Begin again to take it up.',
  );
  expect(sayStray(queue, quick!, { ...run, seed: 2 })).toBeNull();
});

test('where somebody else has set the situation up it begins so, with the seed it is judged by; set up otherwise it begins as it is', () => {
  const inputs = [{ at: { timeUs: 1000 }, input: { type: 'burst', requests: 4 } }];
  const given = openRun(queue, 'busy', { seed: 9, changed: { meanServiceMs: 12 }, inputs });
  expect(startOf(queue, room!, given)).toEqual({ ...given, seed: 1 });
  expect(startOf(queue, quick!, given)).toEqual(given);
  expect(startOf(queue, room!, openRun(queue, 'calm', { changed: { meanServiceMs: 12 } }))).toEqual(
    startOf(queue, room!),
  );
});

test('tries that another version of the page wrote are read as far as they can be', () => {
  expect(readTries({ lab: 'line', tries: 2, won: 1 })).toEqual({ tries: 2, won: 1 });
  expect(readTries({ tries: 1 })).toEqual({ tries: 1, won: null });
  for (const broken of [null, 'two', { tries: -1, won: 0.5 }, []])
    expect(readTries(broken)).toEqual({ tries: 0, won: null });
});

test('a run that comes back is the same try, and so is one that only something done at its very end sets apart', () => {
  const act = (timeUs: number, value: number) => ({ at: { timeUs }, input: { set: 'capacity', value } });
  const run = openRun(queue, 'busy', { inputs: [act(1000, 5)] });
  const ofRun = tryOf(run, 9000);
  expect(tryOf({ ...run, inputs: [...run.inputs, act(9000, 6), act(9000, 7)] }, 9000)).toBe(ofRun);
  expect(tryOf({ ...run, inputs: [...run.inputs, act(8999, 6)] }, 9000)).not.toBe(ofRun);
  expect(tryOf({ ...run, seed: run.seed + 1 }, 9000)).not.toBe(ofRun);
});
