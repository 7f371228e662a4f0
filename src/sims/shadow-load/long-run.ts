/** A run of any length with any settings, without a log: for what the model is checked against. */
import { defaults, fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { Machine } from '../../engine/machine.ts';
import type { Values } from '../../engine/simulation.ts';
import { simulation } from './index.ts';
import type { Config, State } from './state.ts';

const plain = simulation as unknown as AnySimulation;

/** The state after so many seconds of a run in which nobody acts. */
export function longRun(settings: Partial<Config>, seconds: number, seed = 1): State {
  const config: Values = { ...defaults(fieldsOf(plain)), ...settings };
  const machine = new Machine(plain, config, seed, [], null);
  machine.advance({ timeUs: Math.round(seconds * 1e6) });
  return machine.state as State;
}

/** Mean response time of the users. */
export function usersMs({ answeredUs, answered }: State): number {
  return answeredUs / answered / 1000;
}

/** Mean time of all jobs: users' requests, and copies in v2. */
export function allJobsMs({ answeredUs, answered, copiesUs, copiesDone }: State): number {
  return (answeredUs + copiesUs) / (answered + copiesDone) / 1000;
}
