/** Against what was recorded on nginx with its mirror module. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facts, run } from './runs.ts';

const recorded = JSON.parse(readFileSync(new URL('nginx-mirror.json', import.meta.url), 'utf8')) as {
  observedMs: {
    keepAlive: { firstRequest: number; everyLaterRequest: [number, number] };
    freshConnectionPerRequest: number;
  };
};
/** What nginx, two backends and a client themselves take, which the model leaves out. */
const OVERHEAD_MS = 4;
const { keepAlive, freshConnectionPerRequest } = recorded.observedMs;

const tookMs = (shadowCall: string): number[] =>
  facts(run('fire-and-forget', { changed: { shadowCall } }), 'answered').map(({ tookUs }) => tookUs / 1000);

function isAsRecorded(ms: number, [least, most]: readonly [number, number]): void {
  expect(ms).toBeLessThanOrEqual(most);
  expect(ms).toBeGreaterThanOrEqual(least - OVERHEAD_MS);
}

test('as recorded on nginx: the first request on a kept-alive connection is answered as if there were no mirror', () => {
  isAsRecorded(tookMs('keepAlive')[0]!, [keepAlive.firstRequest, keepAlive.firstRequest]);
});

test('as recorded on nginx: every later request on it waits for the mirrored backend, a second', () => {
  const [, ...later] = tookMs('keepAlive');
  expect(later.length).toBeGreaterThan(7);
  for (const ms of later) isAsRecorded(ms, keepAlive.everyLaterRequest);
});

test('as recorded on nginx: with a new connection for each request nobody waits for the mirror', () => {
  const each = tookMs('detached');
  expect(each.length).toBeGreaterThan(400);
  for (const ms of each) isAsRecorded(ms, [freshConnectionPerRequest, freshConnectionPerRequest]);
});

test('what the client waits for is the copy of the request before', () => {
  const timeline = run('fire-and-forget');
  const done = [...facts(timeline, 'firstCopyDone'), ...facts(timeline, 'copyDone')];
  for (const { request, atMs, waitedUs } of facts(timeline, 'waitedForCopy')) {
    expect(done.find((copy) => copy.request === request - 1)!.atMs).toBe(atMs);
    expect(waitedUs).toBe(980_000);
  }
});
