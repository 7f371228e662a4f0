import { describe, expect, test } from 'vitest';
import { sayChoiceGap, sayCurveGap, sayNumberGap } from '../../src/lesson/gap.ts';

const ms = { unit: 'ms', decimals: 0 };
const count = { unit: '', decimals: 0 };

describe('a number beside the run', () => {
  test('says both numbers and how far they lie apart', () => {
    expect(sayNumberGap(100, 200.2, 10, ms, null)).toBe(
      'You said 100 ms. The run says 200 ms: 100 ms more than you said.',
    );
    expect(sayNumberGap(9, 6, 1, count, null)).toBe('You said 9. The run says 6: 3 fewer than you said.');
    expect(sayNumberGap(250, 200, 10, ms, null)).toBe(
      'You said 250 ms. The run says 200 ms: 50 ms less than you said.',
    );
  });

  test('counts as close up to what the author calls close, its edge included', () => {
    expect(sayNumberGap(190, 200, 10, ms, null)).toBe(
      'You said 190 ms. The run says 200 ms: 10 ms more than you said, and close enough.',
    );
    expect(sayNumberGap(0.3, 0.1 + 0.2, 0, { unit: 's', decimals: 1 }, null)).toBe(
      'You said 0.3 s, and so does the run.',
    );
  });
});

describe('a drawn line beside the run', () => {
  const curve = {
    ...count,
    labels: ['09:00', '09:15', '09:30', '09:45', '10:00'],
    run: [0, 4, 9, 20, 20],
    max: 60,
  };

  test('says the end with both numbers, and where the line was furthest off', () => {
    expect(sayCurveGap({ ...curve, drawn: [0, 4, 12, 14, 18] }, null)).toBe(
      'You drew 18 at 10:00; the run has 20. You were furthest off at 09:45: 6 too few.',
    );
    expect(sayCurveGap({ ...curve, drawn: [0, 4, 12, 30, 45] }, null)).toBe(
      'You drew 45 at 10:00; the run has 20. That is where you were furthest off: 25 too many.',
    );
  });

  test('a line that is never further off than a twentieth of the chart was right', () => {
    expect(sayCurveGap({ ...curve, drawn: [0, 6, 12, 18, 21] }, null)).toBe(
      'You drew 21 at 10:00; the run has 20. You were never more than 3 off: you saw it coming.',
    );
    expect(sayCurveGap({ ...curve, drawn: curve.run }, null)).toBe(
      'You drew 20 at 10:00; the run has 20. Your line is the run’s: you saw it coming.',
    );
  });

  test('moments at which the run says nothing are left out', () => {
    const late = { ...curve, ...ms, run: [null, null, null, 150, 200], max: 300 };
    expect(sayCurveGap({ ...late, drawn: [null, 10, 20, 250, 250] }, null)).toBe(
      'You drew 250 ms at 10:00; the run has 200 ms. You were furthest off at 09:45: 100 ms too high.',
    );
    expect(sayCurveGap({ ...late, run: [null, null, null, null, null], drawn: [0, 1, 2, 3, 4] }, null)).toContain(
      'no moment',
    );
  });
});

describe('how sure one was', () => {
  test('is said where it teaches: certain and wrong, or a guess that held', () => {
    const end = (sure: 0 | 1 | 2 | null, right: boolean) => sayChoiceGap('100 ms', '200 ms', right, sure);
    expect(end(2, false)).toBe(
      'You said 100 ms. The run says 200 ms. That gap is what this lesson is about. You were certain: this is one to remember.',
    );
    expect(end(0, true)).toContain('You called it a guess, and it held.');
    for (const quiet of [end(1, true), end(1, false), end(0, false), end(2, true), end(null, false)])
      expect(quiet).toMatch(/(You saw it coming|what this lesson is about)\.$/);
  });
});
