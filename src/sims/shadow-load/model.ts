/**
 * What a copy of a request costs the users who never see its answer.
 *
 * Each request is answered by v1: v1's own time, then a look-up in the database unless v1's cache has
 * it. Some requests are copied to v2, which does the same work with a cache of its own, and whose
 * answer is thrown away. What users feel of it comes from what the two have in common: the database's
 * line, the connection, the call that waits, the customer's mailbox.
 *
 * Left out on purpose: what v2 answers and whether it is right (see dark-deployments); the network;
 * errors, timeouts and retries; a database that gets slower with load; copies that a proxy drops.
 */
import { lookUp, finishLookUp } from './database.ts';
import { happens, timeOf } from './chances.ts';
import { finishCopy, finishLive } from './finish.ts';
import { quiet } from './quiet.ts';
import type { Config, Job, LoadEvent, LoadSim, State, Wanted } from './state.ts';

/** The first request is on its way. */
export function start(config: Config, sim: LoadSim): State {
  if (config.clients === 'many') {
    scheduleArrival(0, config, sim);
  } else {
    sim.log({ type: 'clientConnected' });
    sim.schedule(0, { type: 'requestSent', request: 0 });
  }
  return quiet(config);
}

/** One rule for each thing that can happen next. */
export function step(state: State, event: LoadEvent, config: Config, sim: LoadSim): State {
  switch (event.type) {
    case 'requestCame':
      scheduleArrival(event.request + 1, config, sim);
      return arrive(state, event.request, config, sim);
    case 'requestSent':
      return send(state, event.request, config, sim);
    case 'copySent':
      return compute(state, event.job, config, sim);
    case 'computed':
      return look(state, event.job, config, sim);
    case 'lookedUp':
      return done(finishLookUp(state, event, config, sim), event.job, config, sim);
  }
}

/** Keyed by the request's number: no setting changes when a user comes. */
function scheduleArrival(request: number, config: Config, sim: LoadSim): void {
  const gapMs = timeOf(sim, 'arrival', request, 1000 / config.arrivalsPerSecond, 'exponential');
  sim.schedule(gapMs, { type: 'requestCame', request });
}

function want(request: number, config: Config, sim: LoadSim): Wanted {
  const order = happens(sim, 'order', request, config.orderShare);
  const { distinctQueries } = config;
  const query = distinctQueries === 1 ? 0 : Math.floor(sim.random('key', request) * distinctQueries);
  return { request, askedMs: sim.nowMs, order, query };
}

function arrive(state: State, request: number, config: Config, sim: LoadSim): State {
  const wanted = want(request, config, sim);
  sim.log({ type: 'requestArrived', request, order: wanted.order, query: wanted.query });
  return read({ ...state, requests: state.requests + 1 }, wanted, config, sim);
}

/** The one client's next request: it reaches the server at once, and is read when the connection is free. */
function send(state: State, request: number, config: Config, sim: LoadSim): State {
  sim.log({ type: 'requestSent', request });
  const wanted = want(request, config, sim);
  const sent = { ...state, requests: state.requests + 1 };
  return sent.connectionHeld ? { ...sent, unread: wanted } : read(sent, wanted, config, sim);
}

/** The request goes to v1 first; its copy, if there is one, right behind it. */
function read(state: State, wanted: Wanted, config: Config, sim: LoadSim): State {
  const { clients, shadowCall } = config;
  const isCopied = happens(sim, 'mirror', wanted.request, config.mirrorShare);
  const job: Job = { ...wanted, copy: false, sentMs: sim.nowMs, call: isCopied ? shadowCall : 'none' };
  const connectionHeld = isCopied && clients === 'one' && shadowCall === 'keepAlive';
  const underway = { ...state.underway, live: state.underway.live + 1 };
  const answering = compute({ ...state, connectionHeld, underway }, job, config, sim);
  return isCopied && shadowCall !== 'sequential' ? copyOf(answering, job, config, sim) : answering;
}

/** Sends a copy of a request to v2, now or a little later. */
function copyOf(state: State, live: Job, config: Config, sim: LoadSim): State {
  const { request } = live;
  sim.log({ type: 'copied', request });
  const underway = { ...state.underway, copies: state.underway.copies + 1 };
  const copied = { ...state, copies: state.copies + 1, underway };
  const delayMs = timeOf(sim, 'delay', request, config.copyDelayMs, config.times);
  const job: Job = { ...live, copy: true, sentMs: sim.nowMs + delayMs };
  if (delayMs === 0) return compute(copied, job, config, sim);
  sim.schedule(delayMs, { type: 'copySent', job });
  return copied;
}

/** The version's own time, before it looks anything up. */
function compute(state: State, job: Job, config: Config, sim: LoadSim): State {
  const ownMs = timeOf(sim, job.copy ? 'v2' : 'v1', job.request, job.copy ? config.v2Ms : config.v1Ms, config.times);
  // In the same microsecond a live look-up stays before its copy, because it is not put off.
  if (ownMs === 0) return look(state, job, config, sim);
  sim.schedule(ownMs, { type: 'computed', job });
  return state;
}

/** From the cache if it is there, else from the database. */
function look(state: State, job: Job, config: Config, sim: LoadSim): State {
  const { live, copies } = state.underway;
  const underway = job.copy ? { live, copies: copies - 1 } : { live: live - 1, copies };
  const { state: looking, found } = lookUp({ ...state, underway }, job, config, sim);
  return found ? done(looking, job, config, sim) : looking;
}

function done(state: State, job: Job, config: Config, sim: LoadSim): State {
  if (job.copy) {
    const finished = finishCopy(state, job, config, sim);
    const { unread } = finished;
    if (unread === null || finished.connectionHeld) return finished;
    sim.log({
      type: 'waitedForCopy',
      request: unread.request,
      waitedUs: Math.round((sim.nowMs - unread.askedMs) * 1000),
    });
    return read({ ...finished, unread: null }, unread, config, sim);
  }
  const finished = finishLive(state, job, config, sim);
  return job.call === 'sequential' ? copyOf(finished, job, config, sim) : finished;
}
