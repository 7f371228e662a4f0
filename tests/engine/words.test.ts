import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomInputs } from '../contract/arbitrary.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { defaults, fieldsOf, type AnySimulation } from '../../src/engine/fields.ts';
import { sayFields, sayInput } from '../../src/engine/words.ts';
import { simulation as dark } from '../../src/sims/dark-deployments/index.ts';
import { simulation as ingestion } from '../../src/sims/incremental-ingestion/index.ts';
import { simulation as tromboning } from '../../src/sims/tromboning/index.ts';

const any = (simulation: unknown): AnySimulation => simulation as AnySimulation;

test('an act is named as on its button, with its values as on its controls', () => {
  expect(sayInput(any(tromboning), { set: 'policy', value: 'trustBuilding' })).toBe('Inspect traffic: nowhere');
  expect(sayInput(any(tromboning), { type: 'move', lat: 36.1, lon: -80 })).toBe(
    'Move the firewall: latitude 36.1 °, longitude −80 °',
  );
  expect(sayInput(any(dark), { type: 'shipFix' })).toBe('Ship the fix');
  expect(sayInput(any(boundedQueue), { type: 'burst', requests: 20 })).toBe('Burst: requests 20');
  expect(sayInput(any(boundedQueue), { set: 'open', value: false })).toBe('Door: shut');
});

test('fields are named in the order they are declared, whatever order they were chosen in', () => {
  expect(sayFields(any(ingestion), { every: '15', strategy: 'full' })).toBe(
    'Each sync copies: everything, A sync: every 15 s',
  );
  expect(sayFields(any(tromboning), { firewallLoad: 0.5, routeInflation: 2 })).toBe(
    'Firewall load: 50 %, Road against straight line: 2',
  );
  expect(sayFields(any(ingestion), {})).toBe('');
});

test.each(await everySimulation())(
  '$id: nothing a learner can do or choose is named by a program’s word',
  (simulation) => {
    const wrong = /undefined|NaN|\[object|^\s*$|\.$|\.\s/;
    expect(sayFields(simulation, defaults(fieldsOf(simulation)))).not.toMatch(wrong);
    fc.assert(
      fc.property(randomInputs(simulation, 100), (inputs) => {
        for (const { input } of inputs) expect(sayInput(simulation, input)).not.toMatch(wrong);
      }),
      { seed: 1 },
    );
  },
);
