import { expect, test } from 'vitest';
import { merge } from '../../../src/sims/incremental-ingestion/merging.ts';

const row = (id: number, version: number, modifiedAtMs = version) => ({ id, version, modifiedAtMs, deleted: false });
const reading = (rows: ReturnType<typeof row>[], more = {}) => ({
  rows,
  keys: null,
  deleted: [],
  replaces: false,
  ...more,
});
const merging = { load: 'merge', newestWins: true } as const;
const appending = { load: 'append', newestWins: true } as const;
const warehouse = [row(1, 1), row(2, 2)];
const named = (rows: readonly { id: number; version: number }[]) => rows.map(({ id, version }) => `${id} v${version}`);

test('a reading merged twice is the same as merged once; appended twice it is there twice', () => {
  const delta = reading([row(2, 3), row(4, 4)]);
  const once = merge(warehouse, delta, merging);
  expect(named(once.warehouse)).toEqual(['1 v1', '2 v3', '4 v4']);
  expect(merge(once.warehouse, delta, merging)).toMatchObject({
    warehouse: once.warehouse,
    resent: 2,
    inserted: 0,
    updated: 0,
  });
  const twice = merge(merge(warehouse, delta, appending).warehouse, delta, appending);
  expect(named(twice.warehouse)).toEqual(['1 v1', '2 v2', '2 v3', '4 v4', '2 v3', '4 v4']);
  expect(twice.resent).toBe(2);
});

test('where the newest wins an older stamp is turned away, an equal one is not; where the last wins it replaces', () => {
  const held = [row(1, 5, 50)];
  expect(merge(held, reading([row(1, 6, 40)]), merging)).toMatchObject({ warehouse: held, outdated: 1 });
  expect(named(merge(held, reading([row(1, 6, 50)]), merging).warehouse)).toEqual(['1 v6']);
  expect(named(merge(held, reading([row(1, 6, 40)]), { load: 'merge', newestWins: false }).warehouse)).toEqual([
    '1 v6',
  ]);
});

test('what comes in commit order, or is the whole table, replaces whatever the stamps say', () => {
  const late = reading([row(1, 6, 40)], { replaces: true });
  expect(named(merge([row(1, 5, 50)], late, merging).warehouse)).toEqual(['1 v6']);
});

test('ids that are deleted or not in the list of all ids go; nothing else does, and an append takes nothing away', () => {
  expect(named(merge(warehouse, reading([], { deleted: [1] }), merging).warehouse)).toEqual(['2 v2']);
  expect(merge(warehouse, reading([], { keys: [2] }), merging)).toMatchObject({ deleted: 1 });
  expect(merge(warehouse, reading([], { keys: [2], deleted: [1] }), appending)).toMatchObject({
    warehouse,
    deleted: 0,
  });
});

test('a row placed and deleted between two readings of the log leaves nothing', () => {
  expect(merge(warehouse, reading([row(3, 3)], { deleted: [3], replaces: true }), merging).warehouse).toEqual(
    warehouse,
  );
});

test('a merge makes one row of several that appending has left, of the ids that come, and leaves the others alone', () => {
  const heap = [row(1, 1), row(1, 1), row(2, 2), row(2, 2)];
  expect(named(merge(heap, reading([row(1, 3)]), merging).warehouse)).toEqual(['1 v3', '2 v2', '2 v2']);
});
