import { readFileSync } from 'node:fs';
import { contractOf, type Golden } from './contract.ts';
import { everySimulation } from './every-simulation.ts';

for (const simulation of await everySimulation()) {
  const folder = simulation.id === 'bounded-queue' ? '.' : `../sims/${simulation.id}`;
  const file = new URL(`${folder}/golden.json`, import.meta.url);
  contractOf(simulation, JSON.parse(readFileSync(file, 'utf8')) as Golden);
}
