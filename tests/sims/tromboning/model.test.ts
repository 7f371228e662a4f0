import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { View } from '../../../src/engine/timeline.ts';
import { figureOf } from '../../../src/sims/tromboning/figure.ts';
import { sites } from '../../../src/sims/tromboning/sites.ts';
import { building } from '../../../src/sims/tromboning/geography.ts';
import type { Config } from '../../../src/sims/tromboning/state.ts';
import { firstByteMs } from '../../../src/sims/tromboning/theory.ts';
import { anySettings, at, ends, firstByte, move, run, set, somewhere, stateOf, told } from './runs.ts';

const inBuilding = { secondLat: building.lat, secondLon: building.lon };

test('the first byte comes after 200 ms through headquarters and after 2 ms inside the building', () => {
  expect(firstByte('headquarters')).toBeCloseTo(200, 1);
  expect(firstByte('direct')).toBeCloseTo(2, 2);
});

test.each([
  [0, 42, 168],
  [0.5, 44, 176],
  [0.8, 50, 200],
])(
  'a run with a firewall that is busy %f of the time has trips of %i ms and its first byte at %i ms',
  (load, tripMs, byteMs) => {
    const { measures } = ends('headquarters', { firewallLoad: load });
    expect(measures.roundTripMs).toBeCloseTo(tripMs, 1);
    expect(measures.firstByteMs).toBeCloseTo(byteMs, 1);
  },
);

test('a backup of another site at noon takes the first byte from 176 to 427 ms: ρ from .5 to .97', () => {
  expect(firstByte('noon')).toBeCloseTo(176, 0);
  expect(firstByte('noon', { backup: true })).toBeCloseTo(427, 0);
  // It waits at the firewall, and nowhere else.
  const spent = (backup: boolean) => ends('noon', { backup }).state.spent;
  expect(spent(true).firewallMs - spent(false).firewallMs).toBeCloseTo(8 / 0.03 - 8 / 0.5, 6);
  expect(spent(true).distanceMs).toBe(spent(false).distanceMs);
});

test('a backup does not touch traffic that passes another firewall, or none', () => {
  for (const changed of [
    { policy: 'twoFirewalls', ...inBuilding },
    { policy: 'everyHost' },
    { policy: 'trustBuilding' },
  ])
    expect(firstByte('noon', { ...changed, backup: true })).toBe(firstByte('noon', changed));
});

test('the firewall is never busier than it can be: a backup on top of a full load keeps a mean', () => {
  const { measures } = ends('headquarters', { firewallLoad: 0.98, backup: true });
  expect(measures.firewallMs).toBeCloseTo(2 / 0.02, 6);
});

test('whatever is set, the first byte comes if and only if the receipt expects it, at the time the receipt says', () => {
  let lived = 0;
  fc.assert(
    fc.property(anySettings, (changed) => {
      const { state, measures } = ends('headquarters', changed);
      expect(state.firstByteMs === null).toBe(measures.expectedMs === null);
      expect(state.gaveUp).toBe(state.firstByteMs === null);
      if (state.firstByteMs === null) return;
      lived += 1;
      // Each hop is rounded to a microsecond: 4 trips of at most 10 hops, and one for the click itself.
      expect(Math.abs(state.firstByteMs - measures.expectedMs!)).toBeLessThan(0.021);
      expect(state.dropped).toBe(0);
    }),
    { seed: 1, numRuns: 2000 },
  );
  // Both kinds of flow are among them.
  expect(lived).toBeGreaterThan(1000);
  expect(lived).toBeLessThan(1900);
});

