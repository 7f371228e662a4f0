import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOfFour } from '../../../src/sims/tromboning/best-of-four.ts';
import { cities } from '../../../src/sims/tromboning/cities.ts';
import { fourSites, sites } from '../../../src/sims/tromboning/sites.ts';
import { bestSpot, detourMiles, equalDetour, totalMiles } from '../../../src/sims/tromboning/detour.ts';
import {
  bearingTo,
  building,
  distanceMiles,
  headquarters,
  travel,
  type Place,
} from '../../../src/sims/tromboning/geography.ts';

const place = fc.record({
  lat: fc.double({ min: 30, max: 48, noNaN: true }),
  lon: fc.double({ min: -100, max: -70, noNaN: true }),
});
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const angle = between(0, 2 * Math.PI);
const settings = { seed: 1, numRuns: 300 };
const DEGREES = Math.PI / 180;

test('every place of the curve costs the same detour, and the curve goes once round both ends', () => {
  fc.assert(
    fc.property(place, place, between(1, 2000), (a, b, longer) => {
      const miles = distanceMiles(a, b) + longer;
      const curve = equalDetour(a, b, miles, 48);
      expect(curve).toHaveLength(48);
      for (const f of curve) expect(Math.abs(detourMiles(a, f, b) - miles)).toBeLessThan(0.001);
      for (const end of [a, b]) {
        const turns = curve.map((f, i) => turn(bearingTo(end, f), bearingTo(end, curve[(i + 1) % curve.length]!)));
        expect(turns.reduce((sum, each) => sum + each, 0)).toBeCloseTo(2 * Math.PI, 6);
      }
    }),
    settings,
  );
});

test('neighbours who share one way out have a circle of equal detour, half the detour from them', () => {
  for (const f of equalDetour(building, building, 500, 36)) expect(distanceMiles(building, f)).toBeCloseTo(250, 6);
  expect(new Set(equalDetour(building, building, 0, 4).map((f) => distanceMiles(building, f)))).toEqual(new Set([0]));
});

test('a detour as short as the straight way leaves only the way itself, and nothing is shorter', () => {
  const straight = distanceMiles(building, headquarters);
  const curve = equalDetour(building, headquarters, straight, 24);
  for (const f of curve) expect(detourMiles(building, f, headquarters)).toBeCloseTo(straight, 4);
  expect(distanceMiles(curve[0]!, headquarters)).toBeLessThan(0.01);
  expect(distanceMiles(curve[12]!, building)).toBeLessThan(0.01);
  expect(equalDetour(building, headquarters, straight - 1, 24)).toEqual([]);
});

test('no firewall makes the way shorter than the straight one', () => {
  fc.assert(
    fc.property(place, place, place, (a, f, b) => {
      expect(detourMiles(a, f, b)).toBeGreaterThanOrEqual(distanceMiles(a, b) - 1e-9);
    }),
    settings,
  );
});

test('a firewall anywhere on the straight way costs no distance at all', () => {
  fc.assert(
    fc.property(place, place, between(0, 1), (a, b, share) => {
      const straight = distanceMiles(a, b);
      const f = travel(a, bearingTo(a, b), straight * share);
      expect(detourMiles(a, f, b)).toBeCloseTo(straight, 6);
    }),
    settings,
  );
});

test('three sites 500 miles from each other are served with 866.22 miles, where a flat earth would say 866.03', () => {
  const corners = equilateral(500);
  expect(distanceMiles(corners[1]!, corners[2]!)).toBeCloseTo(500, 6);
  expect(totalMiles(corners, bestSpot(corners))).toBeCloseTo(866.22, 2);
  // A small triangle is as good as flat: √3 sides.
  const small = equilateral(5);
  expect(totalMiles(small, bestSpot(small)) * 100).toBeCloseTo(866.03, 2);
});

test('of three sites with an angle of more than 120° the one at that corner serves best', () => {
  fc.assert(
    fc.property(place, angle, between(121, 180), between(5, 600), between(5, 600), (corner, way, wide, near, far) => {
      const others = [travel(corner, way, near), travel(corner, way + wide * DEGREES, far)];
      expect(bestSpot([others[0]!, corner, others[1]!])).toEqual(corner);
    }),
    settings,
  );
});

test('four corners are served best from where their diagonals cross', () => {
  fc.assert(
    fc.property(
      place,
      angle,
      between(20, 160),
      fc.array(between(20, 600), { minLength: 4, maxLength: 4 }),
      (crossing, way, apart, [a, b, c, d]) => {
        const other = way + apart * DEGREES;
        const corners = [
          travel(crossing, way, a!),
          travel(crossing, other, b!),
          travel(crossing, way + Math.PI, c!),
          travel(crossing, other + Math.PI, d!),
        ];
        expect(distanceMiles(bestSpot(corners), crossing)).toBeLessThan(0.1);
      },
    ),
    settings,
  );
});

