/** What the receipt, the queue, the retries and the map were checked against. */
import { formatNumber } from '../../engine/format-number.ts';
import { Machine } from '../../engine/machine.ts';
import { baseConfig, openRun } from '../../engine/run.ts';
import type { Values } from '../../engine/simulation.ts';
import { Timeline } from '../../engine/timeline.ts';
import type { Validation, ValidationChart } from '../../engine/validation.ts';
import { bestOfFour, milesFromFour } from './best-of-four.ts';
import { sites } from './sites.ts';
import { bestSpot, totalMiles } from './detour.ts';
import { building, distanceMiles, travel } from './geography.ts';
import { simulation } from './index.ts';
import { published } from './published.ts';
import type { State } from './state.ts';
import { fibreMs, fixedServiceWaitMs, straightRoundTripMs } from './theory.ts';

const run = (scenario: string, changed: Values = {}): Timeline =>
  new Timeline(simulation, openRun(simulation, scenario, { changed })).finish();
/** When a fact of that kind was told first, in milliseconds. */
const toldMs = (timeline: Timeline, type: string): number =>
  (timeline.log.find(({ fact }) => fact.type === type)?.timeUs ?? NaN) / 1000;

/** The mean time in the firewall, over so many clicks with eight passes each. */
function meanPassMs(clicks: number): number {
  const config = baseConfig(simulation, openRun(simulation, 'onSite', { changed: { chance: true } }));
  let [firewallMs, passes] = [0, 0];
  for (let seed = 1; seed <= clicks; seed += 1) {
    const machine = new Machine(simulation, config, seed, [], null);
    machine.advance({ timeUs: 10_000_000 });
    const { spent, passes: own } = machine.state as State;
    firewallMs += spent.firewallMs;
    passes += own;
  }
  return firewallMs / passes;
}

/** There and back, light in straight fibre; a real round trip is at least this. */
const floorMs = (km: number): number => 2 * fibreMs(km, 1);
/** What the six published round trips come to, worked out by hand. */
const MEDIAN_INFLATION = 1.53;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

function firstByteRow(what: string, load: string, changed: Values, expected: number): Validation {
  return {
    what: `First byte over 500 miles, ${what}`,
    source: `4 × (33.1 ms of road + 2 × 1 ms / (1 − ${load}) + 6.9 ms)`,
    expected,
    unit: 'ms',
    decimals: 0,
    tolerance: 0.4,
    how: 'a run, without chance',
    measured: () => run('noon', changed).end.measures['firstByteMs'] ?? NaN,
  };
}

function relayRow(tls: '1.2' | '1.3', recordedMs: number): Validation {
  return {
    what: `From connected to the first byte, TLS ${tls}`,
    source: 'measured through a relay of 50 ms',
    expected: recordedMs,
    unit: 'ms',
    decimals: 0,
    tolerance: 10,
    how: 'a run with trips of 50 ms; the programs at both ends take the rest, which the model leaves out',
    measured: () => {
      const timeline = run('headquarters', { tls });
      return toldMs(timeline, 'firstByte') - toldMs(timeline, 'tripDone');
    },
  };
}

/** Light, queues, trips, silence, and places. */
export const validation: readonly Validation[] = [
  {
    what: 'Light through 1,000 miles of straight fibre and back',
    source: 'refractive index 1.4682 (Corning SMF-28) over c',
    expected: ((2 * 1609.344) / 299_792.458) * 1.4682 * 1000,
    unit: 'ms',
    decimals: 2,
    tolerance: 0.001,
    how: 'the formula of the road',
    measured: () => straightRoundTripMs(1000),
  },
  {
    what: 'Published round trips against straight fibre',
    source: 'six regions of Azure from East US (Microsoft, April 2024), worked out by hand',
    expected: MEDIAN_INFLATION,
    unit: 'times',
    decimals: 2,
    tolerance: 0.02,
    how: 'their median, each over the formula the labs use',
    measured: () => medianOf(published.map(({ km, roundTripMs }) => roundTripMs / floorMs(km))),
  },
  firstByteRow('an idle firewall', '0', { firewallLoad: 0 }, 168),
  firstByteRow('a firewall half busy', '0.5', {}, 176),
  firstByteRow('a firewall busy 80 %', '0.8', { firewallLoad: 0.8 }, 200),
  firstByteRow('a backup through it', '0.97', { backup: true }, 427),
  {
    what: 'Time in a firewall busy 80 %',
    source: 'M/M/1 (Kleinrock 1975): 1 / (μ − λ)',
    expected: 5,
    unit: 'ms',
    decimals: 1,
    // Exponential, so its standard deviation is 5 too, and that of the mean 0.11; this is three of it.
    tolerance: 0.34,
    how: 'mean of 2,000 passes by chance',
    measured: () => meanPassMs(250),
  },
  {
    what: 'Wait, were every burst of the same length',
    source: 'M/D/1 (Pollaczek 1930): ρ / (2μ(1 − ρ))',
    expected: 2,
    unit: 'ms',
    decimals: 1,
    tolerance: 1e-9,
    how: 'the formula; the model has bursts of random length, which wait 4.0 ms',
    measured: () => fixedServiceWaitMs(0.8),
  },
  relayRow('1.2', 159.6),
  relayRow('1.3', 108.9),
  {
    what: 'Silence until a connection is given up',
    source: 'Linux before 6.5, tcp(7): 1 + 2 + 4 + … + 64 s',
    expected: 127,
    unit: 's',
    decimals: 0,
    tolerance: 1e-6,
    how: 'a run with a local route for Bob’s packets only',
    measured: () => toldMs(run('halfFixed'), 'gaveUp') / 1000,
  },
  {
    what: 'Best one firewall for three sites 5 miles apart',
    source: 'Fermat’s point: √3 × 5',
    expected: Math.sqrt(3) * 5,
    unit: 'miles',
    decimals: 3,
    // So near to each other that the earth is flat to them.
    tolerance: 0.0005,
    how: 'found by steps, on a round earth',
    measured: () => {
      const corners = [building, travel(building, 0, 5), travel(building, Math.PI / 3, 5)];
      return totalMiles(corners, bestSpot(corners));
    },
  },
  {
    what: 'Best one firewall for the four sites',
    source: 'where the diagonals cross: their two lengths',
    expected: distanceMiles(sites.cincinnati, sites.philadelphia) + distanceMiles(sites.cleveland, sites.richmond),
    unit: 'miles',
    decimals: 1,
    tolerance: 0.01,
    how: 'found by steps, on a round earth',
    measured: () => milesFromFour(bestOfFour),
  },
];

/** No dot lies before the floor, and half lie beyond the median. */
export const chart: ValidationChart = {
  title: 'No round trip that Azure published from East US is faster than light in straight fibre.',
  axis: 'times as long as straight fibre',
  ticks: [1, 1.5, 2, 2.5, 3],
  lines: [
    { label: 'straight fibre', value: 1 },
    { label: `${MEDIAN_INFLATION}, median`, value: MEDIAN_INFLATION },
  ],
  points: published.map(({ to, km, roundTripMs }) => ({
    label: to,
    note: `${formatNumber(roundTripMs, 'ms', 0)}, ${formatNumber(km, 'km', 0)}`,
    value: roundTripMs / floorMs(km),
  })),
};
