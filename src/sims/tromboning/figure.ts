/** The one number in the picture: what Bob waits, has waited, or would wait; for four sites, their miles. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Measures } from '../../engine/simulation.ts';
import { isBest } from './best-of-four.ts';
import { SYN_RETRIES } from './retries.ts';
import type { Config, State } from './state.ts';
import { tripsFor } from './theory.ts';

/** The number, its unit, and what it is the number of. */
export interface Figure {
  /** "200", "2.0", or "?" while the learner has not yet seen. */
  number: string;
  /** 'ms', 's' or 'miles'. */
  unit: string;
  /** A few words, written below the number. */
  caption: string;
}

/**
 * Before the run the number is withheld, so that a prediction is worth making; whoever moves the
 * firewall is told at once what the move would do.
 */
export function figureOf(state: State, config: Config, nowMs: number, measures: Measures): Figure {
  const { sitesMiles: miles = null, expectedMs = null } = measures;
  if (miles !== null)
    return {
      number: formatNumber(miles, '', 0),
      unit: 'miles',
      caption: isBest(state.firewall) ? 'the best spot is marked' : 'from four sites to the firewall',
    };
  const toFirstByte = 'from Bob’s click to the first byte';
  if (state.firstByteMs !== null) return { ...time(state.firstByteMs), caption: toFirstByte };
  if (state.gaveUp) return { ...time(nowMs), caption: 'and no byte: Bob’s computer gave up' };
  if (nowMs > 0) return { ...time(nowMs), caption: caption(state, config) };
  const isTold = isMoved(state, config) && expectedMs !== null;
  return { ...(isTold ? time(expectedMs) : { number: '?', unit: 'ms' }), caption: toFirstByte };
}

/** What a move does, for whoever cannot see the number; it stays the same while time goes by. */
export function foretold(state: State, config: Config, measures: Measures): string {
  const { sitesMiles: miles = null, expectedMs = null } = measures;
  if (miles !== null) return `${formatNumber(miles, 'miles', 0)} from four sites`;
  if (!isMoved(state, config) && state.firstByteMs === null) return '';
  if (expectedMs === null) return 'no first byte on this path';
  const { number, unit } = time(expectedMs);
  return `${number} ${unit} to the first byte`;
}

function caption(state: State, config: Config): string {
  const trips = tripsFor(config.tls, config.warm);
  const name = trips[state.tripsDone] ?? '';
  if (state.retries > 0) return `no answer: retry ${state.retries}${name === 'TCP' ? ` of ${SYN_RETRIES}` : ''}`;
  if (state.lost) return 'no answer: a packet was lost';
  return `trip ${state.tripsDone + 1} of ${trips.length}, ${name}: no byte yet`;
}

/** Whether a firewall stands elsewhere than where the run began. */
export function isMoved({ firewall, second }: Pick<State, 'firewall' | 'second'>, config: Config): boolean {
  return (
    firewall.lat !== config.firewallLat ||
    firewall.lon !== config.firewallLon ||
    second.lat !== config.secondLat ||
    second.lon !== config.secondLon
  );
}

function time(ms: number): { number: string; unit: string } {
  if (ms >= 999.5) return { number: formatNumber(ms / 1000, '', ms < 9950 ? 1 : 0), unit: 's' };
  return { number: formatNumber(ms, '', ms < 9.95 ? 1 : 0), unit: 'ms' };
}
