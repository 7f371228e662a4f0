/** Who sees v2's answers. */
import { HOUR } from './clock.ts';
import type { Config, State } from './state.ts';

/** Whether shoppers see v2's answers at all now. */
export function isVisible(state: State, config: Config): boolean {
  return config.v2Visible && !state.withdrawn;
}

/** The share of shoppers who see v2's answers. */
export function visibleShare(state: State, config: Config, nowMs: number): number {
  if (!isVisible(state, config)) return 0;
  if (config.release === 'everyone') return 1;
  const hours = (nowMs - (state.visibleSinceMs ?? nowMs)) / HOUR;
  return hours < 1 ? 0.05 : hours < 2 ? 0.25 : 1;
}
