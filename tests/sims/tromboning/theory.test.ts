import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, exponential, streamSeed } from '../../../src/engine/chance.ts';
import { Machine } from '../../../src/engine/machine.ts';
import { baseConfig, openRun } from '../../../src/engine/run.ts';
import type { Values } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/tromboning/index.ts';
import {
  distanceMiles,
  flatten,
  headquarters,
  building,
  milesToKm,
  unflatten,
} from '../../../src/sims/tromboning/geography.ts';
import type { Config, State } from '../../../src/sims/tromboning/state.ts';
import { expectedFirstByteMs } from '../../../src/sims/tromboning/expected.ts';
import { published } from '../../../src/sims/tromboning/published.ts';
import {
  directFirstByteMs,
  distanceShare,
  FIBRE_US_PER_KM,
  fibreMs,
  firewallPassMs,
  firstByteMs,
  fixedServiceWaitMs,
  straightRoundTripMs,
  straightShare,
  throughFirewall,
} from '../../../src/sims/tromboning/theory.ts';
import { anySettings } from './runs.ts';

const total = ({ distanceMs, firewallMs, devicesMs }: ReturnType<typeof throughFirewall>): number =>
  distanceMs + firewallMs + devicesMs;
const configOf = (scenario: string, changed: Values = {}): Config =>
  baseConfig(simulation, openRun(simulation, scenario, { changed })) as Config;

test('light in fibre: refractive index 1.4682 makes 4.8974 µs a kilometre', () => {
  expect((1.4682 / 299_792.458) * 1e6).toBeCloseTo(FIBRE_US_PER_KM, 4);
});

test.each([
  [500, 7.882, 16.55],
  [1000, 15.763, 33.1],
  [3500, 55.171, 115.86],
])(
  '%i miles of straight fibre take %f ms there and back, and %f on a road 2.1 times as long',
  (miles, straightMs, roadMs) => {
    expect(straightRoundTripMs(miles)).toBeCloseTo(straightMs, 3);
    expect(2 * fibreMs(milesToKm(miles), 2.1)).toBeCloseTo(roadMs, 2);
  },
);

test('fifty feet of fibre add 0.15 µs there and back', () => {
  expect(straightRoundTripMs(50 / 5280) * 1000).toBeCloseTo(0.15, 2);
});

test.each([
  [0, 42, 168],
  [0.5, 44, 176],
  [0.8, 50, 200],
])('at a firewall load of %f a trip is %i ms and a first byte %i ms', (load, tripMs, byteMs) => {
  expect(total(throughFirewall(milesToKm(1000), load, 2.1))).toBeCloseTo(tripMs, 1);
  expect(firstByteMs(500, load)).toBeCloseTo(byteMs, 1);
});

test('distance is 132 of the 200 ms, and each hundred miles is 26.5 ms', () => {
  expect(4 * throughFirewall(milesToKm(1000), 0.8, 2.1).distanceMs).toBeCloseTo(132.4, 1);
  expect(firstByteMs(400) - firstByteMs(300)).toBeCloseTo(26.5, 1);
  expect(firstByteMs(250)).toBeCloseTo(134, 0);
  expect(firstByteMs(0)).toBeCloseTo(67.6, 1);
});

test('distance is two thirds of the 200 ms on the real road; light in straight fibre would need one third', () => {
  expect(distanceShare(500)).toBeCloseTo(0.66, 2);
  expect(straightShare(500)).toBeCloseTo(0.315, 2);
});

test('with the published median route inflation of 1.53 the total is 164 ms', () => {
  expect(firstByteMs(500, 0.8, 1.53)).toBeCloseTo(164, 0);
});

test('a real round trip is never faster than light in straight fibre, and its median is 1.53 times that', () => {
  const ratios = published.map(({ km, roundTripMs }) => roundTripMs / (2 * fibreMs(km, 1))).sort((a, b) => a - b);
  expect(ratios).toHaveLength(6);
  expect(ratios[0]).toBeGreaterThan(1);
  expect((ratios[2]! + ratios[3]!) / 2).toBeCloseTo(1.53, 2);
});

