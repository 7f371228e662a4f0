import { expect, test } from 'vitest';
import { calendarMs } from '../../../src/sims/incremental-ingestion/calendar.ts';
import { timeLabel } from '../../../src/sims/incremental-ingestion/time-label.ts';
import { run, stateOf } from './runs.ts';

test('the squeezed day never stands still and never goes back', () => {
  for (const scenario of ['one-bar', 'eight-rows', 'traffic', 'five-orders']) {
    const config = stateOf(run(scenario), 0).config;
    for (let ms = 1; ms < 40_000; ms += 1) expect(calendarMs(ms, config)).toBeGreaterThan(calendarMs(ms - 1, config));
  }
});

test('the axis of one order runs from 11:59:56 to the same time a day later', () => {
  const config = stateOf(run('one-bar'), 0).config;
  expect([0, 4000, 12_000, 15_000, 19_000].map((ms) => timeLabel(ms, config))).toEqual([
    '11:59:56',
    '12:00:00',
    '12:00:08',
    'next day 11:59',
    'next day 12:00',
  ]);
});

test('a trace begins at noon, and the replayed recording at its own second 20', () => {
  const label = (scenario: string) => timeLabel(0, stateOf(run(scenario), 0).config);
  expect([label('trace-plain'), label('recorded')]).toEqual(['12:00:00', '12:00:20']);
});
