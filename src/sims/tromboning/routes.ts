/**
 * Routes are found, not drawn: the shortest way under the policy in force (Dijkstra 1959).
 *
 * The search runs over (where a packet is, whether it has been inspected), because a policy that
 * asks for inspection is a condition on the whole way, not on one hop.
 */
import { building, distanceKm, milesToKm, type Place } from './geography.ts';

export type Node = 'bob' | 'alice' | 'switch' | 'firewall';
/** What may not go uninspected. */
export type Policy = 'inspectAll' | 'trustBuilding';

/** 25 feet from a desk to the switch between the floors: 50 feet from Bob to Alice. */
const DESK_KM = milesToKm(25 / 5280);

function links(firewall: Place): readonly (readonly [Node, Node, number])[] {
  return [
    ['bob', 'switch', DESK_KM],
    ['alice', 'switch', DESK_KM],
    ['switch', 'firewall', distanceKm(building, firewall)],
  ];
}

/** Kilometres between neighbours. Throws when the two are not joined. */
export function linkKm(a: Node, b: Node, firewall: Place): number {
  const found = links(firewall).find(([from, to]) => (from === a && to === b) || (from === b && to === a));
  if (!found) throw new Error(`there is no link between ${a} and ${b}`);
  return found[2];
}

interface Reached {
  node: Node;
  inspected: boolean;
  km: number;
  path: readonly Node[];
}

/** The shortest allowed way from one node to another, both ends included. `inspected` says what has already happened. */
export function route(
  from: Node,
  to: Node,
  inspected: boolean,
  policy: Policy,
  firewall: Place,
): { path: readonly Node[]; km: number } {
  const open: Reached[] = [{ node: from, inspected, km: 0, path: [from] }];
  const closed = new Set<string>();
  const joined = links(firewall);
  for (;;) {
    open.sort((a, b) => a.km - b.km);
    const here = open.shift();
    if (!here) throw new Error(`no way from ${from} to ${to}`);
    if (here.node === to && (here.inspected || policy === 'trustBuilding')) return { path: here.path, km: here.km };
    const place = `${here.node} ${here.inspected}`;
    if (closed.has(place)) continue;
    closed.add(place);
    for (const [a, b, km] of joined) {
      if (a !== here.node && b !== here.node) continue;
      const node = a === here.node ? b : a;
      // A desk is where a route begins or ends: nothing passes through it.
      if ((node === 'bob' || node === 'alice') && node !== to) continue;
      open.push({
        node,
        inspected: here.inspected || node === 'firewall',
        km: here.km + km,
        path: [...here.path, node],
      });
    }
  }
}
