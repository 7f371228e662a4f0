/** The formulas against the figures that are published for them. */
import { expect, test } from 'vitest';
import {
  awaitBothMs,
  criticalMirrorShare,
  detachedMs,
  erlangC,
  mirroredInSystem,
  mirroredLiveResponseMs,
  mirroredLoad,
  mirroredResponseMs,
  mm1ResponseMs,
  mmcWaitMs,
  sequentialMs,
  ttlHitShare,
} from '../../../src/sims/shadow-load/theory.ts';

test('40 requests a second at a server that can do 100 take 16.67 ms on average', () => {
  expect(mm1ResponseMs(40, 100)).toBeCloseTo(16.67, 2);
});

test('copied one to one, they are a batch queue: load .8, 6 in the system, 75 ms for all jobs and 70 ms for users', () => {
  expect(mirroredLoad(40, 100, 1)).toBeCloseTo(0.8, 9);
  expect(mirroredInSystem(40, 100, 1)).toBeCloseTo(6, 9);
  expect(mirroredResponseMs(40, 100, 1)).toBeCloseTo(75, 9);
  expect(mirroredLiveResponseMs(40, 100, 1)).toBeCloseTo(70, 9);
});

test('the plain formula would have said 50 ms, because it takes copies to come by themselves', () => {
  expect(mm1ResponseMs(80, 100)).toBeCloseTo(50, 9);
});

test('without copies the batch queue is the plain one', () => {
  expect(mirroredResponseMs(40, 100, 0)).toBeCloseTo(mm1ResponseMs(40, 100), 9);
  expect(mirroredLiveResponseMs(40, 100, 0)).toBeCloseTo(mm1ResponseMs(40, 100), 9);
});

test('60 requests a second leave a server of 100 no time when two thirds are copied, and from there on no mean is finite', () => {
  expect(criticalMirrorShare(60, 100)).toBeCloseTo(0.667, 3);
  expect(criticalMirrorShare(40, 100)).toBeCloseTo(1.5, 9);
  expect(mirroredLiveResponseMs(60, 100, 0.66)).toBeGreaterThan(2000);
  expect(mirroredLiveResponseMs(60, 100, 0.67)).toBe(Infinity);
  expect(mm1ResponseMs(100, 100)).toBe(Infinity);
});

test('Erlang C: .33333 of arrivals wait before 2 servers with 1 busy, .44444 (3, 2), .59643 (4, 3.2), .10130 (10, 6)', () => {
  expect(erlangC(2, 1)).toBeCloseTo(0.33333, 5);
  expect(erlangC(3, 2)).toBeCloseTo(0.44444, 5);
  expect(erlangC(4, 3.2)).toBeCloseTo(0.59643, 5);
  expect(erlangC(10, 6)).toBeCloseTo(0.1013, 5);
});

test('one server makes everybody wait who finds it busy, and too few servers make everybody wait', () => {
  expect(erlangC(1, 0.6)).toBeCloseTo(0.6, 9);
  expect(erlangC(2, 2)).toBe(1);
  expect(mmcWaitMs(60, 100, 1)).toBeCloseTo(mm1ResponseMs(60, 100) - 10, 9);
  expect(mmcWaitMs(100, 100, 2)).toBeCloseTo(3.33, 2);
  expect(mmcWaitMs(200, 100, 2)).toBe(Infinity);
});

test('means of 50 and 100 ms: 150 one after the other, 116.67 awaiting both, 50 detached', () => {
  expect(sequentialMs(50, 100)).toBe(150);
  expect(awaitBothMs(50, 100)).toBeCloseTo(116.67, 2);
  expect(detachedMs(50)).toBe(50);
});

test('a cache of 60 s has .98361 of what is asked for once a second, .85714 of once in 10 s, .375 of once in 100 s', () => {
  expect(ttlHitShare(1, 60)).toBeCloseTo(0.98361, 5);
  expect(ttlHitShare(0.1, 60)).toBeCloseTo(0.85714, 5);
  expect(ttlHitShare(0.01, 60)).toBeCloseTo(0.375, 5);
});
