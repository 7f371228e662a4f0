/** Where two runs part, found once for each pair. */
import { firstDifference, type Difference } from '../../engine/difference.ts';
import type { Timeline } from '../../engine/timeline.ts';

const found = new WeakMap<Timeline, WeakMap<Timeline, Difference | null>>();

/** The first difference of two runs. Plays both to their ends. */
export function partingOf(a: Timeline, b: Timeline): Difference | null {
  const known = found.get(a) ?? new WeakMap<Timeline, Difference | null>();
  found.set(a, known);
  if (!known.has(b)) known.set(b, firstDifference(a, b));
  return known.get(b)!;
}

/** Whether telling where they part tells nothing that has not been seen. Asks nothing of a run that is not yet known whole. */
export function isPartingSeen(a: Timeline, b: Timeline, seenUs: number): boolean {
  return a.whole && b.whole && (partingOf(a, b)?.at.timeUs ?? a.untilUs) <= seenUs;
}
