/** Which simulations there are, without loading one. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folder names under src/sims that hold a simulation. */
export function simulationNames(root = process.cwd()): string[] {
  const folder = resolve(root, 'src/sims');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(resolve(folder, name, 'index.ts')))
    .sort();
}
