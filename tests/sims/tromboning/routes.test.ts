/** Which way a packet takes under a policy, and what that costs in miles. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Values } from '../../../src/engine/simulation.ts';
import { sites } from '../../../src/sims/tromboning/sites.ts';
import { building, distanceKm, headquarters, kmToMiles, milesToKm } from '../../../src/sims/tromboning/geography.ts';
import { inspectorOn, route, waysOf, type RouteConfig, type Way } from '../../../src/sims/tromboning/routes.ts';
import { anySettings, somewhere } from './runs.ts';

const boxes = { firewall: headquarters, second: sites.columbus };
const plain: RouteConfig = {
  fileAt: 'cincinnati',
  policy: 'inspectAll',
  pairing: 'leastTotal',
  shortcut: 'none',
  wan: true,
};
const settings = { seed: 1, numRuns: 500 };
const DESKS_KM = milesToKm(50 / 5280);

const pathOf = (changed: Partial<RouteConfig> = {}, reply = false): readonly string[] | undefined =>
  route(reply ? 'alice' : 'bob', reply, false, { ...plain, ...changed }, boxes)?.path;

test('between neighbours the way goes out to the firewall and comes back to the switch it left', () => {
  expect(pathOf()).toEqual(['bob', 'bobSite', 'firewall', 'bobSite', 'alice']);
  expect(pathOf({}, true)).toEqual(['alice', 'bobSite', 'firewall', 'bobSite', 'bob']);
});

test('neighbours who are trusted, or whose computers inspect, are 50 feet apart', () => {
  for (const policy of ['trustBuilding', 'everyHost'] as const) {
    expect(pathOf({ policy })).toEqual(['bob', 'bobSite', 'alice']);
    const { request } = waysOf({ ...plain, policy }, boxes);
    expect(kmToMiles(request!.km) * 5280).toBeCloseTo(50, 6);
  }
});

test('a file at headquarters lies behind the firewall on the straight way: no detour at all', () => {
  const { request } = waysOf({ ...plain, fileAt: 'philadelphia' }, boxes);
  expect(request!.path).toEqual(['bob', 'bobSite', 'firewall', 'aliceSite', 'alice']);
  expect(request!.km).toBeCloseTo(distanceKm(building, headquarters) + DESKS_KM, 9);
});

test('one of two firewalls is on the way, not both, and it is the one that makes the way shorter in all', () => {
  expect(pathOf({ policy: 'twoFirewalls' })).toEqual(['bob', 'bobSite', 'second', 'bobSite', 'alice']);
  expect(pathOf({ policy: 'twoFirewalls', fileAt: 'philadelphia' })).toContain('firewall');
});

test('a local route for one direction takes that direction past the firewall, and only that one', () => {
  const { request, answer } = waysOf({ ...plain, shortcut: 'request' }, boxes);
  expect([inspectorOn(request!), inspectorOn(answer!)]).toEqual([null, 'firewall']);
  const other = waysOf({ ...plain, shortcut: 'answer' }, boxes);
  expect([inspectorOn(other.request!), inspectorOn(other.answer!)]).toEqual(['firewall', null]);
});

test('with the wide-area network down there is no way to a firewall at another site, and so none to the next desk', () => {
  expect(waysOf({ ...plain, wan: false }, boxes)).toEqual({ request: null, answer: null });
  for (const policy of ['trustBuilding', 'everyHost'] as const)
    expect(waysOf({ ...plain, policy, wan: false }, boxes).request).not.toBeNull();
  const home = { ...boxes, second: building };
  expect(waysOf({ ...plain, policy: 'twoFirewalls', wan: false }, home).request?.path).toContain('second');
});

test('two firewalls of which the shorter way in all is taken are never longer than either one alone', () => {
  fc.assert(
    fc.property(anySettings, somewhere, somewhere, (values, firewall, second) => {
      const config = { ...plain, ...(values as Partial<RouteConfig>), shortcut: 'none', wan: true } as RouteConfig;
      const both = waysOf({ ...config, policy: 'twoFirewalls', pairing: 'leastTotal' }, { firewall, second });
      const alone = (place: typeof firewall) =>
        waysOf({ ...config, policy: 'inspectAll' }, { firewall: place, second: place });
      for (const direction of ['request', 'answer'] as const)
        for (const place of [firewall, second])
          expect(both[direction]!.km).toBeLessThanOrEqual(alone(place)[direction]!.km + 1e-9);
    }),
    settings,
  );
});

test('the shorter way in all passes the same firewall both ways, so every firewall sees the whole connection', () => {
  fc.assert(
    fc.property(anySettings, somewhere, somewhere, (values, firewall, second) => {
      const config = { ...plain, ...(values as Partial<RouteConfig>) };
      const { request, answer } = waysOf(
        { ...config, policy: 'twoFirewalls', pairing: 'leastTotal', shortcut: 'none', wan: true },
        { firewall, second },
      );
      const miles = (way: Way | null): number => kmToMiles(way!.km);
      expect(miles(request)).toBeCloseTo(miles(answer), 6);
      // Where both firewalls cost the same to an inch, either will do, if it is the same one.
      expect(inspectorOn(request!)).toBe(inspectorOn(answer!));
    }),
    settings,
  );
});

test('nearest to each end can be the longer way: from Bob to headquarters 514 miles instead of 500', () => {
  const config: RouteConfig = { ...plain, policy: 'twoFirewalls', fileAt: 'philadelphia' };
  const milesOf = (pairing: RouteConfig['pairing']): number =>
    kmToMiles(waysOf({ ...config, pairing }, boxes).request!.km);
  expect([Math.round(milesOf('nearestEach')), Math.round(milesOf('leastTotal'))]).toEqual([514, 500]);
});

test('no allowed way is shorter than the straight one, and the straight one is there when nothing must be inspected', () => {
  fc.assert(
    fc.property(anySettings, somewhere, somewhere, (values: Values, firewall, second) => {
      const config = { ...plain, ...(values as Partial<RouteConfig>) };
      const straightKm = distanceKm(building, sites[config.fileAt]) + DESKS_KM;
      const ways = waysOf({ ...config, wan: true }, { firewall, second });
      const free = waysOf({ ...config, policy: 'trustBuilding', wan: true }, { firewall, second });
      for (const direction of ['request', 'answer'] as const) {
        expect(ways[direction]!.km).toBeGreaterThanOrEqual(straightKm - 1e-9);
        expect(free[direction]!.km).toBeCloseTo(straightKm, 6);
      }
    }),
    settings,
  );
});
