/** The one best spot of the four sites. */
import { distanceMiles, type Place } from './geography.ts';
import { fourSites, sites } from './sites.ts';

/** Where one firewall has the least miles from all four. Found by `bestSpot`, as a test sees to; a page need not search for it. */
export const bestOfFour: Place = { lat: 39.64, lon: -79.62 };

/** The miles from all four sites to a firewall there. */
export function milesFromFour(firewall: Place): number {
  return fourSites.reduce((sum, site) => sum + distanceMiles(sites[site], firewall), 0);
}

/** Whether a firewall there has at most 1 % more miles than at the best spot. */
export function isBest(firewall: Place): boolean {
  return milesFromFour(firewall) <= 1.01 * milesFromFour(bestOfFour);
}
