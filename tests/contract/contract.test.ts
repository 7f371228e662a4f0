import { existsSync, readFileSync } from 'node:fs';
import { contractOf, type Golden } from './contract.ts';
import { everySimulation } from './every-simulation.ts';

for (const simulation of await everySimulation()) {
  const file =
    simulation.id === 'bounded-queue' ? 'tests/contract/golden.json' : `tests/sims/${simulation.id}/golden.json`;
  const golden = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden) : { version: 0, hashes: {} };
  contractOf(simulation, golden, file);
}
