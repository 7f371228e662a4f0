import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../../src/sims/incremental-ingestion/orders.ts';

interface Row {
  tx: string;
  modifiedAtMs: number;
  committedMs: number;
}
interface Recorded {
  events: { atS: number; tx?: string; returns?: string[]; newWatermarkS?: number }[];
}

/** Read with the file's own words: begin, begin and commit, sync, commit, sync. */
const recording = JSON.parse(readFileSync(new URL('postgres-late-commit.json', import.meta.url), 'utf8')) as Recorded;
const [beginA, beginB, firstSync, commitA, secondSync] = recording.events.map(({ atS, ...event }) => ({
  atMs: Math.round(atS * 1000),
  ...event,
}));

const rows: Row[] = [
  { tx: 'A', modifiedAtMs: beginA!.atMs, committedMs: commitA!.atMs },
  { tx: 'B', modifiedAtMs: beginB!.atMs, committedMs: beginB!.atMs },
];
const visible = (atMs: number) => rows.filter(({ committedMs }) => committedMs <= atMs);
const names = (found: readonly Row[]) => found.map(({ tx }) => tx);

test('as recorded on PostgreSQL 15.18: the first sync returns B, because A has not committed', () => {
  const found = extract(visible(firstSync!.atMs), 0);
  expect(names(found)).toEqual(firstSync!.returns);
  expect(Math.max(...found.map(({ modifiedAtMs }) => modifiedAtMs))).toBe(Math.round(firstSync!.newWatermarkS! * 1000));
});

test('as recorded on PostgreSQL 15.18: the second sync returns nothing, although A can be seen by then', () => {
  const watermark = Math.round(firstSync!.newWatermarkS! * 1000);
  expect(names(visible(secondSync!.atMs))).toContain('A');
  expect(names(extract(visible(secondSync!.atMs), watermark))).toEqual(secondSync!.returns);
});

test('a wall-clock watermark loses A as well', () => {
  expect(names(extract(visible(secondSync!.atMs), firstSync!.atMs))).toEqual([]);
});

test('as in the acceptance test of Airbyte’s JDBC source: strictly greater emits f alone at the last step', () => {
  const cursor = JSON.parse(readFileSync(new URL('airbyte-cursor-trace.json', import.meta.url), 'utf8')) as {
    steps: { rowsAdded: [string, string][]; state: { cursor: string } }[];
    contrast: { strictGreaterEmitsLast: string[] };
  };
  const day = (cursorText: string) => Number(cursorText.slice(3));
  const table = cursor.steps.flatMap(({ rowsAdded }) => rowsAdded.map(([id, at]) => ({ id, modifiedAtMs: day(at) })));
  const before = day(cursor.steps.at(-2)!.state.cursor);
  expect(extract(table, before).map(({ id }) => id)).toEqual(cursor.contrast.strictGreaterEmitsLast);
});
