import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import { play, type View } from '../../../src/engine/timeline.ts';
import { describe as describeState } from '../../../src/sims/tromboning/describe.ts';
import { figureOf } from '../../../src/sims/tromboning/figure.ts';
import { cities } from '../../../src/sims/tromboning/cities.ts';
import { building, distanceKm, headquarters, kmToMiles } from '../../../src/sims/tromboning/geography.ts';
import { simulation } from '../../../src/sims/tromboning/index.ts';
import { measure, type Config, type State } from '../../../src/sims/tromboning/model.ts';
import { route } from '../../../src/sims/tromboning/routes.ts';
import { firstByteMs } from '../../../src/sims/tromboning/theory.ts';
import { narrowPlan, placeAt, slideTo, widePlan } from '../../../src/sims/tromboning/slide.ts';

const run = (scenario: string, options = {}) => play(simulation, openRun(simulation, scenario, options));
const somewhere = fc.record({
  lat: fc.double({ min: 30, max: 48, noNaN: true }),
  lon: fc.double({ min: -100, max: -70, noNaN: true }),
});

test('the first byte comes after 200 ms through headquarters and after 2 ms inside the building', () => {
  expect(run('headquarters').end.measures['firstByteMs']).toBeCloseTo(200, 1);
  expect(run('direct').end.measures['firstByteMs']).toBeCloseTo(2, 2);
});

