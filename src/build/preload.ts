/**
 * Tells the browser about a page's modules before they ask for each other.
 *
 * What the page itself starts with is named for the browser at once. What its islands need is named in
 * a template, which the boot script of the labs (src/lab/boot.ts) hands over at the reader's first move:
 * a page that is only opened loads no lab, and a lab that comes into view needs one round trip, not one
 * for each depth of import. An embed, which has no island, hands over the same when it wakes (src/embed/page/main.ts).
 * What is not needed any more for that is taken out of the page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withoutIslandScript } from './island-script.ts';
import { islandModules, pagesOf, scriptModules, staticClosure, wakingModules, type Built } from './page-files.ts';

/** The page with a `modulepreload` for each module its scripts need, and a template of those for its islands. */
export function withPreloads(html: string, built: Built): string {
  const scripts = scriptModules(html, built);
  const atOnce = staticClosure(scripts, built.folder);
  const forLabs = new Set([...staticClosure(islandModules(html, built), built.folder), ...wakingModules(html, built)]);
  for (const file of atOnce) forLabs.delete(file);
  for (const script of scripts) atOnce.delete(script);
  const links = (files: Set<string>): string =>
    [...files]
      .sort()
      .map((file) => `<link rel="modulepreload" href="${built.base}${file}">`)
      .join('');
  const template = forLabs.size > 0 ? `<template data-warm>${links(forLabs)}</template>` : '';
  return html.replace('</head>', `${links(atOnce)}${template}</head>`);
}

/**
 * The page whose security policy names the hashes of what is inline in it, and no others: Astro names what any
 * page might have, and a hash is the one thing in a page that cannot be packed.
 */
export function withoutIdleHashes(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)];
  const used = new Set(inline.map(([, , text]) => createHash('sha256').update(text!).digest('base64')));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ 'sha256-([^']+)'/g, (hash, digest: string) => (used.has(digest) ? hash : '')),
  );
}

/** The page with the script of its islands as a file of the site. */
function islandScriptApart(page: string, { folder, base }: Built): string {
  const apart = withoutIslandScript(page);
  if (!apart) return page;
  const file = `assets/islands.${createHash('sha256').update(apart.code).digest('hex').slice(0, 8)}.js`;
  writeFileSync(join(folder, file), apart.code);
  return apart.html.replace('</head>', `<script type="module" src="${base}${file}"></script></head>`);
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
          const better = withoutIdleHashes(withPreloads(islandScriptApart(html, built), built));
          if (better !== html) writeFileSync(file, better);
        }
      },
    },
  };
}
