/**
 * Two ways to bring the same table to the warehouse, started at the same moment: a full load, which copies all 10
 * million rows, and an incremental one, which merges those that changed since last night.
 *
 * The full load takes r N. The incremental one takes F + r k n: what is fixed, then the changed rows, each k times as
 * dear as copying it, since a merge looks up the row it replaces. Without an index on modified_at it first reads past
 * all N rows. A schema change with backfill touches every row, so that n is N.
 *
 * What the learner changes counts from the start of the race, as if it had been so since last night: how far the
 * incremental load is now is worked out anew. The log tells of it with the next event, at the latest a minute on. What
 * was set before the first look, a microsecond on, is what the race begins with.
 *
 * Left out on purpose: loads that slow each other down or users of the source; batches and several workers; what a full
 * load has to set up; costs that change as a table grows (indexes, caches); rows that change while a load runs; whether
 * anything is lost, which is what the lesson's other simulation is about.
 */
import { deltaPlan, full, isEven, isSamePlan, readyMs, rowsBy, tenthMs, wholeMs } from './plan.ts';
import type { Config, RaceEvent, RaceSim, State } from './state.ts';

/** How long a change may go unnoticed: a tenth of a second of watching. */
const LOOK_MS = 60_000;

/** The first look: the least there is, so that it comes after what is set while the race still stands. */
const FIRST_LOOK_MS = 0.001;

const toUs = (ms: number): number => Math.round(ms * 1000);

/** Both loads begin. */
export function start(config: Config, sim: RaceSim): State {
  sim.schedule(FIRST_LOOK_MS, { type: 'look' });
  sim.schedule(tenthMs(full, 1), { type: 'fullTenth', tenths: 1 });
  return {
    plan: deltaPlan(config),
    plans: 0,
    fullTenths: 0,
    deltaTenths: null,
    fullMs: null,
    deltaMs: null,
    evenFound: false,
  };
}

/** Whatever happens, what the learner has changed since is noticed first. */
export function step(state: State, event: RaceEvent, config: Config, sim: RaceSim): State {
  const seen = look(state, config, sim);
  switch (event.type) {
    case 'look':
      sim.schedule(LOOK_MS, event);
      return seen;
    case 'fullTenth':
      return copyTenth(seen, event.tenths, sim);
    case 'deltaTenth':
      return event.plan === seen.plans ? mergeTenth(seen, event.tenths, sim) : seen;
  }
}

/** The next tenth of the incremental load; its first row comes with tenth 0. */
function expect(state: State, sim: RaceSim): State {
  const tenths = state.deltaTenths === null ? 0 : state.deltaTenths + 1;
  if (tenths <= 10) {
    const inMs = tenthMs(state.plan, tenths) - sim.nowMs;
    sim.schedule(Math.max(0, inMs), { type: 'deltaTenth', tenths, plan: state.plans });
  }
  return state;
}

/** The first plan, or another than before: it is taken to have been so from the start. */
function look(state: State, config: Config, sim: RaceSim): State {
  const plan = deltaPlan(config);
  const isFirst = state.plans === 0;
  if (!isFirst && isSamePlan(plan, state.plan)) return state;
  const isReady = sim.nowMs >= readyMs(plan);
  const deltaTenths = isReady ? Math.floor((10 * rowsBy(plan, sim.nowMs)) / plan.rows) : null;
  sim.log(
    isFirst
      ? { type: 'raceStarted', tableRows: full.rows, rows: plan.rows }
      : { type: 'planChanged', rows: plan.rows, tookUs: toUs(wholeMs(plan)) },
  );
  const planned = { ...state, plan, plans: state.plans + 1, deltaTenths, deltaMs: null };
  const done = deltaTenths === 10 ? finishDelta(planned, sim) : planned;
  return expect(findEven(done, sim), sim);
}

function copyTenth(state: State, tenths: number, sim: RaceSim): State {
  const rows = (full.rows * tenths) / 10;
  const merged = { deltaRows: rowsBy(state.plan, sim.nowMs), ofRows: state.plan.rows };
  if (tenths < 10) {
    sim.log(tenths === 5 ? { type: 'fullHalf', rows, ...merged } : { type: 'fullTenth', tenths, rows });
    sim.schedule(tenthMs(full, tenths + 1) - sim.nowMs, { type: 'fullTenth', tenths: tenths + 1 });
    return { ...state, fullTenths: tenths };
  }
  const leftUs = Math.max(0, toUs(wholeMs(state.plan) - sim.nowMs));
  sim.log({ type: 'fullDone', rows, tookUs: toUs(sim.nowMs), ...merged, leftUs });
  return { ...state, fullTenths: tenths, fullMs: sim.nowMs };
}

function mergeTenth(state: State, tenths: number, sim: RaceSim): State {
  const { plan } = state;
  const merged = { ...state, deltaTenths: tenths };
  if (tenths === 10) return finishDelta(merged, sim);
  const tookUs = toUs(sim.nowMs);
  if (tenths > 0) {
    sim.log({ type: 'deltaTenth', tenths, rows: Math.floor((plan.rows * tenths) / 10), ofRows: plan.rows });
  } else if (plan.scanMs > 0) {
    sim.log({ type: 'scanned', tableRows: full.rows, rows: plan.rows, tookUs });
  } else {
    sim.log({ type: 'ready', tookUs });
  }
  return expect(merged, sim);
}

function finishDelta(state: State, sim: RaceSim): State {
  const { plan } = state;
  const deltaMs = wholeMs(plan);
  const fullRows = rowsBy(full, deltaMs);
  sim.log({ type: 'deltaDone', rows: plan.rows, tookUs: toUs(deltaMs), fullRows, tableRows: full.rows });
  return { ...state, deltaMs };
}

/** Told once; the picture then keeps the place. */
function findEven(state: State, sim: RaceSim): State {
  const { plan, evenFound } = state;
  if (evenFound || !isEven(plan)) return state;
  sim.log({ type: 'evenFound', rows: plan.rows, deltaUs: toUs(wholeMs(plan)), fullUs: toUs(wholeMs(full)) });
  return { ...state, evenFound: true };
}
