import { expect, test } from 'vitest';
import { plain } from './runs.ts';
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import { timeLabel } from '../../../src/sims/shadow-load/time-label.ts';

function said(scenario: string, atMs: number, options: RunOptions = {}): string {
  const { state, config, nowMs } = new Timeline(plain, openRun(plain, scenario, options)).at({ timeUs: atMs * 1000 });
  return plain.describe(state, config, nowMs);
}

test('before the first user says who answers, and that nothing waits', () => {
  expect(said('rush', 0)).toBe(
    'v1 answers the users. No request is copied to v2. ' +
      'The database that v1 and v2 share keeps up: it is 0 % busy, and nothing waits in line. No user has been answered yet.',
  );
});

test('in the rush says that the database has no time left, who waits, and what users feel of it', () => {
  const sentence = said('rush-mirrored', 20_000);
  expect(sentence).toMatch(/Every request is copied to v2, and its [\d,]+ answers went to nobody\./);
  expect(sentence).toMatch(/has no time left: it is 100 % busy, and 399 look-ups wait in line, 200 of them copies\./);
  expect(sentence).toMatch(/of the last 200, half took at most 3,264 ms and 99 of 100 at most 3,520 ms\.$/);
});

test('what still waits at v2’s own database is told after copies go to the shared one again', () => {
  const own = [
    { at: { timeUs: 0 }, input: { set: 'v2Database', value: 'own' } },
    { at: { timeUs: 10_000_000 }, input: { set: 'v2Database', value: 'shared' } },
  ];
  const sentence = said('rush-mirrored', 10_000, { changed: { arrivalsPerSecond: 150 }, inputs: own });
  expect(sentence).toContain('The database that v1 and v2 share');
  expect(sentence).toMatch(/At v2’s own database \d+ look-ups wait in line, all of them copies\./);
});

test('with a database of its own says so, and of which line it speaks', () => {
  const sentence = said('rush-mirrored', 20_000, { changed: { v2Database: 'own' } });
  expect(sentence).toContain('v1’s database keeps up');
  expect(sentence).toContain('At v2’s own database');
});

test('on one connection says that the next request is sent and not read', () => {
  expect(said('fire-and-forget', 500)).toContain(
    'The client’s next request has been sent and is not read yet: the connection is kept open for the copy.',
  );
});

test('says whose answers wait for v2', () => {
  expect(said('coupling', 15_000, { changed: { shadowCall: 'sequential' } })).toMatch(
    /\d answers? of v1 (is|are) ready and waits? for v2\./,
  );
});

test('tells of caches and receipts only where there are any', () => {
  expect(said('rush', 10_000)).not.toMatch(/cache|receipt/);
  expect(said('cold-cache', 600_000)).toContain('v1’s cache had 98 % of what it was asked, v2’s 38 %.');
  expect(said('receipts', 10_000)).toMatch(/28 receipts sent; 14 customers got two for one order\.$/);
});

test('writes times as short as they can be read', () => {
  expect([0, 2.5, 9.97, 40, 999.6, 3250, 20_000, 59_999, 60_000, 725_000].map(timeLabel)).toEqual([
    '0 ms',
    '2.5 ms',
    '10 ms',
    '40 ms',
    '1.00 s',
    '3.25 s',
    '20 s',
    '1 min',
    '1 min',
    '12 min 5 s',
  ]);
});
