/** What each hop costs, by cause, at average waits: used by the run for each hop and by the measures for whole ways. */
import { inspectorOn, linkBetween, SAME_SITE_KM, type Node, type Way } from './routes.ts';
import type { Config, Firewall, State } from './state.ts';
import {
  BACKUP_LOAD,
  fibreMs,
  firewallPassMs,
  HOST_FIREWALL_MS,
  MOST_LOAD,
  SECOND_LOAD,
  SWITCH_MS,
  WAN_EDGE_MS,
} from './theory.ts';

/** What a hop or a whole way costs, by cause. */
export interface Cost {
  distanceMs: number;
  firewallMs: number;
  /** Switches, and at the edges of the wide-area network VPN gateways and routers. */
  devicesMs: number;
}
type Boxes = Pick<State, 'firewall' | 'second'>;

/** The share of time that a firewall is busy. */
export function loadOf(firewall: Firewall, { firewallLoad, backup }: Config): number {
  if (firewall === 'second') return SECOND_LOAD;
  return Math.min(MOST_LOAD, firewallLoad + (backup ? BACKUP_LOAD : 0));
}

/** From one node to the next, the time inside a firewall not counted. */
export function hopCost(from: Node, to: Node, config: Config, boxes: Boxes): Cost {
  const { km } = linkBetween(from, to, config, boxes);
  const joins = (node: Node): boolean => from === node || to === node;
  // A second firewall in the building stands in the line there; the first is reached by its tunnel wherever it stands.
  const inLine = joins('second') && km <= SAME_SITE_KM;
  const desk = joins('bob') || joins('alice');
  const leavesSite = (from === 'bobSite' || from === 'aliceSite') && !inLine;
  return {
    distanceMs: fibreMs(km, config.routeInflation),
    firewallMs: desk && config.policy === 'everyHost' ? HOST_FIREWALL_MS : 0,
    devicesMs: (leavesSite ? SWITCH_MS : 0) + (desk || inLine ? 0 : WAN_EDGE_MS),
  };
}

/** One way of a round trip, from desk to desk. */
export function wayCost(way: Way, config: Config, boxes: Boxes): Cost {
  const firewall = inspectorOn(way);
  const cost = { distanceMs: 0, firewallMs: firewall ? firewallPassMs(loadOf(firewall, config)) : 0, devicesMs: 0 };
  way.path.slice(1).forEach((to, i) => {
    const hop = hopCost(way.path[i] as Node, to, config, boxes);
    cost.distanceMs += hop.distanceMs;
    cost.firewallMs += hop.firewallMs;
    cost.devicesMs += hop.devicesMs;
  });
  return cost;
}
