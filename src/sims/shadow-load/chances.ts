/** What is left to chance, always keyed by the request: one draw for each, whatever is set. */
import { exponential } from '../../engine/chance.ts';
import type { Config, LoadSim } from './state.ts';

/** Whether something happens that happens with that chance. What is certain is not drawn. */
export function happens(sim: LoadSim, stream: string, key: number, share: number): boolean {
  return share >= 1 || (share > 0 && sim.random(stream, key) < share);
}

/** A time with that mean, in whole microseconds. */
export function timeOf(sim: LoadSim, stream: string, key: number, meanMs: number, times: Config['times']): number {
  if (meanMs === 0) return 0;
  const ms = times === 'fixed' ? meanMs : exponential(sim.random(stream, key), meanMs);
  return Math.round(ms * 1000) / 1000;
}
