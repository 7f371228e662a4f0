/** That a challenge cannot be won by its obvious short cuts. */
import { expect, test } from 'vitest';
import { isWon } from '../../../src/engine/challenge.ts';
import type { RunOptions } from '../../../src/engine/run.ts';
import { cities } from '../../../src/sims/tromboning/cities.ts';
import { fourSites, sites } from '../../../src/sims/tromboning/sites.ts';
import { bestSpot, totalMiles } from '../../../src/sims/tromboning/detour.ts';
import { building, headquarters } from '../../../src/sims/tromboning/geography.ts';
import { simulation } from '../../../src/sims/tromboning/index.ts';
import { move, moveSecond, run, set } from './runs.ts';

const challengeOf = (id: string) => simulation.challenges.find((each) => each.id === id)!;
const solutionOf = (id: string): RunOptions => challengeOf(id).solution as RunOptions;

function wins(id: string, options: RunOptions): boolean {
  const challenge = challengeOf(id);
  return isWon(challenge, run(challenge.scenario, options).end.measures);
}

const home = move(0, building);
const best = [home, set(0, 'firewallLoad', 0)];

test('20 ms with everything inspected are won by a second firewall in the building', () => {
  expect(wins('within-20', solutionOf('within-20'))).toBe(true);
  expect(run('headquarters', solutionOf('within-20')).end.measures['firstByteMs']).toBeCloseTo(18, 1);
});

test('20 ms are not won by trusting the building: fast, and nothing inspected', () => {
  expect(wins('within-20', { inputs: [set(0, 'policy', 'trustBuilding')] })).toBe(false);
  expect(wins('within-20', { changed: { policy: 'trustBuilding' } })).toBe(false);
});

test('20 ms are not won by a firewall in each computer: fast, inspected, and 200 rule sets', () => {
  expect(wins('within-20', { inputs: [set(0, 'policy', 'everyHost')] })).toBe(false);
});

test('20 ms are not won by a policy that is put back once the first byte is there', () => {
  for (const policy of ['trustBuilding', 'everyHost'])
    for (const back of ['inspectAll', 'twoFirewalls'])
      for (const ms of [1, 2, 3, 100])
        expect(
          wins('within-20', { inputs: [set(0, 'policy', policy), set(ms, 'policy', back)] }),
          `${policy}, at ${ms} ms ${back}`,
        ).toBe(false);
});

test('20 ms are not won by a firewall that is only lent to one packet', () => {
  // The packet leaves on the direct way; before it is delivered the policy is one that does not count it.
  const lent = [set(0, 'policy', 'trustBuilding'), set(0.1, 'policy', 'everyHost'), set(5, 'policy', 'inspectAll')];
  expect(wins('within-20', { inputs: lent })).toBe(false);
});

test('20 ms are not won with the firewall of headquarters, though it be in the building, idle, and TLS the newest', () => {
  expect(wins('within-20', { inputs: best })).toBe(false);
  expect(wins('within-20', { changed: { tls: '1.3', routeInflation: 1 }, inputs: best })).toBe(false);
});

test('20 ms are not won on a connection that is open already', () => {
  expect(wins('within-20', { changed: { warm: true }, inputs: best })).toBe(false);
  expect(wins('within-20', { changed: { warm: true }, inputs: solutionOf('within-20').inputs })).toBe(false);
});

test('20 ms are not won by a local route for one direction', () => {
  for (const direction of ['request', 'answer'])
    expect(wins('within-20', { inputs: [...best, set(0, 'shortcut', direction)] })).toBe(false);
});

test('20 ms are won by a second firewall in the building, and in no other city of the list', () => {
  const won = cities.filter((city) =>
    wins('within-20', { inputs: [set(0, 'policy', 'twoFirewalls'), moveSecond(0, city)] }),
  );
  expect(won.map(({ name }) => name)).toEqual(['Cincinnati, in the building']);
});

test('the miles asked of four sites lie between the best there is, 855.04, and one per cent more', () => {
  const places = fourSites.map((site) => sites[site]);
  const least = totalMiles(places, bestSpot(places));
  const asked = challengeOf('four-sites').goals[0]!.atMost!;
  expect(asked).toBeGreaterThan(least);
  expect(asked).toBeLessThan(1.01 * least);
  expect(challengeOf('four-sites').say).toContain(`at most ${asked} miles`);
});

test('four sites are served well enough from Morgantown and Cumberland, and from no other city of the list', () => {
  expect(wins('four-sites', solutionOf('four-sites'))).toBe(true);
  const won = cities.filter((city) => wins('four-sites', { inputs: [move(0, city)] }));
  expect(won.map(({ name }) => name)).toEqual(['Morgantown', 'Cumberland']);
  for (const place of [building, headquarters]) expect(wins('four-sites', { inputs: [move(0, place)] })).toBe(false);
});

test('four sites are served well enough from the best spot to 0.01°, and from 25 miles about it on a map', () => {
  const places = fourSites.map((site) => sites[site]);
  const { lat, lon } = bestSpot(places);
  const round = (degrees: number): number => Math.round(degrees * 100) / 100;
  for (const [north, east] of [
    [0, 0],
    [0.36, 0],
    [-0.36, 0],
    [0, 0.47],
    [0, -0.47],
  ] as const)
    expect(wins('four-sites', { inputs: [move(0, { lat: round(lat + north), lon: round(lon + east) })] })).toBe(true);
});
