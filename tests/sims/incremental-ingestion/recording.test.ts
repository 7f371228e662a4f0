/** Both recordings, replayed row for row by the model's own runs and queries. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, type Keyed, type Mark, type Strategy } from '../../../src/sims/incremental-ingestion/strategies.ts';
import type { Config } from '../../../src/sims/incremental-ingestion/state.ts';
import { act, facts, remove, run, stateOf, sync, update } from './runs.ts';

const fileOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

interface Recorded {
  events: { atS: number; tx?: string; returns?: string[]; newWatermarkS?: number }[];
  alsoObserved: { lookback5s: string[]; logicalDecodingCommitOrder: number[] };
}
const recording = fileOf('postgres-late-commit.json') as Recorded;
/** With the file's own words: begin, begin and commit, sync, commit, sync. */
const [beginA, beginB, firstSync, commitA, secondSync] = recording.events;
/** Order 1 is A's and order 2 is B's; a run begins at second 20. */
const TX = ['', 'A', 'B'];
const seconds = (ms: number): number => (Math.round(ms) + 20_000) / 1000;

const recorded = (changed: Partial<Config> = {}) => run('recorded', { changed });
/** What each sync returned, by the names of the transactions. */
function returned(changed: Partial<Config> = {}, ...moments: number[]): string[][] {
  const timeline = recorded(changed);
  return (moments.length > 0 ? moments : [8900, 11_000]).map((ms) =>
    stateOf(timeline, ms)
      .state.sync.delta.map(({ id }) => TX[id]!)
      .sort(),
  );
}

test('the run has the recording’s transactions, to the millisecond', () => {
  const { transactions } = stateOf(recorded()).state;
  expect(transactions.map(({ startedMs }) => seconds(startedMs))).toEqual([beginA!.atS, beginB!.atS]);
  expect(transactions.map(({ committedMs }) => seconds(committedMs!))).toEqual([commitA!.atS, beginB!.atS]);
  expect(stateOf(recorded()).state.syncs.map(({ startedMs }) => seconds(startedMs))).toEqual([
    firstSync!.atS,
    secondSync!.atS,
  ]);
});

test('as recorded on PostgreSQL 15.18: the first sync returns B, and the second nothing, although A can be seen by then', () => {
  expect(returned()).toEqual([firstSync!.returns, secondSync!.returns]);
  const [first] = facts(recorded(), 'synced');
  expect(seconds(first!.nextMs - 20_000)).toBe(firstSync!.newWatermarkS);
  expect(recorded().end.measures).toMatchObject({ sourceRows: 2, warehouseRows: 1, lost: 1 });
});

test('as also observed: >= does not return A, and an id cursor does not, because 1 is below 2', () => {
  expect(returned({ strategy: 'at-least' })[1]).not.toContain('A');
  expect(returned({ strategy: 'id' })).toEqual([['B'], []]);
});

test('as also observed: a lookback of 5 s returns both', () => {
  expect(returned({ strategy: 'lookback', marginS: 5 })[1]).toEqual(recording.alsoObserved.lookback5s);
});

test('as also observed: the log has B’s commit before A’s', () => {
  const order = stateOf(recorded()).state.log.map(({ id }) => 726 + id);
  expect(order).toEqual(recording.alsoObserved.logicalDecodingCommitOrder);
  expect(recorded({ strategy: 'log' }).end.measures).toMatchObject({ lost: 0, warehouseRows: 2 });
});

test('as also observed: an update that leaves modified_at alone, and a hard delete, are in the log and in no cursor', () => {
  for (const change of [{ ...update, touch: 'no' as const }, remove]) {
    const inputs = [act(12, sync), act(12.5, change), act(13, sync)];
    const [plainRun, byLog] = ['modified-at', 'log'].map((strategy) =>
      stateOf(run('recorded', { inputs, changed: { strategy } })),
    );
    expect(plainRun!.state.syncs.at(-1)!.rows).toBe(0);
    expect(byLog!.state.syncs.at(-1)!.rows).toBe(1);
  }
});

test('a wall-clock mark loses A as well, and a read that stays 5 s behind does not', () => {
  expect(recorded({ watermark: 'clock' }).end.measures.lost).toBe(1);
  expect(recorded({ watermark: 'clock', strategy: 'delay', marginS: 5 }).end.measures.lost).toBe(0);
});

interface Cursor {
  steps: { rowsAdded: [string, string][]; emits: string[]; state: { cursor: string; recordCount: number } }[];
  contrast: { strictGreaterEmitsLast: string[] };
}

test('Airbyte’s JDBC source emits what its acceptance test says, step for step, with its saved state', () => {
  const { steps } = fileOf('airbyte-cursor-trace.json') as Cursor;
  const played = replay('counted');
  expect(played.map(({ emits }) => emits)).toEqual(steps.map(({ emits }) => emits));
  expect(played.map(({ next }) => ({ cursor: `01-0${next.seenMs}`, recordCount: next.seenCount }))).toEqual(
    steps.map(({ state }) => state),
  );
});

test('in the same trace > emits f alone at the last step and misses d and e; less what it has had, >= emits neither twice', () => {
  const { contrast } = fileOf('airbyte-cursor-trace.json') as Cursor;
  expect(replay('modified-at').at(-1)!.emits).toEqual(contrast.strictGreaterEmitsLast);
  expect(replay('dedupe').map(({ emits }) => emits)).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f']]);
});

/** The rows of the trace, added and read step by step; days of January are the stamps. */
function replay(strategy: Strategy): { emits: string[]; next: Mark }[] {
  const table: (Keyed & { name: string })[] = [];
  let mark: Mark = { clockMs: 0, seenMs: 0, seenId: 0, tieId: 0, seenCount: 0, boundary: [], position: 0 };
  return (fileOf('airbyte-cursor-trace.json') as Cursor).steps.map(({ rowsAdded }) => {
    for (const [name, day] of rowsAdded) {
      const id = table.length + 1;
      table.push({ id, version: id, name, modifiedAtMs: Number(day.slice(3)), deleted: false });
    }
    const { rows, next } = read(table, [], { strategy, watermark: 'seen', marginMs: 0, nowMs: 31, mark });
    mark = next;
    return { emits: rows.map(({ name }) => name), next };
  });
}
