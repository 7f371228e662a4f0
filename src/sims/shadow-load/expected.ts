/** What theory expects at the end of a run in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import type { Config, MeasureName } from './state.ts';
import { awaitBothMs, detachedMs, sequentialMs } from './theory.ts';

/** Only what is exact from the first moment on. A line at the database starts empty, and takes a while to be as long as theory says. */
export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  requests: (config, nowMs) => arrived(config, nowMs),
  copies: (config, nowMs) =>
    config.shadowCall === 'sequential' || config.mirrorShare === 0 ? null : arrived(config, nowMs, config.mirrorShare),
  meanMs: ({ clients, databaseMs, cacheTtlS, copyDelayMs, times, v1Ms, v2Ms, shadowCall, mirrorShare }, nowMs) => {
    const ownTimesOnly = databaseMs === 0 && cacheTtlS === 0 && copyDelayMs === 0 && v1Ms > 0 && v2Ms > 0;
    // Early on only quick answers have been given.
    const isSettled = nowMs > 100 * (v1Ms + v2Ms);
    if (clients !== 'many' || !ownTimesOnly || times !== 'exponential' || !isSettled) return null;
    const copiedMs = { detached: detachedMs, keepAlive: detachedMs, awaitBoth: awaitBothMs, sequential: sequentialMs };
    return (1 - mirrorShare) * v1Ms + mirrorShare * copiedMs[shadowCall](v1Ms, v2Ms);
  },
};

function arrived({ clients, arrivalsPerSecond }: Config, nowMs: number, share = 1): number | null {
  return clients === 'many' ? (share * arrivalsPerSecond * nowMs) / 1000 : null;
}
