/** What the contract looks at a run with. */
import { type AnySimulation } from '../../src/engine/fields.ts';
import { compareMoments, type LogEntry } from '../../src/engine/log.ts';
import { Machine, type Snapshot } from '../../src/engine/machine.ts';
import { baseConfig, orderedInputs } from '../../src/engine/run.ts';
import type { Field, Moment, Run, Value } from '../../src/engine/simulation.ts';
import type { Timeline } from '../../src/engine/timeline.ts';

/** Random acts are the same in every run of the tests. */
export const fuzzed = { seed: 20_260_101, numRuns: 25 };

/** A capital, digit, quotation mark or version (v2) first, a full stop last, and nothing a program would say. */
export const sentence = /^(?!.*\b(undefined|NaN|null|Infinity|\[object)\b)(?:[A-Z0-9“"‘]|v\d).*[.?”]$/s;

export function machineFor(
  simulation: AnySimulation,
  run: Run,
  from?: Snapshot,
  log: LogEntry[] | null = null,
): Machine {
  return new Machine(simulation, baseConfig(simulation, run), run.seed, orderedInputs(simulation, run), log, from);
}

/** A machine that writes down what is left to chance. */
class Recorder extends Machine {
  /** Not a field with an initial value: the first draws are made while the machine itself is being built. */
  declare draws: Map<string, number[]>;

  override random(stream: string, key: number): number {
    const u = super.random(stream, key);
    this.draws ??= new Map();
    const entity = `${stream} ${key}`;
    this.draws.set(entity, [...(this.draws.get(entity) ?? []), u]);
    return u;
  }
}

/** Every draw of a run, by stream and key; at most the first 3,000 events. */
export function drawsIn(simulation: AnySimulation, run: Run): ReadonlyMap<string, readonly number[]> {
  const { untilMs } = simulation.scenarios[run.scenario]!;
  const inputs = orderedInputs(simulation, run);
  const machine = new Recorder(simulation, baseConfig(simulation, run), run.seed, inputs, null);
  machine.advance({ timeUs: Math.round(untilMs * 1000) }, 3000);
  return machine.draws ?? new Map<string, number[]>();
}

/** The ends of a field's range, or all its options. */
export function extremes(field: Field): Value[] {
  switch (field.kind) {
    case 'number':
      return [field.min, field.max];
    case 'choice':
      return Object.keys(field.options);
    case 'switch':
      return [false, true];
  }
}

/** The start, the end, ten moments between, and addresses inside a microsecond that holds several events. */
export function someMoments(timeline: Timeline): Moment[] {
  const spread: Moment[] = Array.from({ length: 11 }, (_, i) => ({ timeUs: Math.round((timeline.untilUs * i) / 10) }));
  const crowded = timeline.log
    .filter(({ k }) => k > 1)
    .slice(0, 5)
    .map(({ timeUs, k }) => ({ timeUs, k: k - 1 }));
  return [...spread, ...crowded].sort(compareMoments);
}
