/**
 * `npm test`: every gate in order, seconds for each, and one last line for people and machines.
 *
 * `--quick` (`npm run check`) leaves out what needs a built site or a browser; `--only a,b` runs
 * the gates whose names start so.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { needChromium } from './browsers.ts';
import { checkBudgets } from './gates/budgets.ts';
import { checkContent } from './gates/content.ts';
import { countedGate, runTool, toolGate, type Gate, type Verdict } from './gates/gate.ts';
import { checkHtml } from './gates/html.ts';
import { checkLighthouse } from './gates/lighthouse.ts';
import { checkLinks } from './gates/links.ts';
import { checkLogHashes } from './gates/log-hash.ts';
import { pagesOf } from './page-files.ts';
import { servePages } from './pages-server.ts';
import type { Place } from './site-build.ts';

const places: readonly Place[] = [
  { folder: 'dist-x', base: '/x/', origin: 'http://localhost:4321' },
  { folder: 'dist-root', base: '/', origin: 'http://localhost:4321' },
];
const [projectSite] = places as [Place, Place];

const astro = 'node_modules/astro/bin/astro.mjs';
const results = (name: string): string => `test-results/${name}.json`;
const json = <Shape>(name: string): Shape => JSON.parse(readFileSync(results(name), 'utf8')) as Shape;

const quick: Gate[] = [
  toolGate('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
  toolGate('lint', [
    'node_modules/eslint/bin/eslint.js',
    '--config',
    'src/build/eslint.config.js',
    '--max-warnings=0',
    '.',
  ]),
  toolGate('types: astro check', [astro, 'check', '--minimumFailingSeverity', 'warning']),
  toolGate('types: svelte-check', [
    'node_modules/svelte-check/bin/svelte-check',
    '--fail-on-warnings',
    '--output',
    'human',
  ]),
  toolGate('types: tsc', ['node_modules/typescript/bin/tsc', '--project', '.']),
  toolGate('unused', ['node_modules/knip/bin/knip.js']),
  { name: 'content', run: async () => checkContent() },
  countedGate(
    'tests',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${results('vitest')}`,
    ],
    () => {
      const { numPassedTests, numFailedTests, numTotalTests } = json<{
        numPassedTests: number;
        numFailedTests: number;
        numTotalTests: number;
      }>('vitest');
      return { passed: numPassedTests, failed: numFailedTests, notes: `${numTotalTests} tests` };
    },
  ),
];

const buildGate = ({ folder, base, origin }: Place): Gate =>
  toolGate(`build at ${base}`, ['src/build/site-build.ts', folder], { BASE_PATH: base, SITE_ORIGIN: origin });

/** A gate on a built site; a build that failed has left none. */
const siteGate = (name: string, place: Place, check: (place: Place) => Verdict | Promise<Verdict>): Gate => ({
  name,
  run: async () =>
    existsSync(place.folder)
      ? check(place)
      : { passed: 0, failed: 1, output: `The site at ${place.base} is not built.` },
});

const e2e = countedGate(
  'e2e',
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'],
  () => {
    const { stats } = json<{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }>('e2e');
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
  },
);

const site: Gate[] = [
  ...places.map(buildGate),
  ...places.map((place) => siteGate(`links at ${place.base}`, place, (built) => checkLinks(built, place.origin))),
  siteGate('html', projectSite, checkHtml),
  siteGate('budgets', projectSite, checkBudgets),
  siteGate('e2e', projectSite, () => e2e.run()),
  siteGate('lighthouse', projectSite, async ({ folder, base }) => {
    const { url, close } = await servePages(folder, base, 4460);
    // The 404 page and short links are noindex, which costs their SEO score on purpose.
    const pages = pagesOf({ folder, base }).filter((page) => page === 'index.html' || /^(days|teach)\//.test(page));
    return checkLighthouse(pages.map((page) => url + page.replace(/index\.html$/, ''))).finally(close);
  }),
  { name: 'one log in every engine', run: checkLogHashes },
];

async function runGate(gate: Gate): Promise<Verdict> {
  const began = performance.now();
  const verdict = await gate.run().catch((error: unknown): Verdict => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${verdict.failed === 0 ? 'ok  ' : 'FAIL'} ${gate.name.padEnd(26)} ${seconds.padStart(6)} s   ${verdict.passed} passed, ${verdict.failed} failed${verdict.notes ? `   ${verdict.notes}` : ''}`,
  );
  if (verdict.failed > 0) console.log(verdict.output.trim().replace(/^/gm, '    '));
  return verdict;
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : null;
const wanted = (args.includes('--quick') ? quick : [...quick, ...site]).filter(
  ({ name }) => only === null || only.some((start) => name.startsWith(start)),
);
if (only !== null && wanted.length === 0) {
  console.error(
    `No gate starts with ${only.join(' or ')}. The gates: ${[...quick, ...site].map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

rmSync('test-results', { recursive: true, force: true });
await runTool([astro, 'sync']);
if (wanted.some((gate) => site.includes(gate))) console.log(`Chromium: ${await needChromium()}`);
let passed = 0;
let failed = 0;
for (const gate of wanted) {
  const verdict = await runGate(gate);
  passed += verdict.passed;
  failed += verdict.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
