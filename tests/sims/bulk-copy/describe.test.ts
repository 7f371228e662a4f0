import { expect, test } from 'vitest';
import { plain } from './runs.ts';
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import { timeLabel } from '../../../src/sims/bulk-copy/time-label.ts';

function said(scenario: string, atMs: number, options: RunOptions = {}): string {
  const { state, config, nowMs } = new Timeline(plain, openRun(plain, scenario, options)).at({ timeUs: atMs * 1000 });
  return plain.describe(state, config, nowMs);
}

test('says at the start what is copied, which way, and that the pipe is nearly empty', () => {
  expect(said('file', 0)).toBe(
    'Alice copies 5 MB to Bob through the firewall at headquarters and back; a round trip takes 50 ms. ' +
      'The pipe is nearly empty: 10 segments on the way, 2 % of what fits at 100 Mb/s. ' +
      'Each round trip without a loss doubles it. None of it has arrived yet; the rate now is 2.3 Mb/s.',
  );
});

test('says that the window is what holds the copy back, and that the WAN is used out and back', () => {
  expect(said('file', 2000)).toBe(
    'Alice copies 5 MB to Bob through the firewall at headquarters and back; a round trip takes 50 ms. ' +
      'The pipe is nearly empty: 44 segments on the way, 10 % of what fits at 100 Mb/s. ' +
      'Bob’s computer allows no more: its window is 64 KB. ' +
      '2.48 MB have arrived in 40 round trips; the rate now is 10.3 Mb/s. ' +
      'The building’s WAN link carried 4.96 MB, since it is used out and back.',
  );
});

test('says when it is done how long it took, and across the building that nothing left it', () => {
  expect(said('fileDirect', 50)).toBe(
    'Alice copies 5 MB to Bob across the building; a round trip takes 0.5 ms. ' +
      'Bob has the whole file after 41.1 ms, 80 round trips, at 974.1 Mb/s on average. None of it leaves the building.',
  );
});

test('tells of losses only where there are any', () => {
  expect(said('file', 4000)).not.toContain('lost');
  expect(said('fileLossy', 20_000)).toContain('5 segments got lost, and what may be on the way was halved 5 times.');
});

test('writes times as short as they can be read', () => {
  expect([0, 0.5, 41.06, 50, 99.96, 150, 999.6, 4000].map(timeLabel)).toEqual([
    '0 ms',
    '0.5 ms',
    '41.1 ms',
    '50 ms',
    '100 ms',
    '150 ms',
    '1.00 s',
    '4.00 s',
  ]);
});
