/** The lines on the axis: every sync that has begun, crashed ones and retries too, and those that are to come. */
import { firstSyncMs, hasSchedule, periodMs, SPAN_MS } from './calendar.ts';
import type { Config, State } from './state.ts';
import { RESTART_MS } from './steps.ts';
import type { SyncRecord } from './sync.ts';

/** One sync on the axis. */
export interface SyncLine {
  /** Run time of the reading, made or planned; of a sync that crashed before it, of the crash. */
  atMs: number;
  /** Run time, made or planned. */
  startedMs: number;
  /** Null while it is to come. */
  record: SyncRecord | null;
}

/** Those that have begun come first, oldest first; then a restart, if one is due, and what the schedule has left. */
export function syncLines({ syncs, sync }: State, config: Config, nowMs: number): SyncLine[] {
  const stepMs = config.stepS * 1000;
  const begun = syncs.map((record): SyncLine => {
    const { startedMs, readMs, crashedMs } = record;
    return { atMs: readMs ?? crashedMs ?? startedMs + stepMs, startedMs, record };
  });
  const last = syncs.at(-1);
  const planned = sync.status === 'down' && last ? [(last.crashedMs ?? nowMs) + RESTART_MS] : [];
  if (hasSchedule(config)) {
    for (let ms = firstSyncMs(config); ms <= SPAN_MS[config.work]; ms += periodMs(config))
      if (ms >= nowMs && ms > (last?.startedMs ?? -1)) planned.push(ms);
  }
  return [...begun, ...planned.map((startedMs) => ({ atMs: startedMs + stepMs, startedMs, record: null }))];
}

/** Whether it has read the table, or will. */
export function reads({ record }: SyncLine): boolean {
  return record === null || record.readMs !== null || record.outcome === 'running';
}
