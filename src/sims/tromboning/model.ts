/**
 * Two colleagues, one floor apart, and a firewall somewhere.
 *
 * Bob opens a file of Alice's over a new HTTPS connection. Every packet takes the shortest way the
 * policy allows; when everything must be inspected, that way goes to the firewall and comes back.
 * The first byte needs several round trips, and each pays the whole way.
 *
 * Left out on purpose: packet loss, congestion on the wide-area network, bandwidth, the time Alice's
 * computer thinks, DNS, and the state the firewall keeps. Each needs a picture of its own.
 */
import { exponential } from '../../engine/chance.ts';
import type { Measures, Sim } from '../../engine/simulation.ts';
import { building, distanceMiles, kmToMiles, type Place } from './geography.ts';
import { linkKm, route, type Node, type Policy } from './routes.ts';
import { fibreMs, firewallPassMs, SWITCH_MS, tripsFor, WAN_EDGE_MS, type TlsVersion } from './theory.ts';

export type Config = {
  /** Where the firewall stands when the run starts, in degrees. */
  firewallLat: number;
  firewallLon: number;
  policy: Policy;
  /** ρ of the firewall: the share of time it is busy, mostly with other people's traffic. */
  firewallLoad: number;
  routeInflation: number;
  tls: TlsVersion;
  /** Waits at the firewall by chance instead of at their average. */
  chance: boolean;
};

/** One hop under way. `from` and `to` are both the firewall while a packet waits in it. */
export interface Flight {
  from: Node;
  to: Node;
  reply: boolean;
  inspected: boolean;
  departedMs: number;
  arrivesMs: number;
}

/** Milliseconds spent so far, by cause; they add up to the time that has passed on arrival of each hop. */
export interface Spent {
  distanceMs: number;
  firewallMs: number;
  devicesMs: number;
}

export interface State {
  firewall: Place;
  /** null once the first byte is there. */
  flight: Flight | null;
  /** Round trips that are over. */
  tripsDone: number;
  /** Passes through the firewall so far: the key of their chance. */
  passes: number;
  /** Packets that were delivered, to Bob or to Alice, without having been inspected. */
  uninspected: number;
  spent: Spent;
  firstByteMs: number | null;
}

export type TripEvent = { type: 'arrival' };
export type Input = { type: 'move'; lat: number; lon: number };
export type Fact =
  | { type: 'clicked' }
  | { type: 'routeFound'; miles: number; inspected: boolean }
  | { type: 'tripLeft'; trip: number; of: number; name: string }
  | { type: 'reachedFirewall'; reply: boolean }
  | { type: 'reachedAlice' }
  | { type: 'tripDone'; trip: number; of: number; afterUs: number }
  | { type: 'firstByte'; afterUs: number; trips: number }
  | { type: 'moved'; miles: number };
export type TripSim = Sim<TripEvent, Fact>;

export function start(config: Config, sim: TripSim): State {
  const state: State = {
    firewall: { lat: config.firewallLat, lon: config.firewallLon },
    flight: null,
    tripsDone: 0,
    passes: 0,
    uninspected: 0,
    spent: { distanceMs: 0, firewallMs: 0, devicesMs: 0 },
    firstByteMs: null,
  };
  sim.log({ type: 'clicked' });
  logRoute(state, config, sim);
  return leaveOnTrip(state, config, sim);
}

export function step(state: State, event: TripEvent, config: Config, sim: TripSim): State {
  switch (event.type) {
    case 'arrival':
      return arrive(state, config, sim);
  }
}

export function accept(state: State, input: Input, _config: Config, sim: TripSim): State {
  const moved = { ...state, firewall: { lat: input.lat, lon: input.lon } };
  sim.log({ type: 'moved', miles: Math.round(milesToFirewall(moved)) });
  return moved;
}

function leaveOnTrip(state: State, config: Config, sim: TripSim): State {
  const names = tripsFor(config.tls);
  const name = names[state.tripsDone] ?? 'GET';
  sim.log({ type: 'tripLeft', trip: state.tripsDone + 1, of: names.length, name });
  return hop(state, 'bob', false, false, config, sim);
}

function arrive(state: State, config: Config, sim: TripSim): State {
  const landed = state.flight;
  if (landed === null) return state;
  const { from, to, reply, inspected } = landed;
  if (to === 'firewall' && from !== 'firewall') {
    sim.log({ type: 'reachedFirewall', reply });
    return waitInFirewall(state, reply, config, sim);
  }
  const delivered = { ...state, uninspected: state.uninspected + (inspected ? 0 : 1) };
  if (to === 'alice') {
    sim.log({ type: 'reachedAlice' });
    return hop(delivered, 'alice', true, false, config, sim);
  }
  if (to === 'bob') return endTrip({ ...delivered, flight: null }, config, sim);
  return hop(state, to, reply, inspected, config, sim);
}

