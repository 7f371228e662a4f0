/** The size of what a page asks for, as Pages sends it (gzip), against the budgets of the project. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sentBytes } from '../pages-server.ts';
import {
  attributes,
  fileOf,
  islandModules,
  pagesOf,
  scriptModules,
  staticClosure,
  wakingModules,
  type Built,
} from '../page-files.ts';
import { verdict, type Verdict } from './gate.ts';

/** In kB (1,000 bytes) and in requests. */
const most = {
  lessonScript: 30,
  /** With its labs alive. The goal is 30 as well; see README, "What a page weighs". */
  aliveScript: 46,
  /** An embed that is alive, engine and model too. The goal is 30 as well; Svelte's runtime, the lab, engine and what tells the host are 49. */
  embedScript: 86,
  svelteRuntime: 16,
  plainScript: 5,
  html: 40,
  css: 20,
  fonts: 100,
  requests: 15,
  total: 90,
};

export interface PageWeight {
  page: string;
  hasLab: boolean;
  isEmbed: boolean;
  /** All in kB as sent. */
  html: number;
  /** JavaScript at load: what the page itself starts with. */
  script: number;
  /** JavaScript once its labs have come into view and live. */
  alive: number;
  runtime: number;
  css: number;
  total: number;
  requests: number;
}

const kB = (files: Iterable<string>, folder: string): number =>
  [...files].reduce((sum, file) => sum + sentBytes(join(folder, file)), 0) / 1000;

/** What one page weighs at load: itself, its styles, the static closure of its own modules, its pictures. Fonts are apart. */
export function weigh(page: string, built: Built): PageWeight {
  const html = readFileSync(join(built.folder, page), 'utf8');
  const below = (addresses: string[]): string[] =>
    addresses.map((address) => fileOf(address, built)).filter((file) => file !== null);
  const islands = islandModules(html, built);
  const scripts = staticClosure(scriptModules(html, built), built.folder);
  const woken = wakingModules(html, built);
  const withLabs = staticClosure([...islands, ...woken, ...scriptModules(html, built)], built.folder);
  const renderers = below(attributes(html, /astro-island/, 'renderer-url'));
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)[^>]*>([\s\S]*?)<\/script>/g)];
  const styles = new Set(
    below(
      [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].flatMap(([link]) => attributes(link, /link/, 'href')),
    ),
  );
  // A lazy picture is asked for when it comes near.
  const early = html.replace(/<img[^>]*\sloading="lazy"[^>]*>/g, '');
  const images = new Set(below(attributes(early, /img/, 'src')));
  const inPage = inline.reduce((sum, [, code]) => sum + gzipSync(code!).length, 0) / 1000;
  const script = kB(scripts, built.folder) + inPage;
  const sent = kB([page], built.folder);
  const css = kB(styles, built.folder);
  return {
    page,
    hasLab: islands.length > 0,
    isEmbed: woken.size > 0,
    html: sent,
    script,
    alive: kB(withLabs, built.folder) + inPage,
    runtime: kB(staticClosure(renderers, built.folder), built.folder),
    css,
    total: sent + css + kB(scripts, built.folder) + kB(images, built.folder),
    requests: 1 + styles.size + scripts.size + images.size,
  };
}

/** Sentences about each limit a page is over. */
export function overBudget(weight: PageWeight): string[] {
  const limits: [string, number, number, string][] = [
    ['JavaScript at load', weight.script, weight.hasLab ? most.lessonScript : most.plainScript, 'kB'],
    ['JavaScript with its labs alive', weight.alive, weight.isEmbed ? most.embedScript : most.aliveScript, 'kB'],
    ['Svelte’s runtime', weight.runtime, most.svelteRuntime, 'kB'],
    ['HTML', weight.html, most.html, 'kB'],
    ['all at load without fonts', weight.total, most.total, 'kB'],
    ['requests at load without fonts', weight.requests, most.requests, ''],
  ];
  return limits
    .filter(([, value, limit]) => value > limit)
    .map(([what, value, limit, unit]) =>
      `${weight.page}: ${what} is ${Number(value.toFixed(1))} ${unit}, at most ${limit} ${unit}`.replace(
        / +(,|$)/g,
        '$1',
      ),
    );
}

/** Weighs every page, and the styles and fonts of the whole site. */
export function checkBudgets(built: Built): Verdict {
  const weights = pagesOf(built).map((page) => weigh(page, built));
  const files = readdirSync(built.folder, { recursive: true, encoding: 'utf8' });
  const css = kB(
    files.filter((file) => file.endsWith('.css')),
    built.folder,
  );
  const fonts = kB(
    files.filter((file) => file.endsWith('.woff2')),
    built.folder,
  );
  const problems = weights.flatMap(overBudget);
  if (css > most.css) problems.push(`The site's CSS is ${css.toFixed(1)} kB, at most ${most.css} kB`);
  if (fonts > most.fonts) problems.push(`The fonts are ${fonts.toFixed(1)} kB, at most ${most.fonts} kB`);
  // Of pages that differ in a name only, one is enough to see.
  const shown = weights.filter(({ page }, at) => !page.startsWith('s/') || !weights[at - 1]?.page.startsWith('s/'));
  const lines = shown.map(
    ({ page, html, script, alive, runtime, total, requests }) =>
      `  ${page}: HTML ${html.toFixed(1)}, JavaScript ${script.toFixed(1)} at load, ${alive.toFixed(1)} with labs alive (runtime ${runtime.toFixed(1)}), total ${total.toFixed(1)} kB, ${requests} requests`,
  );
  const notes = [...lines, `  CSS of the site ${css.toFixed(1)} kB, fonts ${fonts.toFixed(1)} kB`].join('\n');
  return verdict(weights.length * 5 + 2, problems, `kB as sent\n${notes}`);
}
