import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { builder } from './src/build/builder.ts';
import { packages } from './src/build/packages.ts';
import { preload } from './src/build/preload.ts';
import { embedBoot } from './src/embed/boot.ts';
import { labBoot } from './src/lab/boot.ts';
import { markLines } from './src/site/marked-lines.ts';
import { plainTokens } from './src/site/plain-tokens.ts';
import { themeBoot } from './src/site/theme-boot.ts';

// A fork needs no edit: the deploy workflow hands in where Pages serves it.
const site = process.env.SITE_ORIGIN || 'http://localhost:4321';
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

const hash = (text) => /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`);
const font = (file, style, weight) => ({ src: [`./src/site/fonts/${file}.woff2`], style, weight });

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  integrations: [
    svelte(),
    mdx(),
    // Short links lead on at once, and embeds belong to other pages: both stay out of search results.
    sitemap({ filter: (page) => !/^(s|embed)\//.test(new URL(page).pathname.slice(base.length)) }),
    preload(),
    builder(),
    packages(),
  ],
  markdown: { shikiConfig: { theme: 'css-variables', transformers: [plainTokens, markLines] } },
  // Optional: named for the browser ahead, a font is there for the first paint or waits for the next page. A swap would
  // move the lines under a reader's eyes.
  fonts: [
    {
      name: 'Daybreak Serif',
      cssVariable: '--font-serif',
      provider: fontProviders.local(),
      fallbacks: ['Georgia', 'serif'],
      display: 'optional',
      options: {
        variants: [font('daybreak-serif', 'normal', '400 700'), font('daybreak-serif-italic', 'italic', 400)],
      },
    },
    {
      name: 'Daybreak Sans',
      cssVariable: '--font-sans',
      provider: fontProviders.local(),
      fallbacks: ['system-ui', 'sans-serif'],
      display: 'optional',
      options: { variants: [font('daybreak-sans', 'normal', '400 700')] },
    },
  ],
  build: { assets: 'assets' },
  vite: {
    build: {
      // Astro marks its own modules with "use astro:…"; the bundler need not warn of it for each lesson.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
      // An inlined script cannot load chunks by address, and would need a hash of its own.
      assetsInlineLimit: (file) => (/\.[cm]?[jt]s$|\.svelte$|\.astro$/.test(file) ? false : undefined),
    },
  },
  security: {
    csp: {
      scriptDirective: { resources: ["'self'"], hashes: [hash(themeBoot(base)), hash(labBoot), hash(embedBoot)] },
      // Style attributes carry what the model or the highlighter computed; style elements are hashed or our own files.
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
});
