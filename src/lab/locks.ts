/** What of a run somebody else has set: it stays so in every run that is opened or made of it. */
import type { AnySimulation } from '../engine/fields.ts';
import { compareMoments } from '../engine/log.ts';
import { isFieldSet } from '../engine/machine.ts';
import { baseConfig } from '../engine/run.ts';
import type { Run, RunInput, TimedInput } from '../engine/simulation.ts';

/** The field that an input sets, or the act that it is. */
export function nameOf(input: RunInput): string {
  return isFieldSet(input) ? input.set : input.type;
}

export class Locks {
  private readonly simulation: AnySimulation;
  private readonly given: Run;
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

  /** The run, but with what is locked as it was given. */
  keep(run: Run): Run {
    const { simulation, given, names } = this;
    const next = {
      ...run,
      scenario: names.has('scenario') ? given.scenario : run.scenario,
      seed: names.has('seed') ? given.seed : run.seed,
    };
    const [wanted, own] = [baseConfig(simulation, given), baseConfig(simulation, next)];
    const back = Object.entries(wanted).filter(([name, value]) => names.has(name) && own[name] !== value);
    const isOurs = ({ input }: TimedInput): boolean => names.has(nameOf(input));
    const inputs = [...given.inputs.filter(isOurs), ...run.inputs.filter((each) => !isOurs(each))];
    return {
      ...next,
      changed: { ...next.changed, ...Object.fromEntries(back) },
      inputs: inputs.sort((a, b) => compareMoments(a.at, b.at)),
    };
  }
}
