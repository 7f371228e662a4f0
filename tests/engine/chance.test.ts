import { expect, test } from 'vitest';
import { draw, exponential, nextSeed, streamSeed } from '../../src/engine/chance.ts';

const draws = (seed: number, stream: string, count: number): number[] => {
  const base = streamSeed(seed, stream);
  return Array.from({ length: count }, (_, key) => draw(base, key));
};

test('spreads keyed draws evenly: chi-square over 100 bins stays in its 99.9 % range for 20 seeds', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const bins = new Array<number>(100).fill(0);
    for (const u of draws(seed, 'arrival', 100_000)) bins[Math.floor(u * 100)]! += 1;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: 0.05 % lies below 56 and 0.05 % above 150.
    expect(chiSquare).toBeGreaterThan(56);
    expect(chiSquare).toBeLessThan(150);
  }
});

test('neighbouring keys, streams and seeds do not resemble each other (correlation under 4 standard errors)', () => {
  const n = 100_000;
  const base = draws(1, 'arrival', n + 1);
  for (const other of [base.slice(1), draws(2, 'arrival', n), draws(1, 'service', n)]) {
    const correlation = other.slice(0, n).reduce((sum, u, i) => sum + (u - 0.5) * (base[i]! - 0.5), 0) / (n / 12);
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(n));
  }
});

test('a draw depends on seed, stream and key alone', () => {
  const base = streamSeed(7, 'service');
  expect(draw(base, 41)).toBe(draw(streamSeed(7, 'service'), 41));
  expect(draw(base, 41)).not.toBe(draw(base, 42));
  expect(draw(base, 5)).not.toBe(draw(base, 5 + 2 ** 32));
});

test('exponential waiting times have their mean and the memoryless share beyond it (1/e)', () => {
  const waits = draws(3, 'gap', 200_000).map((u) => exponential(u, 10));
  // Standard error of the mean: 10 / sqrt(200,000) = 0.022.
  expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeCloseTo(10, 0);
  expect(waits.filter((wait) => wait > 10).length / waits.length).toBeCloseTo(Math.exp(-1), 2);
});

test('following seeds do not repeat within a thousand presses', () => {
  const seen = new Set<number>();
  let seed = 1;
  for (let i = 0; i < 1000; i += 1) seen.add((seed = nextSeed(seed)));
  expect(seen.size).toBe(1000);
});