test('the published round trips are those of the recording, to the letter', () => {
  const rows = readFileSync(new URL('./azure-rtt.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(2);
  expect(published.map(({ to, km, roundTripMs }) => [to, km, roundTripMs].join(','))).toEqual(rows);
});

/** M/M/1, without being served, in service times: Wq = ρ / (1 − ρ). */
const randomServiceWait = (load: number): number => load / (1 - load);

test('at ρ = .8 one waits 4.0 service times for random services (M/M/1), and 2.0 for fixed ones (M/D/1)', () => {
  expect(randomServiceWait(0.8)).toBeCloseTo(4, 9);
  expect(fixedServiceWaitMs(0.8)).toBeCloseTo(2, 9);
  expect(firewallPassMs(0.8)).toBeCloseTo(5, 9);
  // Half, at every load (Pollaczek and Khinchine).
  for (const load of [0.1, 0.5, 0.97]) expect(fixedServiceWaitMs(load)).toBeCloseTo(randomServiceWait(load) / 2, 9);
});

test.each([
  ['random', randomServiceWait(0.8), 0.073],
  ['fixed', fixedServiceWaitMs(0.8), 0.024],
] as const)(
  'a queue that is played job by job, with %s services, has the wait of the formula',
  (services, expected, spread) => {
    // Lindley: who comes next waits what the one before waited, and its service, less the gap between them.
    const [gaps, works] = ['gaps', 'works'].map((stream) => streamSeed(1, stream));
    let wait = 0;
    let sum = 0;
    const jobs = 400_000;
    for (let job = 0; job < jobs; job += 1) {
      sum += wait;
      const service = services === 'random' ? exponential(draw(works!, job), 1) : 1;
      wait = Math.max(0, wait + service - exponential(draw(gaps!, job), 1 / 0.8));
    }
    // `spread` is the standard deviation of this mean over seeds 1 to 20.
    expect(Math.abs(sum / jobs - expected)).toBeLessThan(3 * spread);
  },
);

test('waits by chance have the mean of an M/M/1 queue, 1 / (μ − λ)', () => {
  const config = configOf('onSite', { chance: true });
  let firewallMs = 0;
  let passes = 0;
  for (let seed = 0; seed < 4000; seed += 1) {
    const machine = new Machine(simulation, config, seed, [], null);
    machine.advance({ timeUs: 10_000_000 });
    const state = machine.state as State;
    firewallMs += state.spent.firewallMs;
    passes += state.passes;
  }
  expect(passes).toBe(32_000);
  // Exponential, mean 5 ms: the standard error over 32,000 passes is 0.028 ms.
  expect(Math.abs(firewallMs / passes - firewallPassMs(0.8))).toBeLessThan(0.1);
});

test('the direct way is four passes of the office switch and back, and 400 feet of fibre', () => {
  // 400 feet are 0.122 km: at 4.8974 µs a kilometre and 2.1 times as long, 0.00125 ms.
  expect(directFirstByteMs()).toBeCloseTo(8 * 0.25 + 0.00125, 5);
  expect(directFirstByteMs(1, 3)).toBeLessThan(directFirstByteMs(1, 4));
});

test('by chance the first byte takes as long on average as the formula says', () => {
  const config = configOf('onSite', { chance: true });
  const bytes = Array.from({ length: 1000 }, (_, seed) => {
    const machine = new Machine(simulation, config, seed, [], null);
    machine.advance({ timeUs: 10_000_000 });
    return (machine.state as State).firstByteMs!;
  });
  const mean = bytes.reduce((sum, each) => sum + each, 0) / bytes.length;
  // Eight passes with a mean of 5 ms: a standard deviation of 14.1 ms, so of 0.45 ms over 1,000 clicks; three of these.
  expect(Math.abs(mean - expectedFirstByteMs(config, 250)!)).toBeLessThan(1.35);
});

test('theory says nothing of a first byte that is not to be expected yet', () => {
  const config = configOf('headquarters');
  expect(expectedFirstByteMs(config, 199)).toBeNull();
  expect(expectedFirstByteMs(config, 201)).toBeCloseTo(200, 1);
  expect(expectedFirstByteMs({ ...config, firewallLoad: 0.98 }, 250)).toBeNull();
});

test('where theory says something of a run, the run does it, whatever is set', () => {
  let said = 0;
  fc.assert(
    fc.property(anySettings, (changed) => {
      const config = configOf('headquarters', changed);
      const expected = expectedFirstByteMs(config, 10_000);
      if (expected === null) return;
      said += 1;
      const machine = new Machine(simulation, config, 1, [], null);
      machine.advance({ timeUs: 10_000_000 });
      // Each hop is rounded to a microsecond.
      expect(Math.abs((machine.state as State).firstByteMs! - expected)).toBeLessThan(0.021);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(said).toBeGreaterThan(100);
});

test('headquarters stand 500 miles from the building', () => {
  expect(distanceMiles(building, headquarters)).toBeCloseTo(500, 0);
});

test('the map keeps the distance and direction of every place from the building', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 26, max: 48, noNaN: true }),
      fc.double({ min: -105, max: -68, noNaN: true }),
      (lat, lon) => {
        const { x, y } = flatten({ lat, lon });
        expect(Math.sqrt(x * x + y * y)).toBeCloseTo(distanceMiles({ lat, lon }, building), 6);
        const back = unflatten({ x, y });
        expect(back.lat).toBeCloseTo(lat, 1);
        expect(back.lon).toBeCloseTo(lon, 1);
        expect(Math.abs(back.lat * 100 - Math.round(back.lat * 100))).toBeLessThan(1e-6);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
