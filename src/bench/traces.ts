/** The traces of the bench: runs of the lesson's simulation, of which only the source and the moments of the syncs count. */
import { baseConfig, openRun } from '../engine/run.ts';
import { momentOf } from '../engine/log.ts';
import { play } from '../engine/timeline.ts';
import { calendarMs, stamp } from '../sims/incremental-ingestion/calendar.ts';
import { simulation } from '../sims/incremental-ingestion/index.ts';
import type { Order } from '../sims/incremental-ingestion/orders.ts';
import type { Config, State } from '../sims/incremental-ingestion/state.ts';
import type { Bar, ChangeRow, OrderRow, Read, Trace } from './trace.ts';

/** Scenarios of the simulation, the plainest first. */
export const traceNames = [
  'trace-plain',
  'trace-update',
  'trace-delete',
  'trace-tie',
  'trace-late',
  'trace-crash',
] as const;

const ops = { insert: 'c', update: 'u', delete: 'd' } as const;

/** Steps after which the rows are loaded: a crash before that has no effect on any table. */
const LOADED_STEP = 4;

/** Plays every trace and takes from it what the source showed, and when. */
export function allTraces(): Trace[] {
  return traceNames.map(traceOf);
}

/** The trace of a scenario. */
export function traceOf(scenario: string): Trace {
  const run = openRun(simulation, scenario);
  const config = baseConfig(simulation, run) as Config;
  const timeline = play(simulation, run);
  const stateAt = (moment: Parameters<typeof timeline.at>[0]): State => timeline.at(moment).state as State;
  const first = stateAt({ timeUs: 0, k: 0 });
  const end = timeline.end.state as State;
  // A clock of whole seconds: a read between two of them is said to be earlier, which is the careful side.
  const clock = (ms: number): string => stamp(Math.floor(calendarMs(ms, config) / 1000) * 1000);
  const moments = timeline.log.map((entry) => stateAt(momentOf(entry)));
  const began = new Map(end.transactions.map(({ version, kind }) => [version, ops[kind]]));
  const reads = end.syncs.flatMap(({ number, startedMs, readMs, outcome, step }) => {
    const seen = moments.find(({ syncs }) => (syncs[number - 1]?.readMs ?? null) !== null);
    const dies = outcome === 'crashed';
    if (!seen || readMs === null || (dies && step < LOADED_STEP)) return [];
    const read: Read = { now: clock(startedMs), orders: seen.source.map(orderRow), logged: seen.log.length, dies };
    return [{ read, readMs }];
  });
  const { checkpoint } = first;
  return {
    id: scenario,
    title: title(simulation.scenarios[scenario]!.title),
    warehouse: first.warehouse.map(orderRow),
    checkpoint: {
      last_sync: stamp(checkpoint.clockMs),
      last_seen: stamp(checkpoint.seenMs),
      last_seen_id: checkpoint.tieId,
      last_id: checkpoint.seenId,
      last_position: checkpoint.position,
    },
    log: end.log.map(({ id, row }, at): ChangeRow => {
      const position = at + 1;
      const gone = { position, op: 'd', id, item: null, amount: null, modified_at: null } as const;
      return row === null ? gone : { position, op: began.get(row.version) ?? 'c', ...orderRow(row) };
    }),
    reads: reads.map(({ read }) => read),
    bars: end.transactions.map(({ kind, id, startedMs, committedMs, stampMs }): Bar => ({
      op: ops[kind],
      id,
      startedMs,
      committedMs,
      stamped: stamp(stampMs),
      committed: committedMs === null ? null : clock(committedMs),
    })),
    readsMs: reads.map(({ readMs }) => readMs),
    untilMs: timeline.untilUs / 1000,
  };
}

/** The scenarios say that they are traces; among themselves that goes without saying. */
function title(full: string): string {
  const own = full.replace(/^Trace: /, '');
  return own.charAt(0).toUpperCase() + own.slice(1);
}

function orderRow({ id, item, amountCents, modifiedAtMs }: Order): OrderRow {
  return { id, item, amount: amountCents / 100, modified_at: stamp(modifiedAtMs) };
}
