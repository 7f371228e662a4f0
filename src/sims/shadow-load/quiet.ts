/** The state before anybody has come. */
import type { Config, State, Station } from './state.ts';

const idle: Station = { waiting: [], serving: [], busyMs: 0, countedMs: 0, past: [{ atMs: 0, busyMs: 0 }] };

/** Nobody has come, every server is idle and every cache empty. */
export function quiet(config: Config): State {
  const empty = Array.from({ length: config.cacheTtlS === 0 ? 0 : config.distinctQueries }, () => null);
  return {
    requests: 0,
    answered: 0,
    copies: 0,
    copiesDone: 0,
    underway: { live: 0, copies: 0 },
    databases: { shared: idle, own: idle },
    workMs: { live: 0, copies: 0 },
    awaitingCopy: [],
    earlyCopies: [],
    connectionHeld: false,
    unread: null,
    caches: { v1: empty, v2: empty },
    hits: { v1: 0, v2: 0 },
    misses: { v1: 0, v2: 0 },
    receipts: 0,
    receiptsTwice: 0,
    halfReceipted: [],
    silentCopies: [],
    customers: [],
    answeredUs: 0,
    copiesUs: 0,
    recent: [],
    recentCopiesUs: [],
    dots: [],
    dotEvery: 1,
    lineTold: 0,
    linePeak: 0,
  };
}
