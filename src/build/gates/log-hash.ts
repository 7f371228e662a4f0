/**
 * The same run has the same log in every engine: Node, Chromium, Firefox and WebKit.
 *
 * One small page plays every scenario of every simulation and writes the hashes into its body.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { chromiumArgs, findFirefox, findWebKit, needChromium } from '../browsers.ts';
import { inFirefox, inWebKit, type Look } from '../other-engines.ts';
import { servePages } from '../pages-server.ts';
import { simulationNames } from '../simulation-names.ts';
import { runTool, verdict, type Verdict } from './gate.ts';

type Hashes = Record<string, string>;

/** A module that plays every scenario; it runs in Node and in browsers as it is. */
function hashesModule(): string {
  const names = simulationNames();
  const path = (file: string): string => JSON.stringify(resolve(file));
  return [
    `import { openRun } from ${path('src/engine/run.ts')};`,
    `import { Timeline } from ${path('src/engine/timeline.ts')};`,
    ...names.map((name, i) => `import { simulation as s${i} } from ${path(`src/sims/${name}/index.ts`)};`),
    `export const hashes = {};`,
    `for (const simulation of [${names.map((_, i) => `s${i}`).join(', ')}])`,
    `  for (const scenario of Object.keys(simulation.scenarios))`,
    `    hashes[simulation.id + ' ' + scenario] = new Timeline(simulation, openRun(simulation, scenario)).hash();`,
  ].join('\n');
}

async function inChromium(url: string): Promise<Hashes> {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await needChromium(), args: chromiumArgs });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector('#done', { state: 'attached' });
    return JSON.parse((await page.textContent('body')) ?? '') as Hashes;
  } finally {
    await browser.close();
  }
}

/** The hashes, as soon as the page has written them. */
const written = "document.getElementById('done') ? document.body.textContent : null";
const readIn = async (look: Look, url: string): Promise<Hashes> =>
  JSON.parse(String(await look(url, written))) as Hashes;

/** Plays every scenario in Node and in each browser there is, and compares. */
export async function checkLogHashes(): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'log-hash-'));
  const entry = join(folder, 'hashes.js');
  writeFileSync(entry, hashesModule());
  writeFileSync(
    join(folder, 'page.js'),
    `import { hashes } from './hashes.js';\ndocument.body.textContent = JSON.stringify(hashes);\nconst done = document.createElement('i');\ndone.id = 'done';\ndocument.body.append(done);`,
  );
  writeFileSync(
    join(folder, 'node.mjs'),
    `import { hashes } from './hashes.js';\nconsole.log(JSON.stringify(hashes));`,
  );
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Hashes</title><body><script type="module" src="page.js"></script>',
  );
  const output = { entryFileNames: 'page.js', format: 'es' as const };
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: site,
      emptyOutDir: false,
      target: 'es2022',
      rollupOptions: { input: join(folder, 'page.js'), output },
    },
  });
  const { url, close } = await servePages(site, '/', 4800);
  try {
    const inNode = await runTool([join(folder, 'node.mjs')]);
    const expected = JSON.parse(inNode.output) as Hashes;
    const firefox = findFirefox();
    const webKit = findWebKit();
    const engines: [string, Promise<Hashes>][] = [['Chromium', inChromium(url)]];
    if (firefox !== null) engines.push(['Firefox', readIn(inFirefox(firefox), url)]);
    if (webKit !== null) engines.push(['WebKit', readIn(inWebKit(webKit), url)]);
    const problems: string[] = [];
    for (const [engine, running] of engines) {
      const got = await running.catch((error: unknown) =>
        problems.push(`${engine} could not be driven: ${String(error)}`),
      );
      if (typeof got === 'number') continue;
      for (const [run, hash] of Object.entries(expected)) {
        if (got[run] !== hash) problems.push(`${run}: ${engine} ends in ${got[run]}, Node in ${hash}`);
      }
    }
    const missing = [...(firefox === null ? ['Firefox'] : []), ...(webKit === null ? ['WebKit'] : [])];
    const unseen = missing.length === 0 ? '' : `; not in ${missing.join(' and ')}, which apt-get could not bring here`;
    if (missing.length > 0 && process.env.CI)
      problems.push(`CI must try every engine${unseen}. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb`);
    const notes = `${Object.keys(expected).length} scenarios, same log in Node, ${engines.map(([engine]) => engine).join(', ')}${unseen}`;
    return verdict(Object.keys(expected).length * engines.length, problems, notes);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
