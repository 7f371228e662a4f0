/** Where a run of Tromboning can begin. They differ in one thing each. */
import type { Cue, Scenario } from '../../engine/simulation.ts';
import { building } from './geography.ts';
import type { Config, Fact, Input } from './model.ts';

const oneTrip: Cue<Fact> = {
  id: 'one-trip',
  say: 'One trip of four is over. Not a byte of the file has moved.',
  onFact: (fact) => fact.type === 'tripDone' && fact.trip === 1,
};
const arrived: Cue<Fact> = {
  id: 'first-byte',
  say: 'The first byte is here. Every trip paid the whole way.',
  onFact: (fact) => fact.type === 'firstByte',
};

/** 10 model milliseconds a second: a hundred times slower than life. */
const shared = { inputs: [], seed: 1, untilMs: 250, pace: 10 } as const;

export const scenarios: Readonly<Record<'headquarters' | 'direct' | 'onSite', Scenario<Config, Input, Fact>>> = {
  headquarters: { ...shared, title: 'The firewall at headquarters', config: {}, cues: [oneTrip, arrived] },
  direct: {
    ...shared,
    title: 'The direct way, inside the building',
    config: { policy: 'trustBuilding' },
    cues: [{ ...arrived, say: 'The first byte is here. Four trips, fifty feet each way.' }],
  },
  onSite: {
    ...shared,
    title: 'The firewall in the building',
    config: { firewallLat: building.lat, firewallLon: building.lon },
    cues: [oneTrip, arrived],
  },
};
