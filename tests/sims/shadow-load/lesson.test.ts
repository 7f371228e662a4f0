/** What the lesson's text types, since a formula takes plain numbers: it must be what the scenarios are set to. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { baseConfig, openRun } from '../../../src/engine/run.ts';
import type { Config } from '../../../src/sims/shadow-load/state.ts';
import { plain, run } from './runs.ts';
import nginx from './nginx-mirror.json' with { type: 'json' };

const lesson = readFileSync('content/lessons/01-dark-deployments/lesson.mdx', 'utf8');
const set = (scenario: string): Config => baseConfig(plain, openRun(plain, scenario)) as Config;
const calls = (formula: string): string[][] =>
  [...lesson.matchAll(new RegExp(`theory="${formula}\\(([^)]*)\\)"`, 'g'))].map(([, given]) =>
    given!.split(',').map((part) => part.trim()),
  );

test('the formulas of the rush are given its searches and what its database can do', () => {
  const { arrivalsPerSecond, databaseMs } = set('rush');
  const given = ['mirroredLoad', 'mirroredLiveResponseMs', 'criticalMirrorShare'].flatMap(calls);
  expect(given.length).toBeGreaterThanOrEqual(4);
  for (const [arrivals, served] of given)
    expect([arrivals, served]).toEqual([String(arrivalsPerSecond), String(1000 / databaseMs)]);
});

test('the formulas of the calls are given the times of the two versions', () => {
  const { v1Ms, v2Ms } = set('coupling');
  expect(calls('awaitBothMs')).toEqual([[String(v1Ms), String(v2Ms)]]);
  expect(calls('sequentialMs')).toEqual([[String(v1Ms), String(v2Ms)]]);
  expect(calls('detachedMs')).toEqual([[String(v1Ms)]]);
});

test('the formulas of the cache are given how often a query comes, of all, of 1 % and of 10 %', () => {
  const { arrivalsPerSecond, distinctQueries, cacheTtlS, mirrorShare } = set('cold-cache');
  const perKey = arrivalsPerSecond / distinctQueries;
  expect(calls('ttlHitShare')).toEqual(
    [perKey, perKey * mirrorShare, perKey * 0.1].map((rate) => [String(rate), String(cacheTtlS)]),
  );
});

test('what the text says of nginx is what was recorded', () => {
  const { keepAlive, freshConnectionPerRequest } = nginx.observedMs;
  const [least, most] = keepAlive.everyLaterRequest as [number, number];
  const grouped = (ms: number): string => String(ms).replace(/(?=\d{3}$)/, ',');
  for (const said of [
    `${keepAlive.firstRequest} ms`,
    `${grouped(least)} to ${grouped(most)} ms`,
    `(${freshConnectionPerRequest} ms)`,
  ])
    expect(lesson).toContain(said);
});

test('every setting the lesson offers for its longest labs stays within 20,000 events', () => {
  for (const [scenario, changed] of [
    ['cold-cache', { mirrorShare: 1 }],
    ['rush', { clients: 'one', databaseMs: 0, mirrorShare: 1 }],
    ['rush', { mirrorShare: 1, arrivalsPerSecond: 200 }],
  ] as const)
    expect(run(scenario, { changed }).events, `${scenario} ${JSON.stringify(changed)}`).toBeLessThanOrEqual(20_000);
});