test('five miles in any direction from the best spot are never better, nor is any of the places', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 6 }), (places) => {
      const spot = bestSpot(places);
      const least = totalMiles(places, spot);
      for (let eighth = 0; eighth < 8; eighth += 1) {
        expect(totalMiles(places, travel(spot, (eighth * Math.PI) / 4, 5))).toBeGreaterThan(least - 1e-6);
      }
      for (const other of places) expect(totalMiles(places, other)).toBeGreaterThan(least - 1e-6);
    }),
    settings,
  );
});

test('the best spot is found also for one place, for two, for places on a line and for places counted twice', () => {
  const { cincinnati, columbus, cleveland, philadelphia } = sites;
  expect(bestSpot([columbus])).toEqual(columbus);
  expect(totalMiles([cincinnati, philadelphia], bestSpot([cincinnati, philadelphia]))).toBeCloseTo(
    distanceMiles(cincinnati, philadelphia),
    6,
  );
  const halfway = travel(cincinnati, bearingTo(cincinnati, philadelphia), 250);
  expect(bestSpot([cincinnati, halfway, philadelphia])).toEqual(halfway);
  // Half of all are in Cincinnati, which the other half cannot outweigh.
  expect(bestSpot([cincinnati, cleveland, cincinnati, philadelphia])).toEqual(cincinnati);
});

test('the four sites are served best 18 miles east of Morgantown, which costs 1.2 of 855 miles more', () => {
  const places = fourSites.map((site) => sites[site]);
  const spot = bestSpot(places);
  const crossing = crossingOf(sites.cincinnati, sites.philadelphia, sites.cleveland, sites.richmond);
  expect(distanceMiles(spot, crossing)).toBeLessThan(0.1);
  expect(totalMiles(places, spot)).toBeCloseTo(855.04, 2);

  const ranked = cities.toSorted((a, b) => totalMiles(places, a) - totalMiles(places, b));
  expect(ranked[0]!.name).toBe('Morgantown');
  const miles = ranked.map((city) => distanceMiles(city, spot));
  expect(miles.indexOf(Math.min(...miles))).toBe(0);
  expect(distanceMiles(ranked[0]!, spot)).toBeCloseTo(18.4, 1);
  expect(totalMiles(places, ranked[0]!)).toBeCloseTo(856.27, 2);
  expect(totalMiles(places, headquarters)).toBeCloseTo(1062.6, 1);
  expect(totalMiles(places, building)).toBeCloseTo(1120.57, 2);
});

/** From one bearing to the next, the short way round. */
function turn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

/** On the sphere the corners of an equilateral triangle are wider than 60°: cos A = cos s / (1 + cos s). */
function equilateral(side: number): Place[] {
  const s = side / (6371.0088 / 1.609344);
  const corner = Math.acos(Math.cos(s) / (1 + Math.cos(s)));
  return [building, travel(building, 0.3, side), travel(building, 0.3 + corner, side)];
}

/** Where the great circle through a and b meets that through c and d: the cross product of their poles. */
function crossingOf(a: Place, b: Place, c: Place, d: Place): Place {
  const vector = ({ lat, lon }: Place): number[] => [
    Math.cos(lat * DEGREES) * Math.cos(lon * DEGREES),
    Math.cos(lat * DEGREES) * Math.sin(lon * DEGREES),
    Math.sin(lat * DEGREES),
  ];
  const cross = (p: number[], q: number[]): number[] => [
    p[1]! * q[2]! - p[2]! * q[1]!,
    p[2]! * q[0]! - p[0]! * q[2]!,
    p[0]! * q[1]! - p[1]! * q[0]!,
  ];
  const [x, y, z] = cross(cross(vector(a), vector(b)), cross(vector(c), vector(d)));
  const sign = z! < 0 ? -1 : 1;
  return { lat: Math.atan2(sign * z!, Math.hypot(x!, y!)) / DEGREES, lon: Math.atan2(sign * y!, sign * x!) / DEGREES };
}

test('the spot that the lab shows as the best of the four sites is the one that the search finds', () => {
  const found = bestSpot(fourSites.map((site) => sites[site]));
  // Kept to a hundredth of a degree, which is less than a mile.
  expect(distanceMiles(bestOfFour, found)).toBeLessThan(0.7);
});
