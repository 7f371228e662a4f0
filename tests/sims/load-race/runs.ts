/** Runs and their facts, for the tests beside this file. */
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import type { Simulation, TimedInput } from '../../../src/engine/simulation.ts';
import { Timeline } from '../../../src/engine/timeline.ts';
import { simulation } from '../../../src/sims/load-race/index.ts';
import type { Fact } from '../../../src/sims/load-race/state.ts';

export const plain = simulation as unknown as Simulation;

export function run(scenario: string, options: RunOptions = {}): Timeline {
  return new Timeline(plain, openRun(plain, scenario, options)).finish();
}

/** What a run tells of one kind, with its moments. */
export function facts<Type extends Fact['type']>(
  timeline: Timeline,
  type: Type,
): (Extract<Fact, { type: Type }> & { atMs: number })[] {
  return timeline.log
    .filter(({ fact }) => fact.type === type)
    .map(({ fact, timeUs }) => ({ ...(fact as unknown as Extract<Fact, { type: Type }>), atMs: timeUs / 1000 }));
}

export const at = (ms: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: ms * 1000 }, input });
