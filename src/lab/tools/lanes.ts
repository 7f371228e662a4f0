/** The futures of a run as lanes below its timeline, and in words what was done in each. */
import type { AnySimulation } from '../../engine/fields.ts';
import type { Values } from '../../engine/simulation.ts';
import { sayFields, sayInput } from '../../engine/words.ts';
import type { Future } from '../futures.ts';

export interface Lane {
  future: Future;
  /** The future it grew out of, if that is still there. */
  parent: Future | null;
  /** What was done in it and not in the one it grew out of. */
  did: string;
  /** In per cent of the axis: where it parts, how far it was seen, and where the learner acted since. */
  from: number;
  seen: number;
  flags: readonly number[];
  /** Where a parting runs through it, to the lane above, to the one below, or both. */
  joints: readonly { x: number; up: boolean; down: boolean }[];
}

/** `first` are the fields that were changed when the lab was first shown; `label` writes a time for people. */
export function lanesOf(
  simulation: AnySimulation,
  futures: readonly Future[],
  first: Values,
  label: (timeUs: number) => string,
): Lane[] {
  const order = futures.map(({ letter }) => letter);
  return futures.map((future, row) => {
    const { run, timeline, parted, reached } = future;
    const share = (timeUs: number): number => (timeUs / timeline.untilUs) * 100;
    const parent = futures.find(({ letter }) => letter === future.from) ?? null;
    // Where the one it grew out of was let go, its past has no other lane.
    const fromUs = parent ? (parted?.timeUs ?? 0) : 0;
    return {
      future,
      parent,
      did: sayDone(simulation, future, parent?.run.changed ?? first, label),
      from: share(fromUs),
      seen: share(reached.timeUs),
      flags: run.inputs.slice(parent ? future.shared : 0).map(({ at }) => share(at.timeUs)),
      joints: futures.flatMap((each, i) => {
        const [above, below] = [i, order.indexOf(each.from ?? '')].sort((a, b) => a - b) as [number, number];
        const isHere = above >= 0 && row >= above && row <= below;
        return isHere ? [{ x: share(each.parted?.timeUs ?? 0), up: row > above, down: row < below }] : [];
      }),
    };
  });
}

/** "Policy: trust the building, at 40 ms, and 2 more" */
function sayDone(
  simulation: AnySimulation,
  { run, shared }: Future,
  before: Values,
  label: (timeUs: number) => string,
): string {
  const changed = Object.entries(run.changed).filter(([name, value]) => before[name] !== value);
  const [act, ...more] = run.inputs.slice(shared);
  const parts = [
    sayFields(simulation, Object.fromEntries(changed)),
    act ? `${sayInput(simulation, act.input)}, at ${label(act.at.timeUs)}` : '',
    more.length > 0 ? `and ${more.length} more` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'as first shown';
}
