/** Runs, their ends and their facts, for the tests beside this file. */
import { openRun, type RunOptions } from '../../../src/engine/run.ts';
import type { Simulation, TimedInput } from '../../../src/engine/simulation.ts';
import { play, type Timeline } from '../../../src/engine/timeline.ts';
import type { Fact } from '../../../src/sims/incremental-ingestion/facts.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { MeasureName } from '../../../src/sims/incremental-ingestion/measure.ts';
import type { Config, Input, State } from '../../../src/sims/incremental-ingestion/state.ts';

export const plain = simulation as unknown as Simulation;

export function run(scenario: string, options: RunOptions = {}): Timeline {
  return play(plain, openRun(plain, scenario, options));
}

/** The state at a moment, or at the end. */
export function stateOf(timeline: Timeline, ms = timeline.untilUs / 1000): { state: State; config: Config } {
  const { state, config } = timeline.at({ timeUs: ms * 1000 });
  return { state: state as State, config: config as Config };
}

/** What was measured at the end. */
export function ended(scenario: string, options: RunOptions = {}): Record<MeasureName, number | null> {
  return run(scenario, options).end.measures as Record<MeasureName, number | null>;
}

/** What a run tells of one kind. */
export function facts<Type extends Fact['type']>(timeline: Timeline, type: Type): Extract<Fact, { type: Type }>[] {
  return timeline.log
    .filter(({ fact }) => fact.type === type)
    .map(({ fact }) => fact as unknown as Extract<Fact, { type: Type }>);
}

/** An act at so many seconds. */
export function act(
  seconds: number,
  input: Input | { set: keyof Config; value: string | number | boolean },
): TimedInput {
  return { at: { timeUs: Math.round(seconds * 1e6) }, input: input as TimedInput['input'] };
}

export const insert = { type: 'insert', shape: 'tidy', openS: 0 } as const;
export const update = { type: 'update', order: 'oldest', touch: 'yes', openS: 0 } as const;
export const remove = { type: 'delete', order: 'oldest', openS: 0 } as const;
export const sync = { type: 'sync' } as const;
export const crash = { type: 'crash' } as const;

/** An empty table in which only these acts happen, for 160 s; every transaction commits at once. */
export function traced(inputs: readonly TimedInput[], changed: Partial<Config> = {}): Timeline {
  const plainSource = { commitDelayS: 0, commitSpread: 'fixed', changes: 'inserts', marginS: 0 } as const;
  return run('playground', { inputs, changed: { work: 'traced', ...plainSource, ...changed } });
}

/** "17 v3": the versions of a table, sorted. */
export function versions(rows: readonly { id: number; version: number }[]): string[] {
  return rows.map(({ id, version }) => `${id} v${version}`).sort();
}
