/** What the commands under src/build share: options read strictly, and one way to refuse. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fieldsOf, readField, type AnySimulation } from '../engine/fields.ts';
import type { Values } from '../engine/simulation.ts';

/** Somebody's mistake on a command line: said in a sentence, without a stack, exit code 2. */
export class Refusal extends Error {}

/** The parsed options; an unknown one is refused with the usage. */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The one of `allowed` that was given. */
export function oneOf<Name extends string>(what: string, given: string, allowed: readonly Name[]): Name {
  const found = allowed.find((name) => name === given);
  if (found !== undefined) return found;
  throw new Refusal(`There is no ${what} "${given}".\nIt is one of: ${allowed.join(', ')}.`);
}

/** `['mirrorShare=0.5']` to `{ mirrorShare: 0.5 }`, each value checked as its field says. */
export function readSettings(simulation: AnySimulation, settings: readonly string[]): Values {
  const fields = fieldsOf(simulation);
  return Object.fromEntries(
    settings.map((setting) => {
      const [name = '', ...rest] = setting.split('=');
      if (rest.length === 0) throw new Refusal(`--set takes field=value, got "${setting}".`);
      const field = fields[oneOf(`field of ${simulation.id}`, name, Object.keys(fields))]!;
      const read = readField(name, field, rest.join('='));
      if ('problem' in read) throw new Refusal(read.problem);
      return [name, read.value];
    }),
  );
}

/** Runs a command; a Refusal ends it with exit code 2, anything else with 1 and its stack. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = error instanceof Refusal ? 2 : 1;
  }
}
