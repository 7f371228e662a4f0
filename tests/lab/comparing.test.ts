import { expect, test } from 'vitest';
import { fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import { briefNames, isSetLater, otherValue } from '../../src/lab/tools/asking.ts';
import { isPartingSeen, partingOf } from '../../src/lab/tools/parting.ts';
import { rowOf } from '../../src/lab/tools/table.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const fields = fieldsOf(queue);
const less = { label: 'Turned away', unit: 'share', decimals: 0, better: 'less' } as const;

test('of two runs one is better and one worse; of three, one is best and one worst', () => {
  expect(rowOf(less, [0.2, 0.1]).cells).toEqual([
    { text: '20 %', mark: 'harm', word: 'worse' },
    { text: '10 %', mark: 'good', word: 'better' },
  ]);
  expect(rowOf({ ...less, better: 'more' }, [0.2, 0.1, 0.3]).cells.map(({ word }) => word)).toEqual([
    '',
    'worst',
    'best',
  ]);
});

test('runs that read the same are not told apart, nor those of which nothing can be said', () => {
  const words = (values: (number | null)[], better: 'less' | null = 'less'): string[] =>
    rowOf({ ...less, better }, values).cells.map(({ word }) => word);
  expect(words([0.201, 0.2])).toEqual(['', '']);
  expect(words([0.2, null])).toEqual(['', '']);
  expect(words([0.2, 0.1], null)).toEqual(['', '']);
  expect(words([null, 0.2, 0.1])).toEqual(['', 'worst', 'best']);
});

test('whatever a field holds, another value of it is proposed, and one it may hold', () => {
  expect(otherValue(fields['open']!, true)).toBe(false);
  expect(otherValue(fields['capacity']!, 10)).toBe(3);
  expect(otherValue(fields['capacity']!, 3)).toBe(50);
  const choice = { kind: 'choice', options: { one: '', two: '' }, default: 'one', label: '', help: '' } as const;
  expect([otherValue(choice, 'one'), otherValue(choice, 'two')]).toEqual(['two', 'one']);
});

test('a field that the learner sets in the run is told from one that only another act touches', () => {
  const at = { timeUs: 1000 };
  const run = openRun(queue, 'busy', {
    inputs: [
      { at, input: { set: 'capacity', value: 10 } },
      { at, input: { type: 'burst', requests: 3 } },
    ],
  });
  expect(['capacity', 'open', 'burst'].map((name) => isSetLater(run, name))).toEqual([true, false, false]);
});

test('runs are called by what is different in them, in full where that would not tell them apart', () => {
  const full = ['Mean service: 20 ms', 'Door: shut'];
  expect(briefNames(queue, [{ vs: { meanServiceMs: 20 } }, { vs: { open: false } }], full)).toEqual(['20 ms', 'shut']);
  const alike = ['Places in line: 20', 'Arrivals: 20 /s'];
  const twice = { capacity: 20 };
  expect(briefNames(queue, [{ vs: twice }, { vs: twice }], alike)).toEqual(alike);
});

test('a run is not called by a bare number', () => {
  expect(briefNames(queue, [{ vs: { capacity: 20 } }], ['Places in line: 20'])).toEqual(['Places in line: 20']);
});

test('where two runs part is not told before that moment was seen, and nothing is played ahead to know it', () => {
  const a = new Timeline(queue, openRun(queue, 'busy'));
  const b = new Timeline(queue, openRun(queue, 'busy', { changed: { capacity: 2 } }));
  expect(isPartingSeen(a, b, 10_000_000)).toBe(false);
  expect([a.whole, b.whole]).toEqual([false, false]);
  const { at } = partingOf(a, b)!;
  expect([isPartingSeen(a, b, at.timeUs - 1), isPartingSeen(a, b, at.timeUs)]).toEqual([false, true]);
});

test('that two runs never part is told only at their end', () => {
  const [a, b] = [play(queue, openRun(queue, 'calm')), play(queue, openRun(queue, 'calm'))];
  expect([isPartingSeen(a, b, a.untilUs - 1), isPartingSeen(a, b, a.untilUs)]).toEqual([false, true]);
});