test('what the run measures is what the receipt adds up to, wherever the firewall stands', () => {
  fc.assert(
    fc.property(somewhere, fc.double({ min: 0, max: 0.9, noNaN: true }), ({ lat, lon }, load) => {
      const changed = {
        firewallLat: Math.round(lat * 100) / 100,
        firewallLon: Math.round(lon * 100) / 100,
        firewallLoad: Math.round(load * 100) / 100,
      };
      const { state, measures } = run('headquarters', { changed }).at({ timeUs: 10_000_000 });
      const { distanceMs, firewallMs, devicesMs } = (state as State).spent;
      if (measures['firstByteMs'] === null) return;
      expect(distanceMs + firewallMs + devicesMs).toBeCloseTo(measures['firstByteMs']!, 1);
      expect(measures['firstByteMs']).toBeCloseTo(measures['expectedMs']!, 1);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('a detour is never shorter than the straight way (triangle inequality)', () => {
  fc.assert(
    fc.property(somewhere, somewhere, somewhere, (a, b, c) => {
      expect(distanceKm(a, c) + distanceKm(c, b)).toBeGreaterThanOrEqual(distanceKm(a, b) - 1e-6);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the way is found: through the firewall when everything must be inspected, desk to desk when neighbours are trusted', () => {
  expect(route('bob', 'alice', false, 'inspectAll', headquarters).path).toEqual([
    'bob',
    'switch',
    'firewall',
    'switch',
    'alice',
  ]);
  expect(route('bob', 'alice', false, 'trustBuilding', headquarters).path).toEqual(['bob', 'switch', 'alice']);
  expect(kmToMiles(route('bob', 'alice', false, 'trustBuilding', headquarters).km) * 5280).toBeCloseTo(50, 6);
});

test('TLS 1.3 saves exactly one round trip', () => {
  expect(run('headquarters', { changed: { tls: '1.3' } }).end.measures['firstByteMs']).toBeCloseTo(150, 1);
});

test('the first byte of a run is the formula’s, whatever the road and the load', () => {
  for (const [routeInflation, firewallLoad] of [
    [1, 0],
    [1.53, 0.8],
    [2, 0.5],
  ] as const) {
    const { measures } = run('headquarters', { changed: { routeInflation, firewallLoad } }).end;
    // Headquarters stand within half a mile of 500 miles off, which is 0.13 ms.
    expect(Math.abs(measures['firstByteMs']! - firstByteMs(500, firewallLoad, routeInflation))).toBeLessThan(0.2);
  }
});

test('says how far the firewall was moved to, not where it came from', () => {
  const input = { type: 'move', lat: building.lat, lon: building.lon };
  const { log } = run('headquarters', { inputs: [{ at: { timeUs: 5_000 }, input }] });
  expect(log.filter(({ fact }) => fact.type === 'moved').map(({ fact }) => fact)).toEqual([
    { type: 'moved', miles: 0 },
  ]);
});

test('moving the firewall half way through changes only the trips that are still to come', () => {
  const at = { timeUs: 95_000 };
  const moved = run('headquarters', {
    inputs: [{ at, input: { type: 'move', lat: building.lat, lon: building.lon } }],
  });
  // The second trip is coming home and takes its 50 ms; two of 16.9 ms follow.
  expect(moved.end.measures['firstByteMs']).toBeCloseTo(100 + 2 * 16.9, 0);
});

test('a firewall moved before the click takes effect for the very first packet', () => {
  const move = { type: 'move', lat: building.lat, lon: building.lon };
  const moved = run('headquarters', { inputs: [{ at: { timeUs: 0 }, input: move }] });
  expect(moved.end.measures['firstByteMs']).toBeCloseTo(run('onSite').end.measures['firstByteMs']!, 2);
});

test('a packet on its way keeps going when the firewall moves', () => {
  const at = { timeUs: 5_000 };
  const before = run('headquarters').at(at).state as State;
  const after = run('headquarters', {
    inputs: [{ at, input: { type: 'move', lat: building.lat, lon: building.lon } }],
  }).at(at).state as State;
  expect(after.flight).toEqual(before.flight);
});

test('tells where the firewall is, which way the traffic goes and how far Bob is, in words that follow the run', () => {
  const timeline = run('headquarters');
  const words = (ms: number): string => {
    const { state, config, nowMs } = timeline.at({ timeUs: ms * 1000 });
    return describeState(state as State, config as Config, nowMs);
  };
  expect(words(0)).toMatch(/Bob is about to click\.$/);
  expect(words(4)).toContain(
    'Trip 1 of 4, TCP, is under way, 4.0 ms after the click: Bob’s packet is on its way out, 500 miles to the firewall.',
  );
  expect(words(12)).toContain('waiting its turn at the firewall');
  expect(words(210)).toContain('Bob has the first byte, 200 ms after his click.');
});

test('withholds the number until the run, a move or the end gives it', () => {
  const timeline = run('headquarters');
  const figure = ({ state, config, nowMs, measures }: View) =>
    figureOf(state as State, config as Config, nowMs, measures).number;
  expect(figure(timeline.at({ timeUs: 0 }))).toBe('?');
  expect(figure(timeline.end)).toBe('200');
  expect(figure(timeline.preview({ timeUs: 0 }, { type: 'move', lat: 39.63, lon: -79.96 }))).toBe('133');
});

test('every place of the list can be reached by hand on both drawings', () => {
  for (const plan of [widePlan, narrowPlan]) {
    for (const city of cities) {
      const { firewall } = slideTo(city, plan);
      const back = placeAt(firewall.x, firewall.y, plan);
      expect(distanceKm(back, city), `${city.name} at ${plan.width}`).toBeLessThan(40);
    }
  }
});

test('counts every packet that was delivered uninspected, whatever the policy is afterwards', () => {
  const policy = (ms: number, value: string) => ({ at: { timeUs: ms * 1000 }, input: { set: 'policy', value } });
  expect(run('headquarters').end.measures['uninspected']).toBe(0);
  // Four trips, there and back.
  const trusted = run('direct', { inputs: [policy(100, 'inspectAll')] }).end.measures;
  expect([trusted['uninspected'], trusted['inspectedShare']]).toEqual([8, 1]);
});

test('inspects everything or nothing, and says so', () => {
  const { state, config } = run('direct').end;
  expect(measure(state as State, config as Config).inspectedShare).toBe(0);
});
