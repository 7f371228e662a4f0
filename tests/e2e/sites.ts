/** The two built sites that tests drive: as a project site below a path in full, and at the root as a smoke test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributes } from '../../src/build/page-files.ts';

export interface Site {
  folder: string;
  base: string;
  origin: string;
  port: number;
  url: string;
}

const port = Number(process.env.E2E_PORT ?? 4410);
const site = (folder: string, base: string, port: number): Site => {
  const origin = `http://localhost:${port}`;
  return { folder, base, origin, port, url: origin + base };
};

export const sites = { project: site('dist-x', '/x/', port), root: site('dist-root', '/', port + 1) };

/** Where the sites were built to be served: whole addresses in codes, recipes and descriptions hold this origin. */
export const builtOrigin = 'http://localhost:4321';

/** Every page the sitemap names, as a path below the base, the home page as ''. */
export function sitemapPages({ folder, base }: Site): string[] {
  const map = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address]) => new URL(address!).pathname.slice(base.length))
    .sort();
}

/** The embeds: made for frames, so no sitemap names them. */
export function embedPages({ folder }: Site): string[] {
  const within = readdirSync(join(folder, 'embed/v1'), { withFileTypes: true });
  return within.filter((entry) => entry.isDirectory()).map(({ name }) => `embed/v1/${name}/`);
}

/** Whether a page holds a lab. */
export function hasLab({ folder }: Site, page: string): boolean {
  return readFileSync(join(folder, page, 'index.html'), 'utf8').includes('<astro-island');
}

/** Paths of the modules that the islands of a page are. */
export function islandAddresses({ folder }: Site, page: string): string[] {
  return attributes(readFileSync(join(folder, page, 'index.html'), 'utf8'), /astro-island/, 'component-url');
}
