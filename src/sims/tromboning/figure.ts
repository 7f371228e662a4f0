/** The one number in the picture: what Bob waits, has waited, or would wait. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Measures } from '../../engine/simulation.ts';
import type { Config, State } from './model.ts';
import { tripsFor } from './theory.ts';

export interface Figure {
  /** "200", "2.0", or "?" while the learner has not yet seen. */
  number: string;
  caption: string;
}

/**
 * Before the run the number is withheld, so that a prediction is worth making; whoever moves the
 * firewall is told at once what the move would do.
 */
export function figureOf(state: State, config: Config, nowMs: number, measures: Measures): Figure {
  if (state.firstByteMs !== null)
    return { number: digits(state.firstByteMs), caption: 'from Bob’s click to the first byte' };
  if (nowMs > 0) {
    const trips = tripsFor(config.tls);
    return {
      number: digits(nowMs),
      caption: `trip ${state.tripsDone + 1} of ${trips.length}, ${trips[state.tripsDone] ?? ''}: no byte yet`,
    };
  }
  if (!isMoved(state, config)) return { number: '?', caption: 'from Bob’s click to the first byte' };
  return { number: digits(measures['expectedMs'] ?? 0), caption: 'from Bob’s click to the first byte' };
}

/** Whether the firewall stands elsewhere than where the run began. */
export function isMoved({ firewall }: State, config: Config): boolean {
  return firewall.lat !== config.firewallLat || firewall.lon !== config.firewallLon;
}

function digits(value: number): string {
  return formatNumber(value, '', value < 9.95 ? 1 : 0);
}
