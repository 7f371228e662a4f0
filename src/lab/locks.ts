/** What of a run somebody else has set: it stays so in every run that is opened or made of it. */
import type { AnySimulation } from '../engine/fields.ts';
import { compareMoments } from '../engine/log.ts';
import { isFieldSet } from '../engine/machine.ts';
import { baseConfig, scenarioOf } from '../engine/run.ts';
import type { Run, RunInput, TimedInput } from '../engine/simulation.ts';

/** The field that an input sets, or the act that it is. */
export function nameOf(input: RunInput): string {
  return isFieldSet(input) ? input.set : input.type;
}

/** Whether two runs say the same, whatever the order of their changed fields. */
function isSame(a: Run, b: Run): boolean {
  const text = ({ scenario, seed, changed, inputs }: Run): string =>
    JSON.stringify([scenario, seed, Object.entries(changed).sort(), inputs]);
  return text(a) === text(b);
}

export class Locks {
  private readonly simulation: AnySimulation;
  readonly given: Run;
  private readonly names: ReadonlySet<string>;

  /** Names of fields and acts, 'seed' and 'scenario'; `given` has them as they shall be. */
  constructor(simulation: AnySimulation, given: Run, names: readonly string[]) {
    this.simulation = simulation;
    this.given = given;
    this.names = new Set(names);
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** How much of a run is given, counted as `actsIn` counts: what is locked, and what still is as it was set. */
  givenIn({ changed, inputs }: Run): number {
    const { given, names } = this;
    const acts = new Set(given.inputs.map((each) => JSON.stringify(each)));
    const fields = Object.keys(changed).filter((name) => names.has(name) || given.changed[name] === changed[name]);
    const own = inputs.filter((each) => names.has(nameOf(each.input)) || acts.has(JSON.stringify(each)));
    return fields.length + own.length;
  }

  /** The run, but with what is locked as it was given; the same object where it is so already. */
  keep(run: Run): Run {
    const { simulation, given, names } = this;
    const isOurs = ({ input }: TimedInput): boolean => names.has(nameOf(input));
    const scenario = this.isFixed(run.scenario) ? given.scenario : run.scenario;
    const free = Object.entries(run.changed).filter(([name]) => !names.has(name));
    const next = {
      scenario,
      seed: names.has('seed') ? given.seed : run.seed,
      changed: Object.fromEntries(free),
      inputs: [...given.inputs.filter(isOurs), ...run.inputs.filter((each) => !isOurs(each))],
    };
    const [wanted, own] = [baseConfig(simulation, given), baseConfig(simulation, next)];
    const back = Object.entries(wanted).filter(([name, value]) => names.has(name) && own[name] !== value);
    Object.assign(next.changed, Object.fromEntries(back));
    next.inputs.sort((a, b) => compareMoments(a.at, b.at));
    return isSame(run, next) ? run : next;
  }

  /** Whether that scenario cannot be had: it is locked, or its own acts, or those of the one given, touch what is. */
  private isFixed(scenario: string): boolean {
    const { simulation, given, names } = this;
    if (scenario === given.scenario) return false;
    const touches = (id: string): boolean =>
      scenarioOf(simulation, id).inputs.some(({ input }) => names.has(nameOf(input)));
    return names.has('scenario') || touches(scenario) || touches(given.scenario);
  }
}
