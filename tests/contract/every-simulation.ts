/** The lessons' simulations and the one that is for tests only. */
import { readdirSync } from 'node:fs';
import { boundedQueue } from './bounded-queue.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';

export async function everySimulation(): Promise<AnySimulation[]> {
  const folders = readdirSync(new URL('../../src/sims', import.meta.url));
  const modules = folders.map((folder) => import(`../../src/sims/${folder}/index.ts`));
  return [
    boundedQueue,
    ...((await Promise.all(modules)) as { simulation: AnySimulation }[]).map((each) => each.simulation),
  ];
}
