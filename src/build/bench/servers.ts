/**
 * One line and `servers` servers, Poisson arrivals and exponential service (M/M/c): for measuring
 * the engine only. One server keeps two events pending, a hundred servers keep a hundred.
 */
import { exponential } from '../../engine/chance.ts';
import type { Sim, Simulation } from '../../engine/simulation.ts';

export type Config = { servers: number };
interface State {
  arrived: number;
  started: number;
  inSystem: number;
}
type ServerEvent = 'arrival' | 'completion';
type Fact = { type: 'served'; request: number };
type ServerSim = Sim<ServerEvent, Fact>;

/** Each server is busy nine tenths of the time; one service takes 1 ms on average. */
export const load = 0.9;

function arrive(state: State, config: Config, sim: ServerSim): State {
  sim.schedule(exponential(sim.random('gap', state.arrived + 1), 1 / (load * config.servers)), 'arrival');
  const arrived = state.arrived + 1;
  const inSystem = state.inSystem + 1;
  if (state.inSystem >= config.servers) return { arrived, started: state.started, inSystem };
  return serve({ arrived, started: state.started, inSystem }, sim);
}

function serve(state: State, sim: ServerSim): State {
  sim.schedule(exponential(sim.random('service', state.started), 1), 'completion');
  return { arrived: state.arrived, started: state.started + 1, inSystem: state.inSystem };
}

export const servers: Simulation<Config, State, ServerEvent, never, Fact, 'inSystem'> = {
  id: 'servers',
  title: 'Servers',
  version: 1,
  fields: {
    servers: {
      kind: 'number',
      label: 'Servers',
      help: 'How many.',
      unit: '',
      min: 1,
      max: 100,
      step: 1,
      default: 1,
      short: 'servers',
      when: 'start',
    },
  },
  inputs: {},
  measures: { inSystem: { label: 'In the system', unit: '', decimals: 0, better: null } },
  facts: { served: { weight: 'detail', mark: 'good', say: ({ request }) => `Request ${request} was served.` } },
  scenarios: { busy: { title: 'Busy', config: {}, inputs: [], seed: 1, untilMs: 1e9, pace: 1, cues: [] } },
  challenges: [],
  invariants: {},
  timeLabel: (nowMs) => `${nowMs} ms`,
  start(config, sim) {
    sim.schedule(exponential(sim.random('gap', 0), 1 / (load * config.servers)), 'arrival');
    return { arrived: 0, started: 0, inSystem: 0 };
  },
  step(state, event, config, sim) {
    if (event === 'arrival') return arrive(state, config, sim);
    sim.log({ type: 'served', request: state.started - state.inSystem });
    const left = { arrived: state.arrived, started: state.started, inSystem: state.inSystem - 1 };
    return left.inSystem >= config.servers ? serve(left, sim) : left;
  },
  accept: (state) => state,
  measure: ({ inSystem }) => ({ inSystem }),
  describe: ({ inSystem }) => `${inSystem} requests are in the system.`,
};
