/** The command that draws one moment of a run as a file; see `usage`. */
import { writeFile } from 'node:fs/promises';
import { oneOf, readOptions, readSettings, Refusal, runCommand } from './command-line.ts';
import { openPictures } from './pictures.ts';
import { simulationNames } from './simulation-names.ts';
import { stillPng, stillSvg } from './still-svg.ts';

const usage = `npm run -s still -- <simulation> [--scenario id] [--at start|end|<n>ms|"cue <id>"]
  [--layout wide|narrow|still] [--theme light|dark] [--covered] [--set field=value]... -o file.png|file.svg`;

await runCommand(async () => {
  const { values, positionals } = readOptions(
    {
      allowPositionals: true,
      options: {
        scenario: { type: 'string' },
        at: { type: 'string', default: 'start' },
        layout: { type: 'string', default: 'wide' },
        theme: { type: 'string', default: 'light' },
        covered: { type: 'boolean', default: false },
        set: { type: 'string', multiple: true, default: [] },
        output: { type: 'string', short: 'o' },
      },
    },
    usage,
  );
  const name = oneOf('simulation', positionals[0] ?? '', simulationNames());
  const layout = oneOf('layout', values.layout, ['wide', 'narrow', 'still']);
  const theme = oneOf('theme', values.theme, ['light', 'dark']);
  const output = values.output ?? '';
  if (!/\.(png|svg)$/.test(output))
    throw new Refusal(`-o takes a file that ends in .png or .svg, got "${output}".\n${usage}`);

  const pictures = await openPictures();
  try {
    const simulation = await pictures.simulation(name);
    const scenarios = Object.keys(simulation.scenarios);
    const scenario = oneOf(`scenario of ${name}`, values.scenario ?? scenarios[0]!, scenarios);
    const changed = readSettings(simulation, values.set);
    // After a shell has split it, `--at cue first-loss` arrives as "cue" and one more word.
    const at = values.at === 'cue' ? `cue ${positionals[1] ?? ''}` : values.at;
    const svg = stillSvg(
      await pictures.markup(name, { scenario, at, changed, layout, covered: values.covered }),
      theme,
    );
    await writeFile(output, output.endsWith('.svg') ? svg : await stillPng(svg));
  } finally {
    await pictures.close();
  }
});
