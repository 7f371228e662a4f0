/** The formulas against the figures that are published for them. */
import { expect, test } from 'vitest';
import {
  copyRounds,
  copySeconds,
  MATHIS_RANDOM,
  mathisMbps,
  pipeBytes,
  pipeFilled,
  SEGMENT_BYTES,
  segmentsOf,
  slowStartRounds,
  slowStartSegments,
  windowBytes,
  windowLimitMbps,
  windowSegments,
} from '../../../src/sims/bulk-copy/theory.ts';

test('a window of 65,535 bytes lets 1,048.6 Mb/s through at 0.5 ms, 10.49 at 50 ms and 2.62 at 200 ms', () => {
  expect(windowLimitMbps(65_535, 0.5)).toBeCloseTo(1048.6, 1);
  expect(windowLimitMbps(65_535, 50)).toBeCloseTo(10.49, 2);
  expect(windowLimitMbps(65_535, 200)).toBeCloseTo(2.62, 2);
});

test('64 KB are the 65,535 bytes of a 16-bit field, 44 whole segments; wider windows are scaled', () => {
  expect(windowBytes(64)).toBe(2 ** 16 - 1);
  expect(windowSegments(64)).toBe(44);
  expect(windowBytes(128)).toBe(131_072);
});

test('Mathis: one loss in 10,000 allows 28.61 Mb/s at 50 ms and 7.15 at 200 ms, one in 1,000 allows 9.05', () => {
  expect(mathisMbps(1460, 50, 1e-4)).toBeCloseTo(28.61, 2);
  expect(mathisMbps(1460, 200, 1e-4)).toBeCloseTo(7.15, 2);
  expect(mathisMbps(1460, 50, 1e-3)).toBeCloseTo(9.05, 2);
});

test('four times the way is a quarter of the rate, and four times the loss is half of it', () => {
  expect(mathisMbps(1460, 50, 1e-4) / mathisMbps(1460, 200, 1e-4)).toBeCloseTo(4, 9);
  expect(mathisMbps(1460, 50, 1e-4) / mathisMbps(1460, 50, 4e-4)).toBeCloseTo(2, 9);
  expect(mathisMbps(1460, 50, 1e-4, MATHIS_RANDOM)).toBeCloseTo(30.6, 1);
});

test('slow start from 10 segments takes 3 rounds for 69 segments and 7 for 685', () => {
  expect(slowStartRounds(69)).toBe(3);
  expect(slowStartRounds(685)).toBe(7);
  expect([0, 1, 10, 11, 30, 31, 70, 71].map(slowStartRounds)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  for (const n of [1, 9, 70, 500, 12_345]) expect(slowStartRounds(n)).toBe(Math.ceil(Math.log2(n / 10 + 1)));
  expect(slowStartSegments(3)).toBe(70);
});

test('a pipe of 100 Mb/s and 50 ms holds 625,000 bytes, of which 64 KB are a tenth; ten times the bandwidth, a hundredth', () => {
  expect(pipeBytes(100, 50)).toBe(625_000);
  expect(pipeFilled(65_535, 100, 50)).toBeCloseTo(0.105, 3);
  expect(pipeFilled(65_535, 1000, 50)).toBeCloseTo(0.0105, 4);
  expect(pipeBytes(100, 50) / 1024).toBeCloseTo(610, 0);
});

test('5 MB are 3,425 segments and 80 round trips: 4 s at 50 ms, 0.041 s at 0.5 ms', () => {
  expect(segmentsOf(5)).toBe(3425);
  expect(copyRounds(5, 64)).toBe(80);
  expect(copySeconds(5, 64, 50, 100)).toBeCloseTo(4, 9);
  expect(copySeconds(5, 64, 0.5, 1000)).toBeCloseTo(0.041, 3);
});

test('a long copy is as quick as the window allows, less what 44 whole segments leave of it', () => {
  expect((200 * 8) / copySeconds(200, 64, 50, 100) / windowLimitMbps(44 * SEGMENT_BYTES, 50)).toBeCloseTo(1, 2);
});
