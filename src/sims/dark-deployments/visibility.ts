/** Who sees v2's answers. */
import { HOUR } from './clock.ts';
import type { Config, State } from './state.ts';

/** Whether shoppers see v2's answers at all now. */
export function isVisible(state: State, config: Config): boolean {
  return config.v2Visible && !state.withdrawn;
}

/** Whether the shopper whose page is drawn sees v2's answer: as it was answered, or with the page still open, as the switch is now. */
export function isShown(state: State, config: Config): boolean {
  if (config.traffic === 'one' || state.page === null) return isVisible(state, config);
  return state.page.seen === 2;
}

/** The share of shoppers who see v2's answers. */
export function visibleShare(state: State, config: Config, nowMs: number): number {
  if (!isVisible(state, config)) return 0;
  switch (config.release) {
    case 'everyone':
      return 1;
    case 'canary':
      return config.canaryShare;
    case 'ramp': {
      // The model notices a change at the next search; until then it has just begun.
      const isNoticed = state.seesV2 && state.release === config.release;
      const hours = isNoticed ? (nowMs - (state.releasedSinceMs ?? nowMs)) / HOUR : 0;
      return hours < 1 ? 0.05 : hours < 2 ? 0.25 : 1;
    }
  }
}
