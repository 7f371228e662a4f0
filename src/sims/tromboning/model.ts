/**
 * Two colleagues, one floor apart, and a firewall somewhere.
 *
 * Bob opens a file of Alice's over a new HTTPS connection. Every packet takes the shortest way the
 * policy allows; when everything must be inspected, that way goes to a firewall and comes back.
 * The first byte needs several round trips, and each pays the whole way. A firewall remembers the
 * connections it has seen begin, and drops what belongs to none of them.
 *
 * Left out on purpose: loss and congestion on the wide-area network, the bytes after the first (see
 * bulk-copy), the time Alice's computer thinks, DNS, and what Alice's computer sends again by itself.
 */
import { exponential } from '../../engine/chance.ts';
import { pass, type Packet } from './connection-table.ts';
import { hopCost, loadOf, type Cost } from './costs.ts';
import { building, distanceMiles, kmToMiles } from './geography.ts';
import { ruleSetsOf } from './measure.ts';
import { timeoutAfter } from './retries.ts';
import { inspectorOn, route, siteOfFile, waysOf, type Node } from './routes.ts';
import type { Config, Firewall, Flight, Input, State, TripEvent, TripSim } from './state.ts';
import { firewallPassMs, tripsFor } from './theory.ts';

/** Bob clicks, and the first packet leaves his desk. */
export function start(config: Config, sim: TripSim): State {
  const remembered = config.warm ? 'open' : 'nothing';
  const state: State = {
    firewall: { lat: config.firewallLat, lon: config.firewallLon },
    second: { lat: config.secondLat, lon: config.secondLon },
    tables: { firewall: remembered, second: remembered },
    flight: null,
    lost: null,
    sentMs: 0,
    retries: 0,
    gaveUp: false,
    tripsDone: 0,
    passes: 0,
    uninspected: 0,
    ruleSets: 0,
    dropped: 0,
    spent: { distanceMs: 0, firewallMs: 0, devicesMs: 0, silenceMs: 0 },
    firstByteMs: null,
    toldWay: '',
  };
  sim.log({ type: 'clicked' });
  return leaveOnTrip(state, config, sim);
}

/** A hop is over, or an answer has not come in time. */
export function step(state: State, event: TripEvent, config: Config, sim: TripSim): State {
  switch (event.type) {
    case 'arrival':
      return arrive(state, config, sim);
    case 'timeout':
      return retry(state, config, sim);
  }
}

/** The firewall stands there from now on. A hop under way still ends when it was due. */
export function accept(state: State, { type, lat, lon }: Input, _config: Config, sim: TripSim): State {
  const second = type === 'moveSecond';
  sim.log({ type: 'moved', miles: Math.round(distanceMiles(building, { lat, lon })), second });
  return { ...state, [second ? 'second' : 'firewall']: { lat, lon } };
}

/** The name of the trip that is under way: "TCP", "TLS", "GET". */
export function tripName({ tripsDone }: State, { tls, warm }: Config): string {
  return tripsFor(tls, warm)[tripsDone] ?? 'GET';
}

function packetOf(state: State, config: Config, reply: boolean): Packet {
  if (tripName(state, config) !== 'TCP') return 'data';
  return reply ? 'SYN-ACK' : 'SYN';
}

function leaveOnTrip(state: State, config: Config, sim: TripSim): State {
  const of = tripsFor(config.tls, config.warm).length;
  sim.log({ type: 'tripLeft', trip: state.tripsDone + 1, of, name: tripName(state, config) });
  return hop({ ...state, sentMs: sim.nowMs, retries: 0 }, 'bob', false, false, config, sim);
}

function arrive(state: State, config: Config, sim: TripSim): State {
  const landed = state.flight;
  if (landed === null) return state;
  const { from, to, reply, inspected } = landed;
  if (to === 'firewall' || to === 'second') {
    if (from === to) return inspect(state, to, reply, config, sim);
    sim.log({ type: 'reachedFirewall', reply, second: to === 'second' });
    return waitInFirewall(state, to, reply, config, sim);
  }
  const unseen = inspected || config.policy === 'everyHost' ? 0 : 1;
  const ruleSets = Math.max(state.ruleSets, ruleSetsOf(config.policy));
  const delivered = { ...state, uninspected: state.uninspected + unseen, ruleSets };
  if (to === 'alice') {
    sim.log({ type: 'reachedAlice' });
    return hop(delivered, 'alice', true, false, config, sim);
  }
  if (to === 'bob') return endTrip({ ...delivered, flight: null }, config, sim);
  const told = from === 'bob' ? tellWay(state, config, sim) : state;
  return hop(told, to, reply, inspected, config, sim);
}

/** One link further along the shortest allowed way from here. */
function hop(state: State, from: Node, reply: boolean, inspected: boolean, config: Config, sim: TripSim): State {
  // From a desk a packet gets as far as the switch, which is the first to know of ways.
  const desk = from === 'bob' ? 'bobSite' : from === 'alice' ? siteOfFile(config) : undefined;
  const to = desk ?? route(from, reply, inspected, config, state)?.path[1];
  if (to === undefined) return lose(state, from, reply, 'noWay', config, sim);
  return fly(state, { from, to, reply, inspected }, hopCost(from, to, config, state), sim);
}

