/** The instructor's builder as a bundle of its own beside the site: shared chunks would grow with what only it needs. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** The Astro integration; what it writes is loaded by src/embed/builder/boot.ts. */
export function builder(): AstroIntegration {
  let base = '/';
  return {
    name: 'daybreak-builder',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': async ({ dir }) => {
        await build({
          configFile: false,
          logLevel: 'warn',
          base: `${base}teach/build/`,
          plugins: [svelte()],
          publicDir: false,
          build: {
            outDir: join(fileURLToPath(dir), 'teach/build'),
            target: 'es2022',
            rolldownOptions: {
              input: { builder: 'src/embed/builder/main.ts' },
              preserveEntrySignatures: 'strict',
              output: { entryFileNames: '[name].js', chunkFileNames: '[name].[hash].js' },
            },
          },
        });
      },
    },
  };
}
