/** The learner's two statements over all traces: which rows go wrong in which, in words. */
import { formatNumber } from '../engine/format-number.ts';
import { isRight, judge, type Faults } from './judging.ts';
import type { Job, Outcome } from './playing.ts';
import type { Statements } from './statements.ts';
import type { Problem } from './syncing.ts';
import type { Cell, Trace } from './trace.ts';

export interface Grade {
  trace: Trace;
  faults: Faults | null;
  /** Why the statements did not run to the end of the trace; null where they did. */
  problem: (Problem & { sync: number }) | null;
  /** Every sync copies the whole table. */
  readsAll: boolean;
}

/** Plays the whole of a trace with the same two statements at every sync. */
export async function gradeTrace(
  trace: Trace,
  statements: Statements,
  play: (job: Job) => Promise<Outcome>,
): Promise<Grade> {
  const outcome = await play({ trace, used: trace.reads.map(() => statements) });
  if ('problem' in outcome)
    return { trace, faults: null, problem: { ...outcome.problem, sync: outcome.sync }, readsAll: false };
  const { later, fails, readsAll } = outcome.played;
  const problem = fails && { ...fails, sync: trace.reads.length + 1 };
  const faults = later && judge(later, trace.reads.at(-1)?.orders ?? []);
  return { trace, faults, problem, readsAll };
}

export function passes({ faults }: Grade): boolean {
  return faults !== null && isRight(faults);
}

/** The failing trace in which least happens: the one to step through first. */
export function smallestFailing(grades: readonly Grade[]): Grade | null {
  const failing = grades.filter((grade) => !passes(grade));
  return failing.reduce<Grade | null>(
    (best, grade) => (best === null || grade.trace.bars.length < best.trace.bars.length ? grade : best),
    null,
  );
}

/** What stopped the statements in all of them alike: it lies in the statements, and is no story's fault. */
export function problemOfAll(grades: readonly Grade[]): Problem | null {
  const first = grades[0]?.problem ?? null;
  const isOfAll = grades.every(
    ({ problem }) =>
      problem?.part === first?.part && problem?.plain === first?.plain && problem?.message === first?.message,
  );
  return isOfAll ? first : null;
}

/** What went wrong in one trace, or that nothing did. */
export function sayGrade({ faults, problem, trace }: Grade): string {
  if (faults !== null) return sayFaults(faults) || 'Every row is right.';
  const { part, sync, plain } = problem!;
  const when = sync > trace.reads.length ? 'the sync of the next day' : `sync ${sync}`;
  return `The ${part} of ${when} fails. ${plain}`;
}

/** "Order 42 is lost. Order 7 is a ghost."; '' where nothing is wrong. */
export function sayFaults({ lost, duplicated, stale, ghosts }: Faults): string {
  return [
    sayIds(lost, 'is lost', 'are lost'),
    sayIds(duplicated, 'is there more than once', 'are there more than once'),
    sayIds(stale, 'is out of date', 'are out of date'),
    sayIds(ghosts, 'is a ghost', 'are ghosts'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The whole in a sentence or two. With fewer grades than stories, the last of them put an end to the grading. */
export function sayGrades(grades: readonly Grade[], stories: number): string {
  const last = grades.at(-1);
  if (last && grades.length < stories) return `The grading ended at “${last.trace.title}”. ${sayGrade(last)}`;
  // Why is said once, beside this.
  if (problemOfAll(grades)) return `0 of ${stories} stories pass.`;
  const wrong = grades.filter((grade) => !passes(grade));
  if (wrong.length === 0) {
    const every = `All ${grades.length} stories pass: no row is lost, duplicated, stale or a ghost.`;
    return grades.every(({ readsAll }) => readsAll)
      ? `${every} Every sync copies the whole table, so this is a full load. Can you do it with what changed?`
      : every;
  }
  const first = smallestFailing(grades)!;
  return `${grades.length - wrong.length} of ${grades.length} stories pass. The smallest that fails is “${first.trace.title}”. ${sayGrade(first)}`;
}

/** "Orders 17 and 42 are lost." */
function sayIds(ids: readonly Cell[], one: string, many: string): string {
  if (ids.length === 0) return '';
  const named = ids.slice(0, 5).map(sayId);
  if (ids.length > 5) named.push(`${ids.length - 5} more`);
  return named.length === 1
    ? `Order ${named[0]} ${one}.`
    : `Orders ${named.slice(0, -1).join(', ')} and ${named.at(-1)} ${many}.`;
}

/** An id as it is written for readers. */
export function sayId(id: Cell): string {
  return typeof id === 'number' ? formatNumber(id, '', 0) : id === null ? 'without id' : `“${id}”`;
}
