/**
 * Builds the site, and knows whether that is still needed.
 *
 * A stamp in the built folder holds a hash of every file the site is made from and of where it will
 * be served. It is a dotfile, which Pages drops.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Place {
  /** Folder the site is built into. */
  folder: string;
  /** `/`, or the path of a project site such as `/daybreak/`. */
  base: string;
  origin: string;
}

/** Where the site goes when nothing else is said; the deploy workflow sets both variables. */
export const defaultPlace: Place = {
  folder: 'dist',
  base: `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
  origin: process.env.SITE_ORIGIN || 'http://localhost:4321',
};

const inputs = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const stampFile = '.daybreak-build';

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function inputsHash({ base, origin }: Place): string {
  const hash = createHash('sha256').update(`${base} ${origin} ${process.version}\n`);
  for (const input of inputs) for (const file of filesUnder(input)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Whether the folder holds the site as its sources are now. */
export function isBuilt(place: Place): boolean {
  const stamp = join(place.folder, stampFile);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash(place);
}

/** Builds the site unless it is built already, and prints what went wrong. True when the folder holds it. */
export function buildSite(place: Place): boolean {
  if (isBuilt(place)) return true;
  const hash = inputsHash(place);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', place.folder],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, BASE_PATH: place.base, SITE_ORIGIN: place.origin, NODE_ENV: 'production' },
    },
  );
  if (status !== 0) {
    console.error(stdout + stderr);
    // Half a site, or an old one, must not be taken for the site.
    rmSync(place.folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(place.folder, stampFile), hash);
  return true;
}

if (import.meta.main) {
  const [folder = defaultPlace.folder] = process.argv.slice(2);
  process.exitCode = buildSite({ ...defaultPlace, folder }) ? 0 : 1;
}
