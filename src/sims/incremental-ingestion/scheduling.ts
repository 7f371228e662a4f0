/** When syncs begin, and what a crash does to one. */
import { calendarMs, periodMs } from './calendar.ts';
import { tellLost } from './lost.ts';
import { takeStep } from './pipeline.ts';
import type { Config, IngestionSim, State } from './state.ts';
import { RESTART_MS } from './steps.ts';
import type { SyncRecord } from './sync.ts';

/** The schedule's own sync. Where the one before is not done yet, it is left out. */
export function due(state: State, config: Config, sim: IngestionSim): State {
  sim.schedule(periodMs(config), { type: 'due' });
  return syncNow(state, config, sim);
}

/** Begins one, unless another is under way or the pipeline is down: then it is left out, and that is told. */
export function syncNow(state: State, config: Config, sim: IngestionSim): State {
  if (state.sync.status === 'idle') return beginSync(state, config, sim);
  sim.log({ type: 'skipped', atMs: calendarMs(sim.nowMs, config), down: state.sync.status === 'down' });
  return state;
}

/** After a crash the pipeline begins again at step 1, with the mark that was saved. */
export function restart(state: State, crashed: number, config: Config, sim: IngestionSim): State {
  const { number, status } = state.sync;
  return number === crashed && status === 'down' ? beginSync(state, config, sim) : state;
}

function beginSync(state: State, config: Config, sim: IngestionSim): State {
  const number = state.sync.number + 1;
  const record: SyncRecord = {
    number,
    startedMs: sim.nowMs,
    readMs: null,
    strategy: config.strategy,
    watermark: config.watermark,
    fromMs: null,
    upToMs: null,
    markMs: null,
    rows: null,
    resent: 0,
    returned: [],
    loadedMs: null,
    outcome: 'running',
    step: 0,
    crashedMs: null,
  };
  const begun: State = {
    ...state,
    sync: { ...state.sync, number, step: 0, status: 'running' },
    syncs: [...state.syncs, record],
  };
  return takeStep(begun, number, 1, config, sim);
}

/** The pipeline dies between two steps. What it held in its hands is gone, and what it had open is rolled back; what it committed stays. */
export function crash(state: State, config: Config, sim: IngestionSim): State {
  const { number, step, status, delta, inHands, undrawn } = state.sync;
  if (status !== 'running') {
    sim.log({ type: 'crashedIdle', atMs: calendarMs(sim.nowMs, config) });
    return state;
  }
  const rows = inHands ? delta.length + undrawn : 0;
  sim.log({ type: 'crashed', sync: number, step, atMs: calendarMs(sim.nowMs, config), rows });
  sim.schedule(RESTART_MS, { type: 'restart', sync: number });
  const record = { ...state.syncs[number - 1]!, outcome: 'crashed', step, crashedMs: sim.nowMs } as const;
  const dropped: State = {
    ...state,
    sync: { ...state.sync, status: 'down', inHands: false, staged: null },
    syncs: state.syncs.with(number - 1, record),
    books: { ...state.books, crashes: state.books.crashes + 1 },
  };
  return tellLost(dropped, dropped.source, config, sim);
}
