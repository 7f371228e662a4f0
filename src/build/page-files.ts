/** What a built page loads: read from its HTML and from the modules themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A built site: its folder, and the path it is served under, with both slashes. */
export interface Built {
  folder: string;
  base: string;
}

/** Every page, as a path below the folder: `index.html`, `days/tromboning/index.html`. */
export function pagesOf({ folder }: Built): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** The addresses a module imports before it runs; those it may import later are left out. */
export function staticImports(code: string): string[] {
  const pattern =
    /(?:^|[;{}\s/])(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*|\{[^{}"']*\}\s*from\s*|\*\s*from\s*)?["']([^"']+)["']/g;
  return [...code.matchAll(pattern)].map(([, address]) => address!);
}

/** The addresses that a module may import later. */
export function laterImports(code: string): string[] {
  return [...code.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, address]) => address!);
}

/** The files a page cannot run without when it starts with these modules; each is below the site's folder. */
export function staticClosure(files: Iterable<string>, folder: string): Set<string> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const path = join(folder, file);
    if (found.has(file) || !existsSync(path)) continue;
    found.add(file);
    open.push(...below(file, staticImports(readFileSync(path, 'utf8')), folder));
  }
  return found;
}

/** Addresses beside a file, as files below the site's folder. */
function below(file: string, addresses: readonly string[], folder: string): string[] {
  return addresses
    .filter((address) => address.startsWith('.'))
    .map((address) =>
      relative(folder, join(folder, dirname(file), address))
        .split(sep)
        .join('/'),
    );
}

/**
 * The files that an embed loads when it wakes, beside those it has: what its script then imports, and of the
 * simulation that it is of the lab with all its island imports. None where the page is no embed.
 */
export function wakingModules(html: string, built: Built): Set<string> {
  const { folder } = built;
  const [sim] = attributes(html, /main/, 'data-sim');
  if (sim === undefined) return new Set();
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const later = (file: string): string[] => below(file, laterImports(read(file)), folder);
  const scripts = scriptModules(html, built);
  const woken = staticClosure(scripts.flatMap(later), folder);
  const ofSim = new RegExp(
    `["'\`]/src/sims/${sim}/(?:index\\.ts|Island\\.svelte)["'\`]:[^"']*?\\bimport\\([^)]*\\)`,
    'g',
  );
  const entries = [...woken].flatMap((file) =>
    [...read(file).matchAll(ofSim)].flatMap(([entry]) => below(file, laterImports(entry), folder)),
  );
  const lab = staticClosure([...entries, ...entries.flatMap(later)], folder);
  const known = staticClosure(scripts, folder);
  return new Set([...woken, ...lab].filter((file) => !known.has(file)));
}

/** The values of an attribute of the elements that the pattern opens, without entities. */
export function attributes(html: string, tag: RegExp, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag.source}(?=[\\s>])[^>]*?\\s${name}="([^"]*)"`, 'g'))].map((match) =>
    match.at(-1)!.replaceAll('&amp;', '&'),
  );
}

/** An address in a page as a file below the folder; null when it points elsewhere. */
export function fileOf(address: string, { base }: Built): string | null {
  const path = address.replace(/[?#].*$/, '');
  return path.startsWith(base) ? decodeURIComponent(path.slice(base.length)) : null;
}

/** Modules that hydrate the page's islands, as files. */
export function islandModules(html: string, built: Built): string[] {
  return ['component-url', 'renderer-url', 'before-hydration-url']
    .flatMap((name) => attributes(html, /astro-island/, name))
    .map((address) => fileOf(address, built))
    .filter((file) => file !== null);
}

/** Modules the page itself starts with, as files. */
export function scriptModules(html: string, built: Built): string[] {
  return attributes(html, /script/, 'src')
    .map((address) => fileOf(address, built))
    .filter((file) => file !== null);
}