function waitInFirewall(state: State, at: Firewall, reply: boolean, config: Config, sim: TripSim): State {
  const meanMs = firewallPassMs(loadOf(at, config));
  // The time in an M/M/1 queue is itself exponential, so one draw stands for the whole queue.
  const firewallMs = config.chance ? exponential(sim.random('firewall pass', state.passes), meanMs) : meanMs;
  const waiting = { ...state, passes: state.passes + 1 };
  return fly(waiting, { from: at, to: at, reply, inspected: true }, { distanceMs: 0, firewallMs, devicesMs: 0 }, sim);
}

/** Lets the packet through if it belongs to a connection this firewall has seen. */
function inspect(state: State, at: Firewall, reply: boolean, config: Config, sim: TripSim): State {
  const table = pass(state.tables[at], packetOf(state, config, reply));
  if (table === null) return lose(state, at, reply, 'noState', config, sim);
  return hop({ ...state, tables: { ...state.tables, [at]: table } }, at, reply, true, config, sim);
}

function fly(state: State, leg: Omit<Flight, 'departedMs' | 'arrivesMs'>, cost: Cost, sim: TripSim): State {
  const takesMs = cost.distanceMs + cost.firewallMs + cost.devicesMs;
  // At the click the packet is still on Bob's cable, so whoever moves the firewall at that moment moves it in time.
  sim.schedule(sim.nowMs === 0 ? Math.max(0.001, takesMs) : takesMs, { type: 'arrival' });
  const spent = {
    ...state.spent,
    distanceMs: state.spent.distanceMs + cost.distanceMs,
    firewallMs: state.spent.firewallMs + cost.firewallMs,
    devicesMs: state.spent.devicesMs + cost.devicesMs,
  };
  return { ...state, spent, lost: null, flight: { ...leg, departedMs: sim.nowMs, arrivesMs: sim.nowMs + takesMs } };
}

/** Nobody is told of it: whoever waits for an answer waits until a timeout. */
function lose(state: State, at: Node, reply: boolean, why: 'noState' | 'noWay', config: Config, sim: TripSim): State {
  sim.log({ type: 'dropped', packet: packetOf(state, config, reply), reply, second: at === 'second', why });
  const { afterMs } = timeoutAfter(state.retries, isConnected(state, config));
  sim.schedule(Math.max(0, state.sentMs + afterMs - sim.nowMs), { type: 'timeout' });
  return { ...state, flight: null, lost: { at, reply, why }, dropped: state.dropped + 1 };
}

function retry(state: State, config: Config, sim: TripSim): State {
  const connected = isConnected(state, config);
  const { distanceMs, firewallMs, devicesMs } = state.spent;
  const spent = { ...state.spent, silenceMs: sim.nowMs - distanceMs - firewallMs - devicesMs };
  const afterUs = Math.round((sim.nowMs - state.sentMs) * 1000);
  if (timeoutAfter(state.retries, connected).isLast) {
    sim.log({ type: 'gaveUp', connected, afterUs });
    return { ...state, spent, gaveUp: true };
  }
  const retries = state.retries + 1;
  sim.log({ type: 'retried', name: tripName(state, config), retry: retries, afterUs });
  return hop({ ...state, spent, retries }, 'bob', false, false, config, sim);
}

/** Whether Bob's computer takes the connection for open. */
export function isConnected({ tripsDone }: State, { warm }: Config): boolean {
  return warm || tripsDone > 0;
}

function endTrip(state: State, config: Config, sim: TripSim): State {
  const of = tripsFor(config.tls, config.warm).length;
  const tripsDone = state.tripsDone + 1;
  const nowUs = Math.round(sim.nowMs * 1000);
  sim.log({ type: 'tripDone', trip: tripsDone, of, name: tripName(state, config), afterUs: nowUs });
  const home = { ...state, tripsDone };
  if (tripsDone < of) return leaveOnTrip(home, config, sim);
  sim.log({ type: 'firstByte', afterUs: nowUs, trips: of });
  return { ...home, firstByteMs: sim.nowMs };
}

/** Says which way the switch has found, once for each. */
function tellWay(state: State, config: Config, sim: TripSim): State {
  const { request, answer } = waysOf(config, state);
  if (!request || !answer) return state;
  const [out, back] = [inspectorOn(request), inspectorOn(answer)];
  const same = out === 'second' ? 'second' : out === 'firewall' ? 'both' : 'none';
  const unequal = out && back ? 'each' : out ? 'request' : 'answer';
  const inspected = config.policy === 'everyHost' ? 'hosts' : out === back ? same : unequal;
  const [miles, backMiles] = [request, answer].map(({ km }) => Math.round(kmToMiles(km))) as [number, number];
  const toldWay = `${miles} ${backMiles} ${inspected}`;
  if (toldWay === state.toldWay) return state;
  sim.log({ type: 'routeFound', miles, back: backMiles, inspected });
  return { ...state, toldWay };
}
