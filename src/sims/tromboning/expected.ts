/** What theory expects of a run in which nobody acts: the thin line in charts. */
import { building, distanceMiles } from './geography.ts';
import type { Config } from './model.ts';
import { directFirstByteMs, firewallPassMs, firstByteMs, tripsFor } from './theory.ts';

/** From click to first byte, once it is to be expected; null before. */
export function expectedFirstByteMs(config: Config, nowMs: number): number | null {
  const { policy, routeInflation, firewallLoad, firewallLat, firewallLon } = config;
  const trips = tripsFor(config.tls).length;
  if (policy === 'trustBuilding') {
    const directMs = directFirstByteMs(routeInflation, trips);
    return directMs <= nowMs ? directMs : null;
  }
  const miles = distanceMiles(building, { lat: firewallLat, lon: firewallLon });
  const meanMs = firstByteMs(miles, firewallLoad, routeInflation, trips);
  // A run whose byte is late has no first byte yet, so a mean is honest only when nearly every run has one.
  const deviationMs = config.chance ? firewallPassMs(firewallLoad) * Math.sqrt(2 * trips) : 0;
  return meanMs + 3 * deviationMs <= nowMs ? meanMs : null;
}
