/** The numbers beside the picture, derived from the state. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import { busyShare } from './database.ts';
import type { Config, MeasureName, State } from './state.ts';

/** What can be read beside the picture, asked for in claims and drawn as charts. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  requests: { label: 'Requests', unit: '', decimals: 0, better: null },
  answered: { label: 'Users answered', unit: '', decimals: 0, better: 'more' },
  copies: { label: 'Requests copied to v2', unit: '', decimals: 0, better: null },
  p50Ms: { label: 'Response time, p50', unit: 'ms', decimals: 0, better: 'less' },
  p99Ms: { label: 'Response time, p99', unit: 'ms', decimals: 0, better: 'less' },
  meanMs: { label: 'Response time, mean', unit: 'ms', decimals: 0, better: 'less' },
  shadowP50Ms: { label: 'A copy in v2, p50', unit: 'ms', decimals: 0, better: null },
  databaseBusy: { label: 'Database busy', unit: 'share', decimals: 0, better: 'less' },
  waiting: { label: 'In line at the database', unit: '', decimals: 0, better: 'less' },
  shownV2: { label: 'Users shown v2’s answer', unit: '', decimals: 0, better: null },
  receipts: { label: 'Receipts sent', unit: '', decimals: 0, better: null },
  receiptsTwice: { label: 'Customers with two receipts', unit: '', decimals: 0, better: 'less' },
  v1HitShare: { label: 'Found in v1’s cache', unit: 'share', decimals: 0, better: 'more' },
  v2HitShare: { label: 'Found in v2’s cache', unit: 'share', decimals: 0, better: null },
  copyWork: { label: 'Database time spent on copies', unit: 'share', decimals: 0, better: 'less' },
};

/** Called for every frame: what has to be sorted is sorted once for each list. */
export function measure(state: State, config: Config, nowMs: number): Measures<MeasureName> {
  const { requests, answered, copies, receipts, receiptsTwice, recent, hits, misses, workMs } = state;
  const users = sorted(recent, ({ tookUs }) => tookUs);
  const { shared } = state.databases;
  const hitShare = (version: 'v1' | 'v2'): number | null => share(hits[version], misses[version]);
  return {
    requests,
    answered,
    copies,
    p50Ms: percentileMs(users, 0.5),
    p99Ms: percentileMs(users, 0.99),
    meanMs: answered === 0 ? null : state.answeredUs / answered / 1000,
    shadowP50Ms: percentileMs(
      sorted(state.recentCopiesUs, (tookUs) => tookUs),
      0.5,
    ),
    databaseBusy: config.databaseMs === 0 ? null : busyShare(shared, config.databaseServers, nowMs),
    waiting: shared.waiting.length,
    // Not counted but known: v2 is dark here, so no user is ever shown its answer.
    shownV2: 0,
    receipts,
    receiptsTwice,
    v1HitShare: hitShare('v1'),
    v2HitShare: hitShare('v2'),
    copyWork: share(workMs.copies, workMs.live),
  };
}

function share(part: number, rest: number): number | null {
  return part + rest === 0 ? null : part / (part + rest);
}

/** Lists are replaced when they change, so each is sorted once however often it is measured. */
const known = new WeakMap<readonly unknown[], Float64Array>();

function sorted<Item>(list: readonly Item[], of: (item: Item) => number): Float64Array {
  const before = known.get(list);
  if (before) return before;
  const values = Float64Array.from(list, of).sort();
  known.set(list, values);
  return values;
}

/** The smallest of them that so many are not above (the nearest rank), in milliseconds. */
function percentileMs(sortedUs: Float64Array, part: number): number | null {
  const at = Math.ceil(sortedUs.length * part) - 1;
  return at < 0 ? null : sortedUs[at]! / 1000;
}
