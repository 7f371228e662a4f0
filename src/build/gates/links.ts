/** Every address inside the built site leads to a file that is there, and every fragment to an id. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { attributes, pagesOf, type Built } from '../page-files.ts';
import { verdict, type Verdict } from './gate.ts';

/** Addresses a page asks for or links to, as written. */
export function addressesOf(html: string): string[] {
  const single = ['href', 'src', 'component-url', 'renderer-url', 'poster', 'data'].flatMap((name) =>
    attributes(html, /(?:a|link|script|img|source|iframe|object|video|astro-island|image|use)/, name),
  );
  const sets = attributes(html, /(?:img|source)/, 'srcset').flatMap((set) =>
    set.split(',').map((candidate) => candidate.trim().split(/\s+/)[0]!),
  );
  return [...single, ...sets];
}

/** The file a path below the base leads to on Pages without a redirect; null when there is none. */
function fileAt(folder: string, path: string): string | null {
  const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** What is wrong with one address of a page, or null. */
function addressProblem(
  address: string,
  page: string,
  html: string,
  { folder, base }: Built,
  origin: string,
): string | null {
  if (/^(mailto|tel|data|blob):/.test(address)) return null;
  const here = new URL(base + page.replace(/index\.html$/, ''), origin);
  const there = new URL(address, here);
  if (there.origin !== here.origin)
    return there.protocol === 'https:' ? null : `leads to ${address}, which is not https`;
  if (!there.pathname.startsWith(base))
    return `leads to ${address}, which is outside the base ${base}: build it with href()`;
  const file = fileAt(folder, decodeURIComponent(there.pathname.slice(base.length)));
  if (file === null) return `leads to ${address}, where there is no page or file`;
  const id = decodeURIComponent(there.hash.slice(1));
  if (id === '' || !file.endsWith('.html')) return null;
  const target = file === join(folder, page) ? html : readFileSync(file, 'utf8');
  return target.includes(` id="${id}"`) ? null : `leads to ${address}, but nothing there has the id "${id}"`;
}

/** Checks every page, the feed and the sitemap. */
export function checkLinks(built: Built, origin: string): Verdict {
  const problems: string[] = [];
  let looked = 0;
  for (const page of pagesOf(built)) {
    const html = readFileSync(join(built.folder, page), 'utf8');
    for (const address of new Set(addressesOf(html))) {
      looked += 1;
      const problem = addressProblem(address, page, html, built, origin);
      if (problem !== null) problems.push(`${page} ${problem}`);
    }
  }
  for (const list of ['rss.xml', 'sitemap-index.xml', 'sitemap-0.xml']) {
    const file = join(built.folder, list);
    if (!existsSync(file)) {
      problems.push(`${list} is missing`);
      continue;
    }
    for (const [, address] of readFileSync(file, 'utf8').matchAll(/<(?:loc|link|guid[^>]*)>(https?:[^<]*)</g)) {
      looked += 1;
      const problem = addressProblem(address!, posix.basename(list), '', built, origin);
      if (problem !== null || !address!.startsWith(origin))
        problems.push(`${list} ${problem ?? `leads to ${address}, not below ${origin}`}`);
    }
  }
  return verdict(looked, problems, `${looked} addresses`);
}
