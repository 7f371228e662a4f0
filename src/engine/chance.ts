/**
 * Keyed chance: a draw is a hash of (seed, stream, key) and nothing else.
 *
 * There is no generator whose state could be shifted by an extra draw, so two strategies on one seed
 * meet identical traffic, and a fork or a JSON round trip has nothing to carry over.
 */
import { ln } from './math.ts';

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A 32-bit number for a stream's name (FNV-1a, then mixed with the seed). */
export function streamSeed(seed: number, stream: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i += 1) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
  return mix(mix(hash) ^ mix(seed ^ 0x9e3779b9));
}

/** A number in [0, 1) with 53 bits, for a key that is a whole number from 0. */
export function draw(streamSeed: number, key: number): number {
  const low = key | 0;
  const high = (key / 4294967296) | 0;
  const first = mix(streamSeed ^ mix(low + Math.imul(high, 0x9e3779b1) + 0x7f4a7c15));
  const second = mix(first ^ Math.imul(streamSeed, 0x27d4eb2f) ^ Math.imul(low, 0x165667b1));
  return ((first >>> 5) * 67108864 + (second >>> 6)) / 2 ** 53;
}

/** A waiting time from a draw in [0, 1): exponential with that mean, in the mean's unit. */
export function exponential(draw: number, mean: number): number {
  return -mean * ln(1 - draw);
}

/** A new seed from two others, for "the next seed" buttons and many-seed runs. */
export function nextSeed(seed: number): number {
  return (mix(seed + 0x9e3779b9) >>> 0) % 1_000_000;
}
