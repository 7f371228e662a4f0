/** The queries alone: what each returns of the same rows. */
import { expect, test } from 'vitest';
import { draw, exponential, streamSeed } from '../../../src/engine/chance.ts';
import {
  read,
  type Asked,
  type Keyed,
  type Mark,
  type Strategy,
} from '../../../src/sims/incremental-ingestion/strategies.ts';

const fresh: Mark = { clockMs: 0, seenMs: 0, seenId: 0, tieId: 0, seenCount: 0, boundary: [], position: 0 };
const row = (id: number, modifiedAtMs: number, version = id): Keyed => ({ id, modifiedAtMs, version, deleted: false });
const asked = (strategy: Strategy, more: Partial<Asked> = {}): Asked => ({
  strategy,
  watermark: 'seen',
  marginMs: 0,
  nowMs: 1_000_000,
  mark: fresh,
  ...more,
});
const idsOf = (rows: readonly Keyed[], ask: Asked): number[] => read(rows, [], ask).rows.map(({ id }) => id);

/** Stamps 10, 20, 30, 40; the mark is at 20, of which row 2 was returned. */
const table = [row(1, 10), row(2, 20), row(3, 20), row(4, 30), row(5, 40)];
const mark: Mark = { clockMs: 20, seenMs: 20, seenId: 2, tieId: 2, seenCount: 1, boundary: [2], position: 0 };

test.each([
  ['full', [1, 2, 3, 4, 5]],
  ['id', [3, 4, 5]],
  ['modified-at', [4, 5]],
  ['soft-delete', [4, 5]],
  ['reconcile', [4, 5]],
  ['at-least', [2, 3, 4, 5]],
  ['dedupe', [3, 4, 5]],
  ['counted', [2, 3, 4, 5]],
  ['compound', [3]],
  ['lookback', [1, 2, 3, 4, 5]],
  ['delay', [4]],
  ['log', []],
] as const)(
  'of rows stamped 10, 20, 20, 30 and 40, at 45 with a mark of 20 and a margin of 15, %s returns %j',
  (strategy, ids) => {
    expect(idsOf(table, asked(strategy, { mark, marginMs: 15, nowMs: 45 }))).toEqual(ids);
  },
);

test('a count at the mark that has not changed makes Airbyte’s cursor ask for later stamps only', () => {
  expect(idsOf(table, asked('counted', { mark: { ...mark, seenCount: 2 } }))).toEqual([4, 5]);
});

test('the cursors of dlt, Airbyte and Kafka Connect go by stamps they have seen, whichever mark is chosen', () => {
  for (const strategy of ['dedupe', 'counted', 'compound'] as const) {
    const behind = { ...mark, clockMs: 35 };
    expect(idsOf(table, asked(strategy, { mark: behind, watermark: 'clock' }))).toContain(4);
  }
});

test('no mark goes back, whatever margin is asked for next', () => {
  const next = read(
    table,
    [],
    asked('delay', { watermark: 'clock', mark: { ...mark, clockMs: 30 }, nowMs: 45, marginMs: 40 }),
  ).next;
  expect(next).toMatchObject({ clockMs: 30, seenMs: 20 });
});

test('the log returns every version between, in commit order, and a tombstone for a delete', () => {
  const log = [row(1, 10, 1), row(1, 30, 3), row(2, 20, 2)].map((each) => ({ id: each.id, row: each }));
  const reading = read([], [...log, { id: 1, row: null }], asked('log', { mark: { ...fresh, position: 1 } }));
  expect(reading.rows.map(({ version }) => version)).toEqual([3, 2]);
  expect(reading).toMatchObject({ deleted: [1], next: { position: 4 } });
});

test('only a full copy and the list of ids can tell that a row is missing; a soft delete is a row like any other', () => {
  const softly = [...table, { ...row(6, 50), deleted: true }];
  for (const strategy of ['full', 'reconcile'] as const)
    expect(read(softly, [], asked(strategy)).keys).toEqual([1, 2, 3, 4, 5]);
  const reading = read(softly, [], asked('soft-delete', { mark }));
  expect(reading).toMatchObject({ keys: null, deleted: [6], next: { seenMs: 50 } });
  expect(reading.rows.map(({ id }) => id)).toEqual([4, 5]);
});

/** Rows at 50 a second for 4 s, stamped in whole seconds as the clock says them; a first sync somewhere in the third second, a second one at the end. */
function tied(strategy: Strategy, trial: number, trials: number): { lost: number; resent: number } {
  const seed = streamSeed(trial, 'ties');
  const rows: (Keyed & { atMs: number })[] = [];
  for (let atMs = 0, n = 0; ; n += 1) {
    atMs += exponential(draw(seed, n), 20);
    if (atMs >= 4000) break;
    rows.push({ ...row(n + 1, Math.floor(atMs / 1000) * 1000), atMs });
  }
  const firstMs = 2000 + (1000 * (trial + 0.5)) / trials;
  const ask = (atMs: number, mark: Mark) =>
    read(
      rows.filter((placed) => placed.atMs <= atMs),
      [],
      asked(strategy, { watermark: 'clock', nowMs: Math.floor(atMs / 1000) * 1000, mark }),
    );
  const first = ask(firstMs, { ...fresh, clockMs: -1, seenMs: -1 });
  const second = ask(9000, first.next);
  const returned = [...first.rows, ...second.rows].map(({ id }) => id);
  return { lost: rows.length - new Set(returned).size, resent: returned.length - new Set(returned).size };
}

test('ties: with 50 rows a second and stamps of whole seconds, > loses 25 a sync, >= returns 25 again, and two cursors do neither', () => {
  const trials = 400;
  const mean = (strategy: Strategy, what: 'lost' | 'resent'): number =>
    Array.from({ length: trials }, (_, trial) => tied(strategy, trial, trials)[what]).reduce((sum, n) => sum + n, 0) /
    trials;
  // The phases are spread evenly, so what is left to chance is a count of 25 on average: 5 / sqrt(400) = 0.25, taken four times.
  expect(Math.abs(mean('modified-at', 'lost') - 25)).toBeLessThan(1);
  expect(Math.abs(mean('at-least', 'resent') - 25)).toBeLessThan(1);
  expect([mean('modified-at', 'resent'), mean('at-least', 'lost')]).toEqual([0, 0]);
  for (const strategy of ['dedupe', 'compound'] as const)
    expect([mean(strategy, 'lost'), mean(strategy, 'resent')]).toEqual([0, 0]);
});
