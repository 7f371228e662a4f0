/**
 * `npm run bench`: milliseconds, which no gate may hold, because they belong to a machine.
 *
 * Prints the machine, medians, ratios to a bare loop in the same run, and what is wanted.
 */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnySimulation } from '../engine/fields.ts';
import { engineRows, type Row } from './bench/engine.ts';
import { labRows } from './bench/labs.ts';
import { scenarioRows } from './bench/scenarios.ts';
import { lighthouseScores } from './gates/lighthouse.ts';
import { pagesOf } from './page-files.ts';
import { servePages } from './pages-server.ts';
import { buildSite, defaultPlace } from './site-build.ts';
import { simulationNames } from './simulation-names.ts';

function print(rows: readonly Row[]): void {
  for (const { what, value, wanted } of rows) {
    console.log(`${what.padEnd(58)} ${value}${wanted === '' ? '' : `   (wanted: ${wanted})`}`);
  }
}

const processors = cpus();
console.log(
  `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}, ${process.platform}`,
);
print(engineRows());
for (const name of simulationNames()) {
  const { simulation } = (await import(pathToFileURL(resolve('src/sims', name, 'index.ts')).href)) as {
    simulation: AnySimulation;
  };
  print(scenarioRows(simulation));
}

if (!buildSite(defaultPlace)) throw new Error('The site could not be built; what is wrong is above.');
const { folder, base } = defaultPlace;
const { url, close } = await servePages(folder, base, 4470);
try {
  const address = (page: string): string => url + page.replace(/index\.html$/, '');
  const pages = pagesOf(defaultPlace);
  const withLab = pages.filter((page) => readFileSync(join(folder, page), 'utf8').includes('<astro-island'));
  print(await labRows(withLab.map(address)));
  const scores = await lighthouseScores(['index.html', ...withLab].map(address), ['performance']);
  print(
    scores.map(({ page, scores, lcpMs, blockingMs }) => ({
      what: `Lighthouse on a phone, ${new URL(page).pathname}`,
      value: `performance ${scores['performance']}, LCP ${(lcpMs / 1000).toFixed(2)} s, blocking ${Math.round(blockingMs)} ms`,
      wanted: '100, 1.1 s, 50 ms',
    })),
  );
} finally {
  await close();
}
