/**
 * Round trips that Azure published: medians (P50) from its region East US over the 30 days to 9 April 2024
 * (learn.microsoft.com/azure/networking/azure-network-latency). The kilometres are great circles between the places
 * given for the regions.
 */
export interface PublishedRoundTrip {
  to: string;
  km: number;
  roundTripMs: number;
}

/** From the nearest to the farthest. */
export const published: readonly PublishedRoundTrip[] = [
  { to: 'Central US', km: 1272, roundTripMs: 32 },
  { to: 'West US', km: 3721, roundTripMs: 69 },
  { to: 'North Europe', km: 5737, roundTripMs: 70 },
  { to: 'West Europe', km: 6483, roundTripMs: 84 },
  { to: 'Brazil South', km: 7612, roundTripMs: 118 },
  { to: 'Southeast Asia', km: 15_700, roundTripMs: 227 },
];
