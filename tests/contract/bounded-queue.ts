/**
 * A bounded queue in front of one server: a simulation for tests only.
 *
 * Requests arrive at random, wait in line and are served one at a time; one that finds the line full
 * is turned away. It has fields of both kinds, an act, traffic, theory and challenges, so that the
 * engine and the contract are tried without any lesson.
 *
 * Left out on purpose: retries, timeouts, a second server.
 */
import { exponential } from '../../src/engine/chance.ts';
import type { Sim, Simulation } from '../../src/engine/simulation.ts';
import { theory } from './bounded-queue-theory.ts';

export type Config = { arrivalsPerSecond: number; meanServiceMs: number; capacity: number; open: boolean };
/** Requests that you send are numbered from here, so that all others keep their numbers, and with them their chance. */
const SENT_FROM = 1_000_000;

interface Request {
  id: number;
  arrivedMs: number;
}
export interface State {
  waiting: readonly Request[];
  serving: Request | null;
  arrived: number;
  /** Of those that arrived, how many you sent. */
  sent: number;
  served: number;
  rejected: number;
  /** Summed over served requests, from arrival to completion. */
  responseMs: number;
}
export type QueueEvent = { type: 'arrival'; request: number } | { type: 'completion' };
export type Input = { type: 'burst'; requests: number };
export type Fact =
  | { type: 'arrived'; request: number }
  | { type: 'turnedAway'; request: number }
  | { type: 'served'; request: number }
  | { type: 'burst'; requests: number };
type QueueSim = Sim<QueueEvent, Fact>;

function start(config: Config, sim: QueueSim): State {
  scheduleArrival(0, config, sim);
  return { waiting: [], serving: null, arrived: 0, sent: 0, served: 0, rejected: 0, responseMs: 0 };
}

function step(state: State, event: QueueEvent, config: Config, sim: QueueSim): State {
  switch (event.type) {
    case 'arrival':
      scheduleArrival(event.request + 1, config, sim);
      sim.log({ type: 'arrived', request: event.request });
      return admit(state, event.request, config, sim);
    case 'completion':
      return complete(state, config, sim);
  }
}

function scheduleArrival(request: number, config: Config, sim: QueueSim): void {
  sim.schedule(exponential(sim.random('gap', request), 1000 / config.arrivalsPerSecond), {
    type: 'arrival',
    request,
  });
}

function admit(state: State, id: number, config: Config, sim: QueueSim): State {
  const request = { id, arrivedMs: sim.nowMs };
  const seen = { ...state, arrived: state.arrived + 1 };
  if (!config.open || (state.serving !== null && state.waiting.length >= config.capacity)) {
    sim.log({ type: 'turnedAway', request: id });
    return { ...seen, rejected: state.rejected + 1 };
  }
  const joined = { ...seen, waiting: [...state.waiting, request] };
  return state.serving === null ? serveNext(joined, config, sim) : joined;
}

function complete(state: State, config: Config, sim: QueueSim): State {
  const done = state.serving;
  if (done === null) return state;
  sim.log({ type: 'served', request: done.id });
  const responseMs = state.responseMs + sim.nowMs - done.arrivedMs;
  return serveNext({ ...state, serving: null, served: state.served + 1, responseMs }, config, sim);
}

function serveNext(state: State, config: Config, sim: QueueSim): State {
  const [next, ...waiting] = state.waiting;
  if (next === undefined) return state;
  sim.schedule(exponential(sim.random('service', next.id), config.meanServiceMs), { type: 'completion' });
  return { ...state, waiting, serving: next };
}

function accept(state: State, input: Input, config: Config, sim: QueueSim): State {
  sim.log({ type: 'burst', requests: input.requests });
  let after = { ...state, sent: state.sent + input.requests };
  for (let id = state.sent; id < after.sent; id += 1) after = admit(after, SENT_FROM + id, config, sim);
  return after;
}

function measure(state: State): { meanResponseMs: number | null; rejectedShare: number | null; inSystem: number } {
  return {
    meanResponseMs: state.served === 0 ? null : state.responseMs / state.served,
    rejectedShare: state.arrived === 0 ? null : state.rejected / state.arrived,
    inSystem: state.waiting.length + (state.serving === null ? 0 : 1),
  };
}

function describe(state: State, config: Config): string {
  const { meanResponseMs, rejectedShare } = measure(state);
  const line = `${state.waiting.length} of ${config.capacity} places in line are taken.`;
  if (meanResponseMs === null || rejectedShare === null) return `${line} Nothing has been served yet.`;
  return `${line} ${Math.round(rejectedShare * 100)} % were turned away; the rest took ${Math.round(meanResponseMs)} ms on average.`;
}