/** One link further along the shortest allowed way from here. */
function hop(state: State, from: Node, reply: boolean, inspected: boolean, config: Config, sim: TripSim): State {
  const { path } = route(from, reply ? 'bob' : 'alice', inspected, config.policy, state.firewall);
  const to = path[1] ?? from;
  const distanceMs = fibreMs(linkKm(from, to, state.firewall), config.routeInflation);
  const crossesWan = from === 'firewall' || to === 'firewall';
  const devicesMs = (from === 'switch' ? SWITCH_MS : 0) + (crossesWan ? WAN_EDGE_MS : 0);
  return fly(state, { from, to, reply, inspected }, { distanceMs, firewallMs: 0, devicesMs }, sim);
}

function waitInFirewall(state: State, reply: boolean, config: Config, sim: TripSim): State {
  const meanMs = firewallPassMs(config.firewallLoad);
  // The time in an M/M/1 queue is itself exponential, so one draw stands for the whole queue.
  const firewallMs = config.chance ? exponential(sim.random('firewall pass', state.passes), meanMs) : meanMs;
  const waiting = { ...state, passes: state.passes + 1 };
  const inside = { from: 'firewall', to: 'firewall', reply, inspected: true } as const;
  return fly(waiting, inside, { distanceMs: 0, firewallMs, devicesMs: 0 }, sim);
}

function fly(state: State, leg: Omit<Flight, 'departedMs' | 'arrivesMs'>, cost: Spent, sim: TripSim): State {
  const takesMs = cost.distanceMs + cost.firewallMs + cost.devicesMs;
  // At the click the packet is still on Bob's cable, so whoever moves the firewall at that moment moves it in time.
  sim.schedule(sim.nowMs === 0 ? Math.max(0.001, takesMs) : takesMs, { type: 'arrival' });
  const spent = {
    distanceMs: state.spent.distanceMs + cost.distanceMs,
    firewallMs: state.spent.firewallMs + cost.firewallMs,
    devicesMs: state.spent.devicesMs + cost.devicesMs,
  };
  return { ...state, spent, flight: { ...leg, departedMs: sim.nowMs, arrivesMs: sim.nowMs + takesMs } };
}

function endTrip(state: State, config: Config, sim: TripSim): State {
  const of = tripsFor(config.tls).length;
  const tripsDone = state.tripsDone + 1;
  const nowUs = Math.round(sim.nowMs * 1000);
  sim.log({ type: 'tripDone', trip: tripsDone, of, afterUs: nowUs });
  const home = { ...state, tripsDone };
  if (tripsDone < of) return leaveOnTrip(home, config, sim);
  sim.log({ type: 'firstByte', afterUs: nowUs, trips: of });
  return { ...home, firstByteMs: sim.nowMs };
}

function logRoute(state: State, config: Config, sim: TripSim): void {
  const { path, km } = route('bob', 'alice', false, config.policy, state.firewall);
  sim.log({ type: 'routeFound', miles: Math.round(kmToMiles(km)), inspected: path.includes('firewall') });
}

/** Statute miles from the building to the firewall. */
export function milesToFirewall(state: State): number {
  return distanceMiles(building, state.firewall);
}

/** What one round trip would cost on that way, at average waits. */
function roundTrip(path: readonly Node[], state: State, config: Config): Spent {
  const cost = { distanceMs: 0, firewallMs: 0, devicesMs: 0 };
  path.slice(1).forEach((to, i) => {
    const from = path[i] as Node;
    cost.distanceMs += 2 * fibreMs(linkKm(from, to, state.firewall), config.routeInflation);
    if (from === 'firewall' || to === 'firewall') cost.devicesMs += 2 * WAN_EDGE_MS;
    if (from === 'switch') cost.devicesMs += 2 * SWITCH_MS;
    if (to === 'firewall') cost.firewallMs += 2 * firewallPassMs(config.firewallLoad);
  });
  return cost;
}

export type MeasureName =
  | 'firstByteMs'
  | 'expectedMs'
  | 'roundTripMs'
  | 'distanceMs'
  | 'firewallMs'
  | 'devicesMs'
  | 'pathMiles'
  | 'inspectedShare'
  | 'uninspected';

export function measure(state: State, config: Config): Measures<MeasureName> {
  const { path, km } = route('bob', 'alice', false, config.policy, state.firewall);
  const { distanceMs, firewallMs, devicesMs } = roundTrip(path, state, config);
  const roundTripMs = distanceMs + firewallMs + devicesMs;
  return {
    firstByteMs: state.firstByteMs,
    expectedMs: roundTripMs * tripsFor(config.tls).length,
    roundTripMs,
    distanceMs,
    firewallMs,
    devicesMs,
    pathMiles: kmToMiles(km),
    inspectedShare: path.includes('firewall') ? 1 : 0,
    uninspected: state.uninspected,
  };
}
