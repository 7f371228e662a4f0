/** Runs: opened from a scenario, cut at a moment, and given one more input. */
import { checkValue, defaults, fieldsOf, type AnySimulation } from './fields.ts';
import { compareMoments } from './log.ts';
import type { Moment, Run, RunInput, Scenario, TimedInput, Values } from './simulation.ts';

export interface RunOptions {
  seed?: number;
  changed?: Values;
  inputs?: readonly TimedInput[];
}

/** The scenario of that name. Throws an author error that lists what exists. */
export function scenarioOf(simulation: AnySimulation, id: string): Scenario {
  const scenario = Object.hasOwn(simulation.scenarios, id) ? simulation.scenarios[id] : undefined;
  if (scenario) return scenario;
  throw new Error(
    `The simulation "${simulation.id}" has no scenario "${id}".\n` +
      `It has: ${Object.keys(simulation.scenarios).join(', ')}.\n` +
      `Correct the name, or add it to src/sims/${simulation.id}/scenarios.ts.`,
  );
}

/** A run of that scenario. Throws when the scenario, a changed field or its value does not exist. */
export function openRun(simulation: AnySimulation, scenarioId: string, options: RunOptions = {}): Run {
  const scenario = scenarioOf(simulation, scenarioId);
  const fields = fieldsOf(simulation);
  const changed = Object.entries(options.changed ?? {}).map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      throw new Error(
        `The simulation "${simulation.id}" has no field "${name}".\nIt has: ${Object.keys(fields).join(', ')}.`,
      );
    }
    const checked = checkValue(name, field, value);
    if ('problem' in checked) throw new Error(checked.problem);
    return [name, checked.value] as const;
  });
  return {
    scenario: scenarioId,
    seed: options.seed ?? scenario.seed,
    changed: Object.fromEntries(changed),
    inputs: options.inputs ?? [],
  };
}

/** The config at the first moment: defaults, then the scenario's, then the run's own. */
export function baseConfig(simulation: AnySimulation, run: Run): Values {
  const scenario = scenarioOf(simulation, run.scenario);
  return { ...defaults(fieldsOf(simulation)), ...(scenario.config as Values), ...run.changed };
}

/** Every input of a run in the order it applies: by moment, and at one moment as given, the scenario's own first. */
export function orderedInputs(simulation: AnySimulation, run: Run): readonly TimedInput[] {
  const all = [...scenarioOf(simulation, run.scenario).inputs, ...run.inputs];
  return all.sort((a, b) => compareMoments(a.at, b.at));
}

/** The same run up to a moment, with one more input there: what came later belongs to another future. */
export function fork(run: Run, at: Moment, input: RunInput): Run {
  const kept = run.inputs.filter((earlier) => compareMoments(earlier.at, at) <= 0);
  return { ...run, inputs: [...kept, { at, input }] };
}
