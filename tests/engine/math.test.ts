import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atan2, cos, exp, ln, pow, sin } from '../../src/engine/math.ts';

const runs = { seed: 1, numRuns: 20_000 };
const close = (found: number, wanted: number, relative: number, absolute = 0): void => {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.max(relative * Math.abs(wanted), absolute));
};

test('ln agrees with the platform to the last bits over the whole range of numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: 1.79e308, noNaN: true }), (x) => close(ln(x), Math.log(x), 4e-16)),
    runs,
  );
  expect([ln(1), ln(0), ln(Infinity), ln(-1)]).toEqual([0, -Infinity, Infinity, NaN]);
});

test('exp agrees with the platform to one part in 10^14', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => close(exp(x), Math.exp(x), 1e-14)),
    runs,
  );
  expect([exp(0), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([1, 0, Infinity, NaN]);
});

test('exp undoes ln, and pow multiplies exponents', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => close(exp(ln(x)), x, 1e-13)),
    runs,
  );
  close(pow(2, 10), 1024, 1e-13);
});

test('sin and cos agree with the platform and lie on the unit circle', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (x) => {
      close(sin(x), Math.sin(x), 0, 1e-14);
      close(cos(x), Math.cos(x), 0, 1e-14);
      close(sin(x) ** 2 + cos(x) ** 2, 1, 1e-14);
    }),
    runs,
  );
});

test('atan2 gives back the angle of any point, in all four quarters', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3.14, max: 3.14, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (angle, radius) => close(atan2(radius * Math.sin(angle), radius * Math.cos(angle)), angle, 0, 1e-13),
    ),
    runs,
  );
});
