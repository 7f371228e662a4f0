/** A moment of a scenario, for the tests of the picture. */
import { openRun } from '../../../src/engine/run.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { play } from '../../../src/engine/timeline.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { Config, State } from '../../../src/sims/incremental-ingestion/state.ts';

export interface Played {
  state: State;
  config: Config;
  nowMs: number;
}

export function at(scenario: string, ms: number, inputs: TimedInput[] = [], changed: Values = {}): Played {
  const timeline = play(simulation, openRun(simulation, scenario, { inputs, changed }));
  const { state, config, nowMs } = timeline.at({ timeUs: ms * 1000 });
  return { state: state as State, config: config as Config, nowMs };
}