export const boundedQueue: Simulation<
  Config,
  State,
  QueueEvent,
  Input,
  Fact,
  'meanResponseMs' | 'rejectedShare' | 'inSystem'
> = {
  id: 'bounded-queue',
  title: 'A bounded queue',
  version: 2,
  fields: {
    arrivalsPerSecond: {
      kind: 'number',
      label: 'Arrivals',
      help: 'How many requests come in a second.',
      unit: '/s',
      min: 1,
      max: 500,
      step: 1,
      default: 80,
      short: 'arrivals',
      when: 'start',
      traffic: true,
    },
    meanServiceMs: {
      kind: 'number',
      label: 'Mean service',
      help: 'How long one request takes on average.',
      unit: 'ms',
      min: 0.5,
      max: 100,
      step: 0.5,
      default: 10,
      short: 'service',
      when: 'start',
    },
    capacity: {
      kind: 'number',
      label: 'Places in line',
      help: 'How many may wait.',
      unit: '',
      min: 0,
      max: 50,
      step: 1,
      default: 3,
      short: 'places',
      when: 'live',
    },
    open: {
      kind: 'switch',
      label: 'Door',
      help: 'Whether anybody is let in.',
      off: 'shut',
      on: 'open',
      default: true,
      short: 'open',
      when: 'live',
    },
  },
  inputs: {
    burst: {
      label: 'Burst',
      help: 'Many requests at one instant.',
      parameters: {
        requests: {
          kind: 'number',
          label: 'Requests',
          help: 'How many.',
          unit: '',
          min: 1,
          max: 20,
          step: 1,
          default: 5,
        },
      },
    },
  },
  measures: {
    meanResponseMs: { label: 'Mean response', unit: 'ms', decimals: 1, better: 'less' },
    rejectedShare: { label: 'Turned away', unit: 'share', decimals: 1, better: 'less' },
    inSystem: { label: 'In the system', unit: '', decimals: 0, better: null },
  },
  facts: {
    arrived: { weight: 'detail', mark: 'live', traffic: true, say: (fact) => `Request ${fact.request} came.` },
    turnedAway: { weight: 'story', mark: 'harm', say: (fact) => `Request ${fact.request} was turned away.` },
    served: { weight: 'detail', mark: 'good', say: (fact) => `Request ${fact.request} was served.` },
    burst: { weight: 'story', mark: 'you', say: (fact) => `You sent ${fact.requests} requests at once.` },
  },
  scenarios: {
    calm: {
      title: 'A calm hour',
      config: { arrivalsPerSecond: 50 },
      inputs: [],
      seed: 1,
      untilMs: 10_000,
      pace: 100,
      cues: [],
    },
    busy: {
      title: 'A busy hour',
      config: { arrivalsPerSecond: 90 },
      inputs: [],
      seed: 1,
      untilMs: 10_000,
      pace: 100,
      cues: [
        {
          id: 'first-refusal',
          say: 'The line is full, and somebody is sent away.',
          onFact: (fact) => fact.type === 'turnedAway',
        },
        { id: 'tenth', say: 'One in ten.', onMeasures: (measures) => (measures['rejectedShare'] ?? 0) > 0.1 },
      ],
    },
  },
  challenges: [
    {
      id: 'room',
      scenario: 'busy',
      say: 'Turn away at most one in twenty.',
      par: 1,
      hint: 'Where could they wait?',
      goals: [{ measure: 'rejectedShare', atMost: 0.05 }],
      solution: { inputs: [{ at: { timeUs: 0 }, input: { set: 'capacity', value: 50 } }] },
    },
    {
      id: 'quick',
      scenario: 'busy',
      say: 'Turn away at most one in five, and keep the mean response under 20 ms, in nine hours of ten.',
      par: 1,
      hint: 'How long does one request take?',
      goals: [
        { measure: 'rejectedShare', atMost: 0.2 },
        { measure: 'meanResponseMs', atMost: 20 },
      ],
      over: { seeds: 20, wins: 18 },
      solution: { changed: { meanServiceMs: 5 }, inputs: [] },
    },
  ],
  theory,
  invariants: {
    'everybody who came is waiting, being served, served or turned away': (state) =>
      state.arrived === state.waiting.length + (state.serving === null ? 0 : 1) + state.served + state.rejected,
  },
  timeLabel: (nowMs) => `${Math.round(nowMs)} ms`,
  start,
  step,
  accept,
  measure,
  describe,
};
