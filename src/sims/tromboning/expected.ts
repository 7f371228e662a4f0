/** What theory expects of a run in which nobody acts: the thin line in charts. */
import { sites } from './sites.ts';
import { building, distanceKm } from './geography.ts';
import type { Config } from './state.ts';
import { loadOf } from './costs.ts';
import { directFirstByteMs, firewallPassMs, throughFirewall, tripsFor } from './theory.ts';

/** From click to first byte, once it is to be expected; null before, and where a formula would not be simpler than the run. */
export function expectedFirstByteMs(config: Config, nowMs: number): number | null {
  const { policy, routeInflation, fileAt } = config;
  if (config.shortcut !== 'none' || !config.wan) return null;
  const trips = tripsFor(config.tls, config.warm).length;
  if (policy === 'trustBuilding' && fileAt === 'cincinnati') {
    const directMs = directFirstByteMs(routeInflation, trips);
    return directMs <= nowMs ? directMs : null;
  }
  if (policy !== 'inspectAll') return null;
  const firewall = { lat: config.firewallLat, lon: config.firewallLon };
  const km = distanceKm(building, firewall) + distanceKm(firewall, sites[fileAt]);
  const load = loadOf('firewall', config);
  const { distanceMs, firewallMs, devicesMs } = throughFirewall(km, load, routeInflation);
  const meanMs = trips * (distanceMs + firewallMs + devicesMs);
  // A run whose byte is late has no first byte yet, so a mean is honest only when nearly every run has one.
  const deviationMs = config.chance ? firewallPassMs(load) * Math.sqrt(2 * trips) : 0;
  return meanMs + 3 * deviationMs <= nowMs ? meanMs : null;
}
