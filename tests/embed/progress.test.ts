import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressOf, type Counted } from '../../src/embed/progress.ts';

const part = (kind: Counted['kind'], standing: Counted['standing'], more: Partial<Counted> = {}): Counted => ({
  kind,
  standing,
  isNeeded: true,
  isScored: kind !== 'lab',
  ...more,
});

test('a wrong guess scores as a right one; a wrong answer and a lost challenge score nothing', () => {
  const score = (...parts: Counted[]) => progressOf(parts).score;
  expect(score(part('prediction', 'done'), part('prediction', 'right'))).toBe(100);
  expect(score(part('answer', 'done'), part('answer', 'right'))).toBe(50);
  expect(score(part('challenge', 'done'), part('challenge', 'right'), part('challenge', 'open'))).toBe(33);
});

test('it is complete when all that is needed is done, rightly or not, and never where nothing is needed', () => {
  const isComplete = (...parts: Counted[]) => progressOf(parts).isComplete;
  expect(isComplete(part('lab', 'done'), part('answer', 'done'))).toBe(true);
  expect(isComplete(part('lab', 'open'), part('answer', 'right'))).toBe(false);
  expect(isComplete(part('lab', 'done'), part('challenge', 'open', { isNeeded: false }))).toBe(true);
  expect(isComplete()).toBe(false);
});

test('a run alone scores nothing, so it has no score', () => {
  expect(progressOf([part('lab', 'done')]).score).toBeNull();
});

test('to do more never lowers the score, which is a whole number from 0 to 100', () => {
  const counted = fc.record({
    kind: fc.constantFrom('prediction', 'lab', 'answer', 'challenge'),
    standing: fc.constantFrom('open', 'done', 'right'),
    isNeeded: fc.boolean(),
    isScored: fc.boolean(),
  }) as fc.Arbitrary<Counted>;
  fc.assert(
    fc.property(fc.array(counted, { minLength: 1 }), fc.nat(), (parts, which) => {
      const better = parts.map((each, i) =>
        i === which % parts.length ? { ...each, standing: 'right' as const } : each,
      );
      const [before, after] = [progressOf(parts).score, progressOf(better).score];
      if (before === null || after === null) {
        expect(after).toBe(before);
        return;
      }
      expect(after).toBeGreaterThanOrEqual(before);
      expect(Number.isInteger(after) && after >= 0 && after <= 100).toBe(true);
    }),
  );
});
