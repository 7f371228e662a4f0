/**
 * What this model was checked against. Each run here is short enough for every build; the tests beside it
 * make the runs of the queues ten times as long, with tolerances as much narrower as that allows.
 */
import type { Validation } from '../../engine/validation.ts';
import { allJobsMs, longRun, usersMs } from './long-run.ts';
import { scenarios } from './scenarios.ts';
import type { Config, State } from './state.ts';
import { awaitBothMs, detachedMs, mirroredLiveResponseMs, mirroredResponseMs } from './theory.ts';
import { mm1ResponseMs, mmcWaitMs, sequentialMs, ttlHitShare } from './theory.ts';

/** Half of what one database server can do comes from users: 40 of 100 requests a second. */
const queue: Partial<Config> = { arrivalsPerSecond: 40 };
const queueRun = 'mean of 20,000 requests, 40 a second at one server that can do 100';

const queues: readonly Validation[] = [
  {
    what: 'Response time, no copies',
    source: 'M/M/1 (Kleinrock 1975): 1 / (μ − λ)',
    expected: mm1ResponseMs(40, 100),
    unit: 'ms',
    decimals: 1,
    // Standard deviation over seeds 0.21.
    tolerance: 0.7,
    how: queueRun,
    measured: () => usersMs(longRun(queue, 500)),
  },
  {
    what: 'Response time, every request copied',
    source: 'batch queue M[X]/M/1 (Gross & Harris), a live request served before its copy: (L + 1) / μ',
    expected: mirroredLiveResponseMs(40, 100, 1),
    unit: 'ms',
    decimals: 1,
    // Standard deviation over seeds 3.9: the line of a batch queue forgets slowly.
    tolerance: 12,
    how: queueRun,
    measured: () => usersMs(longRun({ ...queue, mirrorShare: 1 }, 500)),
  },
  {
    what: 'Time of all look-ups, live and copies',
    source: 'batch queue M[X]/M/1 (Gross & Harris): L / (λ (1 + s))',
    expected: mirroredResponseMs(40, 100, 1),
    unit: 'ms',
    decimals: 1,
    // Standard deviation over seeds 3.9: the line of a batch queue forgets slowly.
    tolerance: 12,
    how: queueRun,
    measured: () => allJobsMs(longRun({ ...queue, mirrorShare: 1 }, 500)),
  },
  {
    what: 'Response time, copies put off by 10 s on average',
    source: 'M/M/1 at twice the rate, since the copies now come at random',
    expected: mm1ResponseMs(80, 100),
    unit: 'ms',
    decimals: 1,
    // Standard deviation over seeds 2.4; pairs are not wholly apart at 10 s, which adds about 0.5.
    tolerance: 8,
    how: queueRun,
    measured: () => usersMs(longRun({ ...queue, mirrorShare: 1, copyDelayMs: 10_000 }, 500)),
  },
  {
    what: 'Time in line before two servers',
    source: 'M/M/2, Erlang C (1917): C(2, 1) = 1/3, and C / (2μ − λ)',
    expected: mmcWaitMs(100, 100, 2),
    unit: 'ms',
    decimals: 2,
    // Standard deviation over seeds 0.18.
    tolerance: 0.55,
    how: 'mean of 20,000 requests, 100 a second at two servers that can do 100 each',
    measured: () => usersMs(longRun({ arrivalsPerSecond: 100, databaseServers: 2 }, 200)) - 10,
  },
];

const { coupling, 'cold-cache': coldCache, 'fire-and-forget': fireAndForget } = scenarios;

function couplingRow(what: string, shadowCall: Config['shadowCall'], formula: string, expected: number): Validation {
  return {
    what: `Response time, ${what}`,
    source: `mean of exponential times of 50 and 100 ms: ${formula}`,
    expected,
    unit: 'ms',
    decimals: 1,
    // Standard deviations over seeds of 0.30, 0.38 and 0.45.
    tolerance: 1.4,
    how: 'mean of 20,000 requests, all of them copied, no database',
    measured: () => usersMs(longRun({ ...coupling.config, arrivalsPerSecond: 100, shadowCall }, 200)),
  };
}

/** A cache that begins empty misses a little more than in the long run; `tolerance` is that and three standard deviations. */
function cacheRow(perKey: string, arrivalsPerSecond: number, distinctQueries: number, tolerance: number): Validation {
  const hitShare = ({ hits, misses }: State): number => hits.v1 / (hits.v1 + misses.v1);
  return {
    what: `Found in a cache of 60 s, ${perKey} for each key`,
    source: 'renewal: rT hits for each load, rT / (1 + rT)',
    expected: ttlHitShare(arrivalsPerSecond / distinctQueries, 60),
    unit: 'share',
    decimals: 1,
    tolerance,
    how: `share of 15,000 requests for ${distinctQueries} keys`,
    measured: () =>
      hitShare(longRun({ ...coldCache.config, arrivalsPerSecond, distinctQueries }, 15_000 / arrivalsPerSecond)),
  };
}

function recordedRow(what: string, recordedMs: number, shadowCall: Config['shadowCall'], request: number): Validation {
  return {
    what,
    source: 'recording of nginx 1.22.1, ngx_http_mirror_module',
    expected: recordedMs,
    unit: 'ms',
    decimals: 0,
    tolerance: 4,
    how: 'old backend 20 ms, mirrored backend 1,000 ms, one client; nginx itself takes 2 to 4 ms, which the model leaves out',
    measured: () => longRun({ ...fireAndForget.config, shadowCall }, 5).recent[request]!.tookUs / 1000,
  };
}

/** Queues, calls, caches, and the recording. */
export const validation: readonly Validation[] = [
  ...queues,
  couplingRow('detached', 'detached', 'v1 alone', detachedMs(50)),
  couplingRow('await both', 'awaitBoth', 'a + b − 1 / (1/a + 1/b)', awaitBothMs(50, 100)),
  couplingRow('one after the other', 'sequential', 'a + b', sequentialMs(50, 100)),
  cacheRow('1 a second', 10, 10, 0.0015),
  cacheRow('1 in 10 s', 10, 100, 0.006),
  cacheRow('1 in 100 s', 1, 100, 0.014),
  recordedRow('First request on a connection', 23, 'keepAlive', 0),
  recordedRow('Every later request on it', 1003, 'keepAlive', 3),
  recordedRow('A new connection for each request', 22, 'detached', 3),
];
