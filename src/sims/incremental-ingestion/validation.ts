/** What the queries, the recordings, the crashes and the costs were checked against. */
import { Outcomes } from '../../engine/outcomes.ts';
import { openRun } from '../../engine/run.ts';
import type { Values } from '../../engine/simulation.ts';
import { Timeline } from '../../engine/timeline.ts';
import type { Validation } from '../../engine/validation.ts';
import { simulation } from './index.ts';
import type { MeasureName } from './measure.ts';
import type { State } from './state.ts';
import { read, type Keyed, type Mark, type Strategy } from './strategies.ts';
import { breakEvenRows, lostShare, stalestSeconds } from './theory.ts';
import { lossByLookback, losses } from './validation-loss.ts';

const run = (scenario: string, changed: Values = {}): Timeline =>
  new Timeline(simulation, openRun(simulation, scenario, { changed })).finish();
const ended = (scenario: string, name: MeasureName, changed: Values = {}): number =>
  run(scenario, changed).end.measures[name] ?? NaN;

const SEEDS = 70;

/** The share lost in whole runs of ten syncs, on average. */
function meanLostShare(): number {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  const changed = { every: '15' };
  const outcomes = new Outcomes(simulation, openRun(simulation, 'traffic', { changed }), seeds);
  outcomes.runFor(Infinity);
  return outcomes.done.reduce((sum, { measures }) => sum + (measures['lostShare'] ?? NaN), 0) / SEEDS;
}

const plainRow = { decimals: 0, unit: '', tolerance: 0 } as const;

const recorded = {
  ...plainRow,
  source: 'recording of PostgreSQL 15.18: A begins, B begins and commits, sync, A commits, sync',
  how: 'the same transactions, to the millisecond',
};
const rowsOfSync = (sync: number, changed: Values = {}): number =>
  (run('recorded', changed).end.state as State).syncs[sync - 1]?.rows ?? NaN;

/** The published trace: rows and their days, step by step. What a query emits at the last step. */
const AIRBYTE = [[1, 1], [2], [2, 2, 3]] as const;

function emittedLast(strategy: Strategy): number {
  const table: Keyed[] = [];
  let mark: Mark = { clockMs: 0, seenMs: 0, seenId: 0, tieId: 0, seenCount: 0, boundary: [], position: 0 };
  let emitted = NaN;
  for (const days of AIRBYTE) {
    for (const modifiedAtMs of days) {
      const id = table.length + 1;
      table.push({ id, version: id, modifiedAtMs, deleted: false });
    }
    const reading = read(table, [], { strategy, watermark: 'seen', marginMs: 0, nowMs: 31, mark });
    emitted = reading.rows.length;
    mark = reading.next;
  }
  return emitted;
}

const airbyte = {
  ...plainRow,
  source: 'acceptance test of Airbyte’s JDBC sources, read in source',
  how: 'its six rows in three steps, read by the model’s queries',
};

/** Two rows are loaded when the pipeline dies between its last two steps. */
function crashRow(what: string, name: 'duplicates' | 'lost', expected: number, changed: Values): Validation {
  return {
    ...plainRow,
    what: `A crash between the last two steps, ${what}`,
    source: 'what is done and not yet noted is done again; what is noted and not yet done is never done',
    expected,
    how: 'a run with two rows in the sync that crashes, a retry and one more sync',
    measured: () => ended('trace-crash', name, changed),
  };
}

/** Where the line through two runs of the model, the day's changes and the whole table, meets a full load. */
function breakEven(mergeFactor: number): number {
  const [few, all] = ['eight-rows', 'backfill'].map((scenario) => {
    const { measures, state } = run(scenario, { mergeFactor }).at({ timeUs: 12_000_000 });
    return { seconds: measures['syncSeconds'] ?? NaN, rows: (state as State).books.lastRows ?? NaN };
  });
  const perRow = (all!.seconds - few!.seconds) / (all!.rows - few!.rows);
  return few!.rows + (ended('full', 'syncSeconds') - few!.seconds) / perRow;
}

function breakEvenRow(mergeFactor: number): Validation {
  return {
    what: `Changes at which both take the same time, a merged row ${mergeFactor} times as dear`,
    source: 'T = F + r k n with F = 111 s and r = 1.8 ms',
    expected: breakEvenRows(1e7, mergeFactor) / 1e6,
    unit: 'million',
    decimals: 3,
    tolerance: 0.0005,
    how: 'three runs: the day’s 5,000 changes, all rows, a full load',
    measured: () => breakEven(mergeFactor) / 1e6,
  };
}

function stalestRow(what: string, scenario: string, readDelayS: number): Validation {
  return {
    what,
    source: 'T + d',
    expected: stalestSeconds(60, readDelayS),
    unit: 's',
    decimals: 0,
    tolerance: 0.001,
    how: 'a run of three syncs, one every 60 s',
    measured: () => ended(scenario, 'stalestS'),
  };
}

/** Losses, ties, recordings, crashes, costs and freshness. */
export const validation: readonly Validation[] = [
  ...losses,
  {
    what: 'Lost in whole runs, a sync every 15 s, commits after 5 s',
    source: 'min(D, T) / T',
    expected: lostShare(5, 15),
    unit: 'share',
    decimals: 1,
    // Of 2,100 rows a third: a standard deviation of 1.0 %, taken three times.
    tolerance: 0.031,
    how: `mean of ${SEEDS} seeds, ten syncs each`,
    measured: meanLostShare,
  },
  { ...recorded, what: 'Rows of the recording’s first sync', expected: 1, measured: () => rowsOfSync(1) },
  { ...recorded, what: 'Rows of its second sync, when A can be seen', expected: 0, measured: () => rowsOfSync(2) },
  {
    ...recorded,
    what: 'Rows of its second sync with a lookback of 5 s',
    expected: 2,
    measured: () => rowsOfSync(2, { strategy: 'lookback', marginS: 5 }),
  },
  {
    ...airbyte,
    what: 'Rows emitted where the count at the cursor changed',
    expected: 4,
    measured: () => emittedLast('counted'),
  },
  { ...airbyte, what: 'Rows emitted there by >', expected: 1, measured: () => emittedLast('modified-at') },
  crashRow('load first, append: duplicates', 'duplicates', 2, { load: 'append', checkpoint: 'after' }),
  crashRow('load first, merge: duplicates', 'duplicates', 0, { load: 'merge', checkpoint: 'after' }),
  crashRow('checkpoint first: lost', 'lost', 2, { load: 'merge', checkpoint: 'before' }),
  crashRow('one transaction: duplicates', 'duplicates', 0, { load: 'append', checkpoint: 'together' }),
  crashRow('one transaction: lost', 'lost', 0, { load: 'append', checkpoint: 'together' }),
  ...[1, 5, 10, 20].map(breakEvenRow),
  stalestRow('The warehouse is behind by at most, with a lookback of 8 s', 'lookback', 0),
  stalestRow('The warehouse is behind by at most, with a read delay of 8 s', 'delay', 8),
];

/** The chart below the rows; the page finds it by this name. */
export const curves = lossByLookback;
