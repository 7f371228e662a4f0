import { readdirSync, readFileSync } from 'node:fs';
import { boundedQueue } from './bounded-queue.ts';
import { contractOf, type Golden } from './contract.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';

const golden = (path: string): Golden => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Golden;

contractOf(boundedQueue, golden('./golden.json'));
for (const folder of readdirSync(new URL('../../src/sims', import.meta.url))) {
  const { simulation } = (await import(`../../src/sims/${folder}/index.ts`)) as { simulation: AnySimulation };
  contractOf(simulation, golden(`../sims/${folder}/golden.json`));
}
