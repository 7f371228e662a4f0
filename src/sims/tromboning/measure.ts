/** What can be read off a moment: derived, never stored. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import { milesFromFour } from './best-of-four.ts';
import { sites } from './sites.ts';
import { pass, type Table } from './connection-table.ts';
import { wayCost } from './costs.ts';
import { building, distanceMiles, kmToMiles } from './geography.ts';
import { inspectorOn, linkBetween, SAME_SITE_KM, waysOf, type Node, type Policy, type Way } from './routes.ts';
import type { Config, MeasureName, State } from './state.ts';
import { COMPUTERS, DESKS_MILES, tripsFor } from './theory.ts';

/** What can be read beside the picture, asked for in claims and drawn as charts. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  firstByteMs: { label: 'First byte', unit: 'ms', decimals: 0, better: 'less' },
  expectedMs: { label: 'First byte, on this path', unit: 'ms', decimals: 0, better: 'less' },
  roundTripMs: { label: 'One round trip', unit: 'ms', decimals: 1, better: 'less' },
  distanceMs: { label: 'Distance, in one trip', unit: 'ms', decimals: 1, better: 'less' },
  firewallMs: { label: 'Waiting at the firewall, in one trip', unit: 'ms', decimals: 1, better: 'less' },
  devicesMs: { label: 'Switches, VPN and routers, in one trip', unit: 'ms', decimals: 1, better: 'less' },
  trips: { label: 'Round trips', unit: '', decimals: 0, better: 'less' },
  pathMiles: { label: 'Bob to the file', unit: 'miles', decimals: 0, better: 'less' },
  stretch: { label: 'Path against the shortest', unit: 'times', decimals: 1, better: 'less' },
  wanCrossings: { label: 'Wide-area links a request uses', unit: '', decimals: 0, better: 'less' },
  inspectedShare: { label: 'Traffic inspected', unit: 'share', decimals: 0, better: 'more' },
  uninspected: { label: 'Packets delivered uninspected', unit: '', decimals: 0, better: 'less' },
  policies: { label: 'Rule sets to keep alike', unit: '', decimals: 0, better: 'less' },
  dropped: { label: 'Packets lost', unit: '', decimals: 0, better: 'less' },
  sitesMiles: { label: 'From the four sites to the firewall', unit: 'miles', decimals: 0, better: 'less' },
};

/** Of the ways as they are now, at average waits; what a run has counted is taken from the state. */
export function measure(state: State, config: Config): Measures<MeasureName> {
  const { request, answer } = waysOf(config, state);
  const trip = request && answer ? roundTrip(request, answer, state, config) : null;
  const roundTripMs = trip && trip.distanceMs + trip.firewallMs + trip.devicesMs;
  const trips = tripsFor(config.tls, config.warm).length;
  const miles = request && kmToMiles(request.km);
  return {
    firstByteMs: state.firstByteMs,
    expectedMs: roundTripMs !== null && flowLives(request, answer, config.warm) ? roundTripMs * trips : null,
    roundTripMs,
    distanceMs: trip?.distanceMs ?? null,
    firewallMs: trip?.firewallMs ?? null,
    devicesMs: trip?.devicesMs ?? null,
    trips,
    pathMiles: miles,
    stretch: request && answer ? kmToMiles(request.km + answer.km) / 2 / directMiles(config) : null,
    wanCrossings: request && crossings(request, config, state),
    inspectedShare: inspectedShare([request, answer], config),
    uninspected: state.uninspected,
    policies: Math.max(state.ruleSets, ruleSetsOf(config.policy)),
    dropped: state.dropped,
    sitesMiles: config.sites === 'four' ? milesFromFour(state.firewall) : null,
  };
}

/** What one round trip costs on these ways, at average waits. */
function roundTrip(request: Way, answer: Way, state: State, config: Config) {
  const [out, back] = [wayCost(request, config, state), wayCost(answer, config, state)];
  return {
    distanceMs: out.distanceMs + back.distanceMs,
    firewallMs: out.firewallMs + back.firewallMs,
    devicesMs: out.devicesMs + back.devicesMs,
  };
}

/** Whether every firewall on the two ways sees enough of a connection to let it through. */
export function flowLives(request: Way | null, answer: Way | null, warm: boolean): boolean {
  if (!request || !answer) return false;
  const tables: Record<string, Table> = {};
  const packets = warm ? [] : ([['SYN', request] as const, ['SYN-ACK', answer] as const] as const);
  return [...packets, ['data', request] as const, ['data', answer] as const].every(([packet, way]) => {
    const firewall = inspectorOn(way);
    if (firewall === null) return true;
    const next = pass(tables[firewall] ?? (warm ? 'open' : 'nothing'), packet);
    if (next) tables[firewall] = next;
    return next !== null;
  });
}

/** Miles from Bob to the file without any detour. */
function directMiles({ fileAt }: Config): number {
  return DESKS_MILES + distanceMiles(building, sites[fileAt]);
}

function crossings({ path }: Way, config: Config, state: State): number {
  return path.slice(1).filter((to, i) => linkBetween(path[i] as Node, to, config, state).km > SAME_SITE_KM).length;
}

function inspectedShare(ways: readonly (Way | null)[], { policy }: Config): number | null {
  if (ways.includes(null)) return null;
  if (policy === 'everyHost') return 1;
  return ways.filter((way) => way && inspectorOn(way)).length / 2;
}

/** How many sets of rules somebody keeps alike under a policy. */
export function ruleSetsOf(policy: Policy): number {
  return policy === 'everyHost' ? COMPUTERS : policy === 'twoFirewalls' ? 2 : 1;
}
