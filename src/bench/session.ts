/** What a learner does at the bench, and what there is to see after it. Knows no page; what runs SQL is handed in. */
import { formatNumber } from '../engine/format-number.ts';
import { gradeTrace, passes, problemOfAll, sayFaults, sayGrades, type Grade } from './grading.ts';
import { judge } from './judging.ts';
import type { Job, Outcome, Played } from './playing.ts';
import { naive, type Part, type Statements } from './statements.ts';
import type { Problem } from './syncing.ts';
import type { Trace } from './trace.ts';

export interface View {
  trace: Trace;
  statements: Statements;
  /** Syncs done. */
  done: number;
  /** After them; null before SQLite has been asked for the first time. */
  played: Played | null;
  /** Why the last sync was not done; without a sync, why the last grading came to nothing in any story. */
  problem: (Problem & { sync: number | null }) | null;
  /** Of the last grading; `isOld` once the statements have changed since. */
  grades: readonly Grade[];
  isOld: boolean;
  /** Gradings that failed so far. */
  failed: number;
  busy: 'sync' | 'grade' | null;
  /** What the last act did. */
  said: string;
}

export interface SessionOptions {
  traces: readonly Trace[];
  /** The one it opens with. */
  first: Trace;
  statements: Statements;
  play: (job: Job) => Promise<Outcome>;
  /** Called after every change. */
  show: (view: View) => void;
  /** Called with what the learner has written. */
  keep: (statements: Statements) => void;
}

export class Session {
  view: View;
  private readonly options: SessionOptions;
  private used: readonly Statements[] = [];

  constructor(options: SessionOptions) {
    this.options = options;
    const { statements } = options;
    const trace = options.first;
    this.view = {
      trace,
      statements,
      done: 0,
      played: null,
      problem: null,
      grades: [],
      isOld: false,
      failed: 0,
      busy: null,
      said: '',
    };
  }

  /** What the learner types. */
  write(part: Part, sql: string): void {
    this.load({ ...this.view.statements, [part]: sql });
    this.options.keep(this.view.statements);
  }

  /** Other statements, which are not the learner's until they are changed. */
  load(statements: Statements): void {
    this.change({ statements, isOld: this.view.grades.length > 0 });
  }

  /** The statements a bench opens with. What the learner had written stays kept until it is written over. */
  reset(): void {
    this.load(naive);
    this.change({ said: 'The two statements are as they were at first.' });
  }

  /** Another trace, or the same from before its first sync. */
  choose(trace: Trace): void {
    this.used = [];
    this.change({ trace, done: 0, played: null, problem: null, said: '' });
  }

  /** The next sync of the trace; after the last, the first again. */
  async sync(): Promise<void> {
    const { trace, busy, statements, done } = this.view;
    if (busy) return;
    if (done === trace.reads.length) this.choose(trace);
    await this.show([...this.used, statements]);
  }

  /** The trace one sync earlier. */
  async back(): Promise<void> {
    if (this.view.busy || this.used.length === 0) return;
    if (this.used.length === 1) this.choose(this.view.trace);
    else await this.show(this.used.slice(0, -1));
  }

  private async show(used: readonly Statements[]): Promise<void> {
    const { trace } = this.view;
    this.change({ busy: 'sync', problem: null });
    const outcome = await this.play({ trace, used });
    this.change({ busy: null });
    // The learner may have gone to another trace meanwhile.
    if (this.view.trace !== trace) return;
    if ('problem' in outcome) {
      const { problem, sync } = outcome;
      this.change({
        problem: { ...problem, sync },
        said: `Sync ${sync} failed, and nothing was changed.`,
      });
      return;
    }
    this.used = used;
    this.change({ played: outcome.played, done: used.length, said: saySync(trace, used.length, outcome.played) });
  }

  /** Both statements over every trace. The one on the bench begins again: what it showed may be of other statements. */
  async grade(): Promise<void> {
    if (this.view.busy) return;
    const { statements, failed, trace: onBench } = this.view;
    const { traces } = this.options;
    this.choose(onBench);
    this.change({ busy: 'grade', grades: [], isOld: false });
    const grades: Grade[] = [];
    for (const trace of traces) {
      grades.push(await gradeTrace(trace, statements, (job) => this.play(job)));
      this.change({ grades: problemOfAll(grades) ? [] : [...grades] });
      // It would only be stopped once more in each of the others.
      if (grades.at(-1)?.problem?.ranTooLong) break;
    }
    const isWhole = grades.length === traces.length;
    const problem = isWhole ? problemOfAll(grades) : null;
    this.change({
      grades: problem ? [] : grades,
      // Another story may have been chosen meanwhile; this is about all of them.
      problem: problem && { ...problem, sync: null },
      failed: isWhole && grades.every(passes) ? failed : failed + 1,
      said: sayGrades(grades, traces.length),
      busy: null,
      isOld: this.view.statements !== statements,
    });
  }

  /** Without SQLite, which may fail to start again after it was stopped, a job ends in words as well. */
  private async play(job: Job): Promise<Outcome> {
    try {
      return await this.options.play(job);
    } catch {
      const plain = 'SQLite could not be started again. Load the page again: your statements are kept.';
      return { problem: { part: 'extract', message: '', plain }, sync: job.used.length };
    }
  }

  private change(changes: Partial<View>): void {
    this.view = { ...this.view, ...changes };
    this.options.show(this.view);
  }
}

/** What a sync that succeeded did, and what it left wrong. */
function saySync({ reads }: Trace, number: number, { delta, warehouse, later, fails }: Played): string {
  const read = reads[number - 1]!;
  const rows = delta?.rows.length ?? 0;
  const returned = rows === 0 ? 'nothing' : `${formatNumber(rows, '', 0)} ${rows === 1 ? 'row' : 'rows'}`;
  const ended = read.dies
    ? `Sync ${number} of ${reads.length} died: its rows are loaded, its checkpoint is not saved.`
    : `Sync ${number} of ${reads.length} succeeded.`;
  const wrong = sayFaults(judge(later ?? warehouse, read.orders));
  const next = fails ? ` The next sync would fail: ${fails.plain}` : '';
  return `${ended} The extract returned ${returned}. ${wrong || 'No row is wrong for good.'}${next}`;
}
