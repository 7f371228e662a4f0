/**
 * The starting situations. Those of the rush share a seed, so that they meet the same users; seeds were
 * chosen for runs close to what theory expects.
 */
import type { Scenario } from '../../engine/simulation.ts';
import type { Config, Fact, Input } from './state.ts';

type LoadScenario = Scenario<Config, Input, Fact>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const rushSeed = 97;

const rush: LoadScenario = {
  title: 'The rush',
  config: {},
  inputs: [],
  seed: rushSeed,
  untilMs: 20 * SECOND,
  pace: SECOND,
  cues: [
    {
      id: 'everybody-waits',
      say: 'Nobody sees v2. Everybody waits for it.',
      onFact: (fact) => fact.type === 'lineReached' && fact.waiting === 50,
    },
    {
      id: 'line-empty',
      say: 'No more copies than there is time for, and the line is empty again.',
      onFact: (fact) => fact.type === 'lineCleared' && fact.peak >= 50,
    },
  ],
};

const rushMirrored: LoadScenario = {
  ...rush,
  title: 'The rush, every request copied',
  config: { mirrorShare: 1 },
};

const receipts: LoadScenario = {
  title: 'Orders, copied',
  config: { mirrorShare: 1, guarded: false, arrivalsPerSecond: 3, orderShare: 0.5 },
  inputs: [],
  seed: 10,
  untilMs: 10 * SECOND,
  pace: SECOND,
  cues: [
    {
      id: 'two-receipts',
      say: 'v2 did all that v1 does. The customer has two receipts.',
      onFact: (fact) => fact.type === 'receiptTwice',
    },
  ],
};

const coupling: LoadScenario = {
  title: 'Who waits for the copy?',
  config: { mirrorShare: 1, arrivalsPerSecond: 20, v1Ms: 50, v2Ms: 100, databaseMs: 0 },
  inputs: [],
  seed: 1,
  untilMs: 30 * SECOND,
  pace: SECOND,
  cues: [
    {
      id: 'first-copy',
      say: 'v2 is done. Did anybody wait for it?',
      onFact: (fact) => fact.type === 'firstCopyDone',
    },
  ],
};

/** As in the recording of nginx: an old backend of 20 ms, a mirrored one of 1,000 ms, one client. */
const fireAndForget: LoadScenario = {
  title: 'Fire and forget, on one connection',
  config: {
    mirrorShare: 1,
    shadowCall: 'keepAlive',
    clients: 'one',
    times: 'fixed',
    v1Ms: 20,
    v2Ms: 1000,
    databaseMs: 0,
  },
  inputs: [],
  seed: 1,
  untilMs: 10 * SECOND,
  pace: SECOND,
  cues: [
    {
      id: 'next-waits',
      say: 'The answer was quick. The next request waits for the copy of the last.',
      onFact: (fact) => fact.type === 'waitedForCopy',
    },
  ],
};

const coldCache: LoadScenario = {
  title: 'One copy in a hundred, and a cache each',
  config: {
    mirrorShare: 0.01,
    arrivalsPerSecond: 10,
    distinctQueries: 10,
    times: 'fixed',
    v1Ms: 5,
    v2Ms: 5,
    databaseMs: 15,
    databaseServers: 4,
    cacheTtlS: 60,
  },
  inputs: [],
  seed: 22,
  untilMs: 10 * MINUTE,
  pace: 24 * SECOND,
  cues: [
    {
      id: 'warm-and-cold',
      say: 'The same code and the same database. Which of the two caches is warm?',
      onFact: (fact) => fact.type === 'answersCounted' && fact.answered === 2000,
    },
  ],
};

/** By the names that lessons and links use. */
export const scenarios = {
  rush,
  'rush-mirrored': rushMirrored,
  receipts,
  coupling,
  'fire-and-forget': fireAndForget,
  'cold-cache': coldCache,
};
