/** The one best spot of the four sites, found once. */
import { fourSites, sites } from './sites.ts';
import { bestSpot, totalMiles } from './detour.ts';
import type { Place } from './geography.ts';

const places = (): Place[] => fourSites.map((site) => sites[site]);
let found: Place | null = null;

/** Where one firewall has the least miles from all four. */
export function bestOfFour(): Place {
  found ??= bestSpot(places());
  return found;
}

/** The miles from all four sites to a firewall there. */
export function milesFromFour(firewall: Place): number {
  return totalMiles(places(), firewall);
}

/** Whether a firewall there has at most 1 % more miles than at the best spot. */
export function isBest(firewall: Place): boolean {
  return milesFromFour(firewall) <= 1.01 * milesFromFour(bestOfFour());
}
