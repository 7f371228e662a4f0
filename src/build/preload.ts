/**
 * Tells the browser about an island's modules with the page itself.
 *
 * Astro loads an island's modules when it hydrates, each import one round trip deeper than the last.
 * A `modulepreload` for the whole static closure makes the lab come alive after one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { islandModules, pagesOf, scriptModules, staticClosure, type Built } from './page-files.ts';

/** The page with a `modulepreload` for each module its islands and scripts need. */
export function withPreloads(html: string, built: Built): string {
  const scripts = scriptModules(html, built);
  const needed = staticClosure([...islandModules(html, built), ...scripts], built.folder);
  for (const script of scripts) needed.delete(script);
  const links = [...needed].sort().map((file) => `<link rel="modulepreload" href="${built.base}${file}">`);
  return links.length === 0 ? html : html.replace('</head>', `${links.join('')}</head>`);
}

/** The Astro integration; it works on the pages once they are written. */
export function preload(): AstroIntegration {
  let base = '/';
  return {
    name: 'daybreak-preload',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': ({ dir }) => {
        const built = { folder: fileURLToPath(dir), base };
        for (const page of pagesOf(built)) {
          const file = join(built.folder, page);
          const html = readFileSync(file, 'utf8');
          const better = withPreloads(html, built);
          if (better !== html) writeFileSync(file, better);
        }
      },
    },
  };
}
