/**
 * What a detour costs in miles, which places cost the same, and where one firewall serves best.
 *
 * All ways are great circles of a round earth, whose distances are within 0.5 % of the real ones.
 */
import { atan2, cos, sin } from '../../engine/math.ts';
import { bearingTo, distanceMiles, EARTH_MILES, travel, type Place } from './geography.ts';

/** From a to b by way of f: |AF| + |FB|. Never less than |AB|, and as little as that all along the way from a to b. */
export function detourMiles(a: Place, f: Place, b: Place): number {
  return distanceMiles(a, f) + distanceMiles(f, b);
}

/**
 * The places F with |AF| + |FB| = miles, clockwise from the one beyond b and so many of them; the last is
 * joined to the first. With both ends in one place a circle, else an ellipse with the ends as its foci; none
 * where even the straight way is longer.
 *
 * With c and S the angles of |AB| and of `miles` at the centre of the earth, and r that of |AF| where the way
 * to F leaves the way to b by θ, the law of cosines gives cos(S − r) = cos c cos r + sin c sin r cos θ, hence
 * tan r = (cos c − cos S) / (sin S − sin c cos θ). Half angles keep that exact when the ellipse is thin, and
 * θ comes from equal steps round its centre, or nearly all places would crowd about a.
 */
export function equalDetour(a: Place, b: Place, miles: number, points: number): Place[] {
  const straight = distanceMiles(a, b);
  if (miles < straight - 1e-6) return [];
  // A segment, which is an ellipse without width, is given a breadth of inches.
  const total = Math.max(miles, straight * (1 + 1e-12));
  const c = straight / EARTH_MILES;
  const [mean, half] = [(total + straight) / EARTH_MILES / 2, (total - straight) / EARTH_MILES / 2];
  const toB = bearingTo(a, b);
  return Array.from({ length: points }, (_, i) => {
    const step = (Math.PI * i) / points;
    const halfTheta = atan2(Math.sqrt(total - straight) * sin(step), Math.sqrt(total + straight) * cos(step));
    const s = sin(halfTheta);
    const r = atan2(sin(mean) * sin(half), cos(mean) * sin(half) + sin(c) * s * s);
    return travel(a, toB + 2 * halfTheta, r * EARTH_MILES);
  });
}

/** What one firewall at f costs all places together: the miles from each of them. */
export function totalMiles(places: readonly Place[], f: Place): number {
  return places.reduce((sum, place) => sum + distanceMiles(place, f), 0);
}

/**
 * Where the total is least (the geometric median; of three places, Fermat's point). Where several are equally
 * good, as between two places, one of them.
 *
 * Weiszfeld's method on the sphere (Fletcher, Venkatasubramanian and Joshi 2009): every place pulls with the
 * same force, and the step is the pull divided by the sum of 1/distance. It begins at the best of the places,
 * which is the answer when the others cannot pull it away (Vardi and Zhang 2000); after that it only descends.
 */
export function bestSpot(places: readonly Place[]): Place {
  let spot = places[least(places.map((place) => totalMiles(places, place)))]!;
  for (let i = 0; i < 10_000; i += 1) {
    let [east, north, slowness, here] = [0, 0, 0, 0];
    for (const place of places) {
      const miles = distanceMiles(spot, place);
      if (miles < 1e-6) here += 1;
      else {
        const bearing = bearingTo(spot, place);
        east += sin(bearing);
        north += cos(bearing);
        slowness += 1 / miles;
      }
    }
    const pull = Math.sqrt(east * east + north * north) - here;
    if (pull <= 0 || pull / slowness < 1e-7) break;
    spot = travel(spot, atan2(east, north), pull / slowness);
  }
  return spot;
}

function least(costs: readonly number[]): number {
  return costs.indexOf(Math.min(...costs));
}
