import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../src/engine/event-queue.ts';

test('gives events back by time, and those of one microsecond in the order they were scheduled', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 300 }), fc.nat({ max: 50 }), (times, taken) => {
      const queue = new EventQueue<number>();
      times.forEach((timeUs, sequence) => queue.add(timeUs, sequence, sequence));
      const order = times.map((_, sequence) => sequence).sort((a, b) => times[a]! - times[b]! || a - b);
      const early = Math.min(taken, times.length);
      expect(Array.from({ length: early }, () => queue.take())).toEqual(order.slice(0, early));
      const later = new EventQueue<number>();
      for (const [timeUs, sequence, event] of queue.list()) later.add(timeUs, sequence, event);
      expect(Array.from({ length: later.size }, () => later.take())).toEqual(order.slice(early));
      expect(later.nextUs).toBe(Infinity);
    }),
    { seed: 1, numRuns: 500 },
  );
});
