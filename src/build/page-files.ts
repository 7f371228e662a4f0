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

/** The files a page cannot run without when it starts with these modules; each is below the site's folder. */
export function staticClosure(files: Iterable<string>, folder: string): Set<string> {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const path = join(folder, file);
    if (found.has(file) || !existsSync(path)) continue;
    found.add(file);
    for (const address of staticImports(readFileSync(path, 'utf8'))) {
      if (address.startsWith('.'))
        open.push(
          relative(folder, join(dirname(path), address))
            .split(sep)
            .join('/'),
        );
    }
  }
  return found;
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
