import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, timeOfDay, timespan } from '../../src/embed/scorm-formats.ts';

test.each([
  [0, '0000:00:00.00'],
  [10, '0000:00:00.01'],
  [61_500, '0000:01:01.50'],
  [3_599_999, '0001:00:00.00'],
  [360_000_000, '0100:00:00.00'],
  [-5, '0000:00:00.00'],
  [1e15, '9999:59:59.99'],
])('%i ms are %s', (ms, written) => expect(timespan(ms)).toBe(written));

test('every length of time reads back to the hundredth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 35_000_000_000 }), (ms) => {
      const [, hours, minutes, seconds] = /^(\d{4}):([0-5]\d):([0-5]\d\.\d\d)$/.exec(timespan(ms))!;
      const read = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
      expect(Math.abs(read * 1000 - ms)).toBeLessThanOrEqual(5.001);
    }),
  );
});

test('a time of day is that of the learner’s clock', () => {
  expect(timeOfDay(new Date(2030, 0, 2, 3, 4, 5))).toBe('03:04:05');
});

test('plain text is ASCII, and never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text, 20)).toMatch(/^[ -~]{0,20}$/);
    }),
  );
});
