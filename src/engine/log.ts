/** What happened, in order: facts with their moments, and the hash that says two logs are equal. */
import type { Moment, TypedFact } from './simulation.ts';

export interface LogEntry<Fact = TypedFact> {
  timeUs: number;
  /** How many events of that microsecond had been applied, the one that logged this included. */
  k: number;
  /** Logged by an act that waited for its whole microsecond, or after one within it, so its moment has no `k`. */
  settled?: true;
  fact: Fact;
}

/** The earliest moment at which the run shows what the entry tells, or what a snapshot holds. */
export function momentOf({ timeUs, k, settled }: { timeUs: number; k: number; settled?: boolean }): Moment {
  return settled ? { timeUs } : { timeUs, k };
}

/** Negative when `a` comes first. A moment without `k` comes after every event of its microsecond. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.timeUs - b.timeUs || rank(a) - rank(b);
}

function rank(moment: Moment): number {
  return moment.k ?? Number.MAX_SAFE_INTEGER;
}

/** 64 bits in hexadecimal over every entry's moment and fact (two FNV-1a hashes with different bases). */
export function logHash(log: readonly LogEntry<unknown>[]): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const { timeUs, k, fact } of log) {
    const line = `${timeUs}~${k} ${JSON.stringify(fact)}\n`;
    for (let i = 0; i < line.length; i += 1) {
      const code = line.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code ^ (first >>> 16), 0x01000193);
    }
  }
  return hex(first) + hex(second);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
