/** Random traces in whole seconds, close together, so that ties, late commits and retries are common. */
import type { Trace } from '../../src/bench/trace.ts';
import { made, type Made } from './made.ts';

/** Numbers below `most`, the same for the same seed (mulberry32). */
function dice(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** Up to nine transactions on a few orders, and two to four reads. An id is not used again once it is deleted. */
export function randomTrace(seed: number): Trace {
  const roll = dice(seed);
  const transactions: Made[] = [];
  /** When each order can be changed again: a second writer waits for the first one's lock. */
  const freeS = new Map<number, number>();
  for (let left = 3 + roll(7); left > 0; left -= 1) {
    const known = [...freeS.keys()];
    const isNew = known.length === 0 || roll(2) === 0;
    const id = isNew ? transactions.length + 1 : known[roll(known.length)]!;
    const startS = Math.max(roll(14), freeS.get(id) ?? 0);
    const commitS = startS + (roll(2) === 0 ? 0 : roll(6));
    const op = isNew ? 'c' : roll(3) === 0 ? 'd' : 'u';
    transactions.push({ op, id, startS, commitS });
    if (op === 'd') freeS.delete(id);
    else freeS.set(id, commitS);
  }
  let atS = 1;
  const reads = Array.from({ length: 2 + roll(3) }, () => ({ atS: (atS += 1 + roll(7)), dies: roll(4) === 0 }));
  return made(transactions, reads);
}
