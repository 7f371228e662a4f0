/** `npm run -s sim`: runs a simulation without a browser; see `usage`. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnySimulation } from '../engine/fields.ts';
import { oneOf, readOptions, Refusal, runCommand } from './command-line.ts';
import { listing, playAsked, show, type Form } from './headless.ts';
import { simulationNames } from './simulation-names.ts';

const usage = `npm run -s sim -- <simulation> [--scenario id] [--seed n] [--set field=value]... [--input '<json>']...
  [--until ms] [--json|--log|--csv]
npm run -s sim -- --list [simulation]`;

async function load(name: string): Promise<AnySimulation> {
  const file = resolve('src/sims', oneOf('simulation', name, simulationNames()), 'index.ts');
  return ((await import(pathToFileURL(file).href)) as { simulation: AnySimulation }).simulation;
}

await runCommand(async () => {
  const { values, positionals } = readOptions(
    {
      allowPositionals: true,
      options: {
        scenario: { type: 'string' },
        seed: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        input: { type: 'string', multiple: true, default: [] },
        until: { type: 'string' },
        json: { type: 'boolean', default: false },
        log: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  if (values.list) {
    const names = positionals.length > 0 ? positionals : simulationNames();
    console.log((await Promise.all(names.map(async (name) => listing(await load(name))))).join('\n\n'));
    return;
  }
  if (positionals.length !== 1) throw new Refusal(`Name one simulation: ${simulationNames().join(', ')}.\n${usage}`);
  const forms = (['json', 'log', 'csv'] as const).filter((form) => values[form]);
  if (forms.length > 1)
    throw new Refusal(`Choose one of --json, --log and --csv, got ${forms.map((form) => `--${form}`).join(' and ')}.`);
  const form: Form = forms[0] ?? 'text';
  console.log(show(playAsked(await load(positionals[0]!), values), form));
});
