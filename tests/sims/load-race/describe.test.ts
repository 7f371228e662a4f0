import { expect, test } from 'vitest';
import { plain, run } from './runs.ts';
import { timeLabel } from '../../../src/sims/load-race/time-label.ts';

function said(scenario: string, atMs: number, changed = {}): string {
  const { state, config, nowMs } = run(scenario, { changed }).at({ timeUs: atMs * 1000 });
  return plain.describe(state, config, nowMs);
}

test('says at the start what has changed and which load will take less', () => {
  expect(said('race', 0)).toBe(
    '5,000 of 10,000,000 rows have changed since last night. ' +
      'Merging one costs as much as copying it; with its part of what is fixed it takes 24.0 ms, against 1.8 ms in the full load. ' +
      'The incremental load takes far less than the full one: 2 min against 5 h. ' +
      'The full load begins. The incremental load begins.',
  );
});

test('says that an incremental load which gets ready has merged nothing yet', () => {
  expect(said('race', 60_000)).toContain('The incremental load is getting ready and has merged nothing yet.');
  expect(said('unindexed', 600_000)).toContain('There is no index on modified_at, so every row is read to find them.');
  expect(said('unindexed', 600_000)).toContain('The incremental load is reading the table and has merged nothing yet.');
});

test('says that the full load is done and how much the other still needs', () => {
  expect(said('third', 18_000_000)).toContain(
    'The incremental load takes much longer than the full one: 15 h 2 min against 5 h. The full load is done. ' +
      'The incremental load has merged 993,833 of 3,000,000 rows and needs 10 h 2 min more.',
  );
});

test('says after a backfill that every row has changed', () => {
  expect(said('raceBackfill', 0)).toMatch(
    /^A schema change touched every row, so that all 10,000,000 rows have changed\./,
  );
});

test('says where the break-even is only when it was found', () => {
  expect(said('raceDear', 3_600_000)).not.toContain('break-even');
  expect(said('raceDear', 3_600_000, { changedRows: 2_000_000 })).toContain('The break-even is at 1,987,667 rows.');
});

test('writes times as short as they can be read', () => {
  expect([0, 45, 60, 111, 120, 599.6, 1920, 3599, 18_000, 18_111, 54_111].map((s) => timeLabel(1000 * s))).toEqual([
    '0 s',
    '45 s',
    '1 min',
    '1 min 51 s',
    '2 min',
    '10 min',
    '32 min',
    '1 h',
    '5 h',
    '5 h 2 min',
    '15 h 2 min',
  ]);
});
