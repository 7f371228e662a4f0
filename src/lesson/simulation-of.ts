/** Finds the simulation a lesson names. */
import type { AnySimulation } from '../engine/fields.ts';

const modules = import.meta.glob<{ simulation: AnySimulation }>('/src/sims/*/index.ts', { eager: true });

/** Throws an author's error that lists what exists. */
export function simulationOf(id: string, file: string): AnySimulation {
  const found = modules[`/src/sims/${id}/index.ts`];
  if (found) return found.simulation;
  const known = Object.keys(modules).map((path) => path.split('/')[3]);
  throw new Error(
    `${file} names the simulation "${id}", which does not exist.\n` +
      `There are: ${known.join(', ') || 'none'}.\n` +
      `Correct simulation: in ${file}, or add the simulation as src/sims/${id}/index.ts.`,
  );
}