test('whatever is set, the lines of the receipt add up: trips × (distance + firewall + devices)', () => {
  fc.assert(
    fc.property(anySettings, (changed) => {
      const { state, measures } = ends('headquarters', changed);
      const { trips, distanceMs, firewallMs, devicesMs, roundTripMs, expectedMs } = measures;
      if (roundTripMs !== null) expect(distanceMs! + firewallMs! + devicesMs!).toBeCloseTo(roundTripMs, 9);
      if (expectedMs === null) return;
      expect(trips! * (distanceMs! + firewallMs! + devicesMs!)).toBeCloseTo(expectedMs, 9);
      // And what the run has spent, hop by hop, is the same, line by line.
      expect(state.spent.distanceMs).toBeCloseTo(trips! * distanceMs!, 6);
      expect(state.spent.firewallMs).toBeCloseTo(trips! * firewallMs!, 6);
      expect(state.spent.devicesMs).toBeCloseTo(trips! * devicesMs!, 6);
      expect(state.spent.silenceMs).toBe(0);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('whoever gave up spent the rest in silence: 127 s without a connection, 30 s more with one', () => {
  const { spent } = ends('halfFixed').state;
  expect(spent.distanceMs + spent.firewallMs + spent.devicesMs + spent.silenceMs).toBeCloseTo(127_000, 6);
  const { state } = ends('otherHalf');
  const { distanceMs, firewallMs, devicesMs, silenceMs } = state.spent;
  // One trip, half of it direct, before the 30 s.
  expect(distanceMs + firewallMs + devicesMs + silenceMs).toBeCloseTo(30_000 + 25.25, 1);
});

test('a policy that asks for inspection inspects all that is delivered, wherever the firewalls stand', () => {
  fc.assert(
    fc.property(anySettings, (changed) => {
      const { state, measures } = ends('headquarters', { ...changed, shortcut: 'none' });
      const trusts = (changed['policy'] ?? 'inspectAll') === 'trustBuilding';
      if (state.firstByteMs === null) return;
      expect(measures.inspectedShare).toBe(trusts ? 0 : 1);
      expect(state.uninspected).toBe(trusts ? 2 * state.tripsDone : 0);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('a second firewall in the building takes 18 ms to the first byte: two passes at ρ = .5 and two of the switch, four times', () => {
  expect(firstByte('twoFirewalls', inBuilding)).toBeCloseTo(4 * (2 * 2 + 2 * 0.25), 2);
  expect(ends('twoFirewalls', inBuilding).measures.policies).toBe(2);
});

test('a firewall in every computer takes 2.8 ms, and 200 sets of rules to keep alike', () => {
  const { measures } = ends('headquarters', { policy: 'everyHost' });
  // To the 2.0 ms of the direct way come two passes of 0.05 ms at each of the two ends of every trip.
  expect(measures.firstByteMs).toBeCloseTo(2 + 4 * 4 * 0.05, 2);
  expect(measures.policies).toBe(200);
  expect(measures.inspectedShare).toBe(1);
});

test('the firewall of headquarters, put into the building, still has its tunnel and its queue: 68 ms', () => {
  expect(firstByte('onSite')).toBeCloseTo(67.6, 1);
  expect(ends('onSite').state.spent.distanceMs).toBeLessThan(0.002);
});

test('with the line to headquarters down neighbours are cut off, unless what inspects them is in the building', () => {
  const down = ends('wanDown');
  expect([down.measures.firstByteMs, down.state.gaveUp, down.state.lost]).toEqual([
    null,
    true,
    { at: 'bobSite', reply: false, why: 'noWay' },
  ]);
  expect(firstByte('wanDown', { policy: 'trustBuilding' })).toBeCloseTo(2, 2);
  expect(firstByte('wanDown', { policy: 'everyHost' })).toBeCloseTo(2.8, 2);
  expect(firstByte('wanDown', { policy: 'twoFirewalls', ...inBuilding })).toBeCloseTo(18, 2);
  // A second one at another site is of no use then.
  expect(firstByte('wanDown', { policy: 'twoFirewalls' })).toBeNull();
  expect(firstByte('wanDown', { policy: 'trustBuilding', fileAt: 'columbus' })).toBeNull();
});

test('a line that comes back is found by the next retry', () => {
  const timeline = run('wanDown', { inputs: [set(2000, 'wan', true)] });
  expect(told(timeline, 'retried').map(({ ms }) => ms)).toEqual([1000, 3000]);
  expect(timeline.end.measures['firstByteMs']).toBeCloseTo(3000 + 200, 1);
});

test('a local route that is taken out again lets the same connection live from the next retry on', () => {
  const timeline = run('halfFixed', { inputs: [set(5000, 'shortcut', 'none')] });
  expect(timeline.end.measures['firstByteMs']).toBeCloseTo(7000 + 200, 1);
});

test('a file at headquarters costs 134 ms, less than the same file beside Bob, which costs 200', () => {
  expect(firstByte('vmMove')).toBeCloseTo(134, 0);
  expect(ends('vmMove').measures.stretch).toBeCloseTo(1, 6);
  expect(firstByte('vmMove', { fileAt: 'cincinnati' })).toBeCloseTo(200, 1);
});

test('a service 100 miles away is reached over 913: a stretch of 9', () => {
  const { measures } = ends('saas');
  expect(Math.round(measures.pathMiles!)).toBe(913);
  expect(measures.stretch).toBeCloseTo(9.1, 1);
  expect(measures.wanCrossings).toBe(2);
});

test('the wide-area network is burned twice for neighbours, once for a file at headquarters, and not at all inside', () => {
  const crossings = (scenario: string) => ends(scenario).measures.wanCrossings;
  expect([crossings('headquarters'), crossings('vmMove'), crossings('direct'), crossings('onSite')]).toEqual([
    2, 1, 0, 0,
  ]);
});

test('a connection that is open already takes 50 ms, TLS 1.3 takes 150', () => {
  expect(firstByte('headquarters', { warm: true })).toBeCloseTo(50, 1);
  expect(firstByte('headquarters', { tls: '1.3' })).toBeCloseTo(150, 1);
  expect(told(run('headquarters', { changed: { tls: '1.3' } }), 'tripLeft').map(({ name }) => name)).toEqual([
    'TCP',
    'TLS',
    'GET',
  ]);
});

test('one trip of four is over after 50 ms, and not a byte of the file has moved', () => {
  const timeline = run('headquarters');
  const [first] = told(timeline, 'tripDone');
  expect(first!.ms).toBeCloseTo(50, 1);
  expect(stateOf(timeline.at({ timeUs: 150_000 })).firstByteMs).toBeNull();
});

test('the first byte of a run is the formula’s, whatever the road and the load', () => {
  for (const [routeInflation, firewallLoad] of [
    [1, 0],
    [1.53, 0.8],
    [2, 0.5],
  ] as const) {
    const ms = firstByte('headquarters', { routeInflation, firewallLoad })!;
    // Headquarters stand within half a mile of 500 miles off, which is 0.13 ms.
    expect(Math.abs(ms - firstByteMs(500, firewallLoad, routeInflation))).toBeLessThan(0.2);
  }
});

test('says how far the firewall was moved to, not where it came from', () => {
  const timeline = run('headquarters', { inputs: [move(5, building)] });
  expect(told(timeline, 'moved')).toEqual([{ type: 'moved', miles: 0, second: false, ms: 5 }]);
});

test('moving the firewall behind a packet that is past it changes only the trips that are still to come', () => {
  const moved = run('headquarters', { inputs: [move(95, building)] });
  // The second trip is coming home and takes its 50 ms; two of 16.9 ms follow.
  expect(moved.end.measures['firstByteMs']).toBeCloseTo(100 + 2 * 16.9, 0);
});

test('a firewall moved before the click takes effect for the very first packet', () => {
  fc.assert(
    fc.property(somewhere, ({ lat, lon }) => {
      const moved = stateOf(run('headquarters', { inputs: [move(0, { lat, lon })] }).at({ timeUs: 60_000_000 }));
      const begun = stateOf(run('headquarters', { changed: { firewallLat: lat, firewallLon: lon } }).end);
      expect(moved.spent).toEqual(begun.spent);
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('a packet on its way keeps going when the firewall moves', () => {
  const moment = { timeUs: 5000 };
  const before = stateOf(run('headquarters').at(moment));
  const after = stateOf(run('headquarters', { inputs: [move(5, building)] }).at(moment));
  expect(after.flight).toEqual(before.flight);
});

test('a second firewall is moved by itself, and the first stays where it is', () => {
  const { richmond } = sites;
  const { firewall, second } = stateOf(
    run('twoFirewalls', { inputs: [at(1, { type: 'moveSecond', lat: richmond.lat, lon: richmond.lon })] }).end,
  );
  expect([firewall, second]).toEqual([
    { lat: sites.philadelphia.lat, lon: sites.philadelphia.lon },
    { lat: richmond.lat, lon: richmond.lon },
  ]);
});

test('withholds the number until the run, a move or the end gives it', () => {
  const timeline = run('headquarters');
  const figure = ({ state, config, nowMs, measures }: View) =>
    figureOf(stateOf({ state } as View), config as Config, nowMs, measures).number;
  expect(figure(timeline.at({ timeUs: 0 }))).toBe('?');
  expect(figure(timeline.end)).toBe('200');
  expect(figure(timeline.preview({ timeUs: 0 }, { type: 'move', lat: 39.63, lon: -79.96 }))).toBe('133');
});

test('counts every packet that was delivered uninspected, whatever the policy is afterwards', () => {
  expect(ends('headquarters').measures.uninspected).toBe(0);
  // Four trips, there and back.
  const trusted = run('direct', { inputs: [set(100, 'policy', 'inspectAll')] }).end.measures;
  expect([trusted['uninspected'], trusted['inspectedShare']]).toEqual([8, 1]);
});

test('counts the rule sets that packets were delivered under, whatever the policy is afterwards', () => {
  const policies = (...inputs: Parameters<typeof set>[]) =>
    run('headquarters', { inputs: inputs.map((each) => set(...each)) }).end.measures['policies'];
  expect(policies([0, 'policy', 'everyHost'], [100, 'policy', 'inspectAll'])).toBe(200);
  // Nothing was delivered under it: it was only looked at.
  expect(policies([0, 'policy', 'everyHost'], [0, 'policy', 'inspectAll'])).toBe(1);
});

test.each([
  ['slide', 'headquarters', {}],
  ['on-site', 'onSite', { firewallLoad: 0.98 }],
  ['workshop', 'workshop', { firewallLoad: 0.98 }],
  ['noon', 'noon', { backup: true }],
  ['playground', 'everything', { backup: true, routeInflation: 3, firewallLoad: 0.98 }],
  ['playground, by half', 'everything', { shortcut: 'request' }],
  ['playground, cut off', 'everything', { wan: false }],
])('the lab %s ends with a first byte, or with giving up, within its own run', (_, scenario, changed) => {
  const state = stateOf(run(scenario, { changed }).end);
  expect(state.firstByteMs !== null || state.gaveUp).toBe(true);
});
