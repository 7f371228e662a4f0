/** How long light and queues take. Shared by the model, the claims in the lesson and the tests. */
import { bestOfFour, milesFromFour } from './best-of-four.ts';
import { milesToKm } from './geography.ts';
import { PATIENCE_MS, timeoutAfter } from './retries.ts';

/** Light in fibre: refractive index 1.4682 (Corning SMF-28 data sheet, 1550 nm) over c. */
export const FIBRE_US_PER_KM = 4.8974;
/**
 * How much longer a real road of fibre is than the great circle. 2.1 is the usual rule of thumb, and good routes would
 * come to a median of 1.3 (Bozkurt et al. 2018, "Dissecting Latency in the Internet's Fiber Infrastructure",
 * arXiv 1811.10737). Azure's published round trips from East US have a median of 1.53 times the straight fibre.
 */
export const ROUTE_INFLATION = 2.1;
/** A burst of up to 64 KB takes the firewall 1 ms, about 524 Mb/s. */
export const FIREWALL_SERVICE_MS = 1;
/** One pass through the office switch. Allowance: with two passes a round trip, the direct path is 0.5 ms. */
export const SWITCH_MS = 0.25;
/** VPN gateway, routers and serialisation on one crossing of the wide-area network. Allowance, fitted to 50 ms a trip. */
export const WAN_EDGE_MS = 1.475;

/** One pass through a firewall in a computer of its own. Allowance: little work, and no line to wait in. */
export const HOST_FIREWALL_MS = 0.05;
/** Computers in the building, each with rules of its own under a distributed firewall. Allowance. */
export const COMPUTERS = 200;
/** ρ of a second firewall: it sees only its own site's traffic. Allowance. */
export const SECOND_LOAD = 0.5;
/** What another site's backup adds to ρ of the firewall at headquarters. Allowance. */
export const BACKUP_LOAD = 0.47;
/** A queue at 1 has no mean; beyond this the firewall would drop what it cannot keep. */
export const MOST_LOAD = 0.98;
/** From Bob's desk to Alice's in one building: 50 feet. */
export const DESKS_MILES = 50 / 5280;

/** One way through fibre, in milliseconds. */
export function fibreMs(km: number, routeInflation: number): number {
  return (km * routeInflation * FIBRE_US_PER_KM) / 1000;
}

/** Mean time in an M/M/1 queue, waiting and being served: W = 1 / (μ − λ) = service / (1 − ρ). `load` is ρ, from 0 to below 1. */
export function firewallPassMs(load: number): number {
  return FIREWALL_SERVICE_MS / (1 - load);
}

/** Mean time waiting in an M/D/1 queue, served in a fixed time: Wq = ρ / (2μ(1 − ρ)), half that of M/M/1 (Pollaczek 1930). */
export function fixedServiceWaitMs(load: number): number {
  return (FIREWALL_SERVICE_MS * load) / (2 * (1 - load));
}

/** A full handshake takes two round trips in 1.2 (RFC 5246) and one in 1.3 (RFC 8446). */
export type TlsVersion = '1.2' | '1.3';

/** Round trips before the first byte of a file over HTTPS, in order; on a connection that is open already, only the last. */
export function tripsFor(tls: TlsVersion, warm = false): readonly string[] {
  if (warm) return ['GET'];
  return tls === '1.2' ? ['TCP', 'TLS', 'TLS', 'GET'] : ['TCP', 'TLS', 'GET'];
}

/** What one round trip is made of, in milliseconds. */
export interface RoundTrip {
  distanceMs: number;
  firewallMs: number;
  devicesMs: number;
}

/**
 * A round trip through a firewall: there and back the way of `km` from desk to desk is paid once each, with two passes,
 * four passes of switches and four crossings. For neighbours `km` is twice the way to the firewall.
 */
export function throughFirewall(km: number, load: number, routeInflation: number): RoundTrip {
  return {
    distanceMs: 2 * fibreMs(km, routeInflation),
    firewallMs: 2 * firewallPassMs(load),
    devicesMs: 4 * SWITCH_MS + 4 * WAN_EDGE_MS,
  };
}

/** Milliseconds from click to first byte through a firewall that many miles away. */
export function firstByteMs(miles: number, load = 0.8, routeInflation = ROUTE_INFLATION, trips = 4): number {
  const { distanceMs, firewallMs, devicesMs } = throughFirewall(milesToKm(2 * miles), load, routeInflation);
  return trips * (distanceMs + firewallMs + devicesMs);
}

/** The same on the direct way: fifty feet and one pass through the office switch, there and back. */
export function directFirstByteMs(routeInflation = ROUTE_INFLATION, trips = 4): number {
  return trips * 2 * (fibreMs(milesToKm(50 / 5280), routeInflation) + SWITCH_MS);
}

/** Milliseconds for light in straight fibre over that many miles, there and back. */
export function straightRoundTripMs(miles: number): number {
  return 2 * fibreMs(milesToKm(miles), 1);
}

/** Milliseconds that moving the firewall nearer by that many miles takes off the first byte. */
export function firstByteSavedMs(miles: number): number {
  return firstByteMs(miles) - firstByteMs(0);
}

/** Share of the first byte that distance makes, on the real road. */
export function distanceShare(miles: number): number {
  return firstByteSavedMs(miles) / firstByteMs(miles);
}

/** Share of the first byte that light would need for the same four trips in straight fibre. */
export function straightShare(miles: number): number {
  return (4 * straightRoundTripMs(2 * miles)) / firstByteMs(miles);
}

/** Milliseconds to the first byte through a firewall in the building, in the line and without a tunnel. */
export function siteFirewallFirstByteMs(load: number, trips = 4): number {
  return directFirstByteMs(ROUTE_INFLATION, trips) + trips * 2 * firewallPassMs(load);
}

/** The load of the second firewall, for the text. */
export function secondLoad(): number {
  return SECOND_LOAD;
}

/** Seconds after the first SYN at which an unanswered connection is asked for again, or given up, after so many retries. */
export function synTimeoutS(retries: number): number {
  return timeoutAfter(retries, false).afterMs / 1000;
}

/** Seconds of silence on an open connection after which Bob's program gives up. */
export function patienceS(): number {
  return PATIENCE_MS / 1000;
}

/** Miles from all four sites to a firewall at that place, in degrees. */
export function milesFromFourSites(lat: number, lon: number): number {
  return milesFromFour({ lat, lon });
}

/** The same for the best place there is. */
export function leastMilesFromFourSites(): number {
  return milesFromFour(bestOfFour);
}
