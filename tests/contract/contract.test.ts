import { readdirSync } from 'node:fs';
import { boundedQueue } from './bounded-queue.ts';
import { contractOf, type GoldenHashes } from './contract.ts';
import golden from './golden.json' with { type: 'json' };
import type { AnySimulation } from '../../src/engine/fields.ts';

const versions: Readonly<Record<string, { version: number; hashes: GoldenHashes }>> = golden;
const none = { version: 0, hashes: {} };

contractOf(boundedQueue, versions[boundedQueue.id] ?? none);
for (const folder of readdirSync(new URL('../../src/sims', import.meta.url))) {
  const { simulation } = (await import(`../../src/sims/${folder}/index.ts`)) as { simulation: AnySimulation };
  contractOf(simulation, versions[simulation.id] ?? none);
}
