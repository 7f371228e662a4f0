/** Where a run of Tromboning can begin. They differ in as little as possible from the first. */
import type { Cue, Scenario } from '../../engine/simulation.ts';
import { building } from './geography.ts';
import type { Config, Fact, Input } from './state.ts';

const oneTrip: Cue<Fact> = {
  id: 'one-trip',
  say: 'One round trip is over, and not a byte of the file has moved.',
  onFact: (fact) => fact.type === 'tripDone' && fact.trip === 1,
};
const arrived: Cue<Fact> = {
  id: 'first-byte',
  say: 'The first byte is here.',
  onFact: (fact) => fact.type === 'firstByte',
};
const dropped: Cue<Fact> = {
  id: 'dropped',
  say: 'The firewall dropped a packet, and told nobody.',
  onFact: (fact) => fact.type === 'dropped',
};
const gaveUp: Cue<Fact> = {
  id: 'gave-up',
  say: 'Bob’s computer stops trying. He never learns why.',
  onFact: (fact) => fact.type === 'gaveUp',
};

const connected: Cue<Fact> = {
  id: 'connected',
  say: 'For Bob’s computer the connection is open.',
  onFact: (fact) => fact.type === 'tripDone' && fact.trip === 1,
};

/** 10 model milliseconds a second: a hundred times slower than life. */
const shared = { inputs: [], seed: 1, untilMs: 300, pace: 10 } as const;
/** Where a firewall may be made so busy that this is not enough. */
const busy = { ...shared, untilMs: 1000 } as const;
/** For flows that do not live: packets move as slowly, and play leaps over the silences between them. */
const silent = { ...shared, untilMs: 130_000, cues: [connected, dropped, gaveUp, arrived] } as const;

const all = {
  headquarters: { ...shared, title: 'The firewall at headquarters', config: {}, cues: [oneTrip, arrived] },
  direct: {
    ...shared,
    title: 'The direct way, inside the building',
    config: { policy: 'trustBuilding' },
    cues: [arrived],
  },
  onSite: {
    ...busy,
    title: 'The firewall in the building',
    config: { firewallLat: building.lat, firewallLon: building.lon },
    cues: [oneTrip, arrived],
  },
  halfway: {
    ...shared,
    title: 'The firewall half way home',
    config: { firewallLat: 39.62, firewallLon: -79.88 },
    cues: [oneTrip, arrived],
  },
  halfFixed: {
    ...silent,
    title: 'Only Bob’s packets take the local route',
    config: { shortcut: 'request' },
  },
  otherHalf: {
    ...silent,
    title: 'Only the answers take the local route',
    config: { shortcut: 'answer' },
    untilMs: 31_000,
  },
  noon: {
    ...busy,
    title: 'Noon, with a backup or without',
    config: { firewallLoad: 0.5 },
    untilMs: 600,
    pace: 20,
    cues: [arrived],
  },
  twoFirewalls: {
    ...shared,
    title: 'A second firewall, nearer',
    config: { policy: 'twoFirewalls' },
    cues: [arrived],
  },
  nearestEach: {
    ...silent,
    title: 'Each packet takes the firewall nearest its sender',
    config: { policy: 'twoFirewalls', pairing: 'nearestEach', fileAt: 'philadelphia' },
  },
  vmMove: {
    ...shared,
    title: 'The file at headquarters, beside the firewall',
    config: { fileAt: 'philadelphia' },
    cues: [arrived],
  },
  saas: {
    ...shared,
    title: 'A service in the next city, through headquarters',
    config: { fileAt: 'columbus' },
    cues: [arrived],
  },
  fourSites: {
    ...shared,
    title: 'Four sites, one firewall',
    config: { sites: 'four' },
    cues: [arrived],
  },
  workshop: {
    ...busy,
    title: 'The firewall at headquarters, with all its settings',
    config: {},
    cues: [oneTrip, arrived],
  },
  everything: { ...silent, title: 'Everything open to change', config: {} },
  wanDown: {
    ...silent,
    title: 'The line to headquarters is down',
    config: { wan: false },
    cues: [{ ...dropped, say: 'There is no way for the packet, and nobody is told.' }, gaveUp, arrived],
  },
} as const satisfies Record<string, Scenario<Config, Input, Fact>>;

/** By the names that lessons and links use. */
export const scenarios: Readonly<Record<keyof typeof all, Scenario<Config, Input, Fact>>> = all;
