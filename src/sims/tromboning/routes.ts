/**
 * Routes are found, not drawn: the shortest way under the policy in force (Dijkstra 1959).
 *
 * The search runs over (where a packet is, whether it has been inspected), because a policy that
 * asks for inspection is a condition on the whole way, not on one hop.
 */
import { sites } from './sites.ts';
import { building, distanceKm, milesToKm, type Place } from './geography.ts';
import type { Config, Firewall, State } from './state.ts';

/** Bob's desk and Alice's (or whatever has the file), the switch of each one's site, which is Bob's where they share one, and the firewalls. */
export type Node = 'bob' | 'alice' | 'bobSite' | 'aliceSite' | Firewall;
/** Where traffic is inspected: at one firewall, at one of two, in every computer, or not at all. */
export type Policy = 'inspectAll' | 'twoFirewalls' | 'everyHost' | 'trustBuilding';

/** 25 feet from a desk to the switch of the site: 50 feet from Bob to Alice. */
const DESK_KM = milesToKm(25 / 5280);
/** What stands this near is in the same building. */
export const SAME_SITE_KM = milesToKm(1);

type Where = Pick<Config, 'fileAt'>;
type Boxes = Pick<State, 'firewall' | 'second'>;
/** All that decides a way. */
export type RouteConfig = Where & Pick<Config, 'policy' | 'pairing' | 'shortcut' | 'wan'>;

interface Link {
  ends: readonly [Node, Node];
  km: number;
  /** Carried by the wide-area network. */
  wan: boolean;
}

/** Where a node stands. */
function placeOf(node: Node, { fileAt }: Where, boxes: Boxes): Place {
  if (node === 'firewall' || node === 'second') return boxes[node];
  return node === 'bob' || node === 'bobSite' ? building : sites[fileAt];
}

/** The switch that whatever has the file hangs on. */
export function siteOfFile({ fileAt }: Where): 'bobSite' | 'aliceSite' {
  return fileAt === 'cincinnati' ? 'bobSite' : 'aliceSite';
}

function links(where: Where, boxes: Boxes): readonly Link[] {
  const shared = siteOfFile(where) === 'bobSite';
  const across = (a: Node, b: Node): Link => {
    const km = distanceKm(placeOf(a, where, boxes), placeOf(b, where, boxes));
    return { ends: [a, b], km, wan: km > SAME_SITE_KM };
  };
  return [
    { ends: ['bob', 'bobSite'], km: DESK_KM, wan: false },
    { ends: ['alice', siteOfFile(where)], km: DESK_KM, wan: false },
    across('bobSite', 'firewall'),
    across('bobSite', 'second'),
    ...(shared ? [] : [across('aliceSite', 'firewall'), across('aliceSite', 'second'), across('bobSite', 'aliceSite')]),
  ];
}

/** The link between neighbours. Throws when the two are not joined. */
export function linkBetween(a: Node, b: Node, where: Where, boxes: Boxes): Link {
  const found = links(where, boxes).find(({ ends }) => ends.includes(a) && ends.includes(b));
  if (!found) throw new Error(`there is no link between ${a} and ${b}`);
  return found;
}

/** Which firewalls will do for a packet of that direction; null when it needs none. */
export function inspectors(reply: boolean, config: RouteConfig, boxes: Boxes): readonly Firewall[] | null {
  if (config.shortcut === (reply ? 'answer' : 'request')) return null;
  switch (config.policy) {
    case 'everyHost':
    case 'trustBuilding':
      return null;
    case 'inspectAll':
      return ['firewall'];
    case 'twoFirewalls': {
      if (config.pairing === 'leastTotal') return ['firewall', 'second'];
      const sender = reply ? sites[config.fileAt] : building;
      return [distanceKm(sender, boxes.second) < distanceKm(sender, boxes.firewall) ? 'second' : 'firewall'];
    }
  }
}

/** One direction of a round trip, or the rest of one, as `route` finds it. */
export interface Way {
  /** Both ends included. */
  path: readonly Node[];
  /** Along great circles; how much longer the fibre is comes on top of it in `fibreMs`. */
  km: number;
}
interface Reached extends Way {
  node: Node;
  inspected: boolean;
}

/**
 * The shortest allowed way from a node to Alice, or for a reply to Bob, both ends included. `inspected` says what has
 * already happened. null when there is no way.
 */
export function route(from: Node, reply: boolean, inspected: boolean, config: RouteConfig, boxes: Boxes): Way | null {
  const to = reply ? 'bob' : 'alice';
  const through = inspectors(reply, config, boxes);
  const joined = links(config, boxes).filter(({ wan }) => config.wan || !wan);
  const open: Reached[] = [{ node: from, inspected: inspected || through === null, km: 0, path: [from] }];
  const closed = new Set<string>();
  for (;;) {
    open.sort((a, b) => a.km - b.km);
    const here = open.shift();
    if (!here) return null;
    if (here.node === to && here.inspected) return { path: here.path, km: here.km };
    const place = `${here.node} ${here.inspected}`;
    if (closed.has(place)) continue;
    closed.add(place);
    for (const { ends, km } of joined) {
      if (!ends.includes(here.node)) continue;
      const node = ends[0] === here.node ? ends[1] : ends[0];
      // A desk is where a route begins or ends: nothing passes through it. Nor through a firewall that may not inspect.
      if ((node === 'bob' || node === 'alice') && node !== to) continue;
      if ((node === 'firewall' || node === 'second') && !through?.includes(node)) continue;
      open.push({
        node,
        inspected: here.inspected || node === 'firewall' || node === 'second',
        km: here.km + km,
        path: [...here.path, node],
      });
    }
  }
}

/** Both ways of a round trip, from desk to desk; null where there is none. */
export function waysOf(config: RouteConfig, boxes: Boxes): { request: Way | null; answer: Way | null } {
  return {
    request: route('bob', false, false, config, boxes),
    answer: route('alice', true, false, config, boxes),
  };
}

/** The firewall on a way, where there is one. */
export function inspectorOn(way: Way): Firewall | null {
  return way.path.find((node): node is Firewall => node === 'firewall' || node === 'second') ?? null;
}
