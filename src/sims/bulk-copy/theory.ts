/** What formulas say of a copy over one TCP connection, in plain numbers: model, lesson and tests share these. */
import { pipeBytes, SEGMENT_BYTES, windowBytes, windowSegments } from './way.ts';

export { pipeBytes, SEGMENT_BYTES, windowBytes, windowSegments };

/** Segments that may be on the way at first: RFC 6928. */
export const FIRST_SEGMENTS = 10;
/** A round trip through headquarters, as in src/sims/tromboning: 33.1 ms of light in fibre, 10 at the firewall and 6.9 in devices. */
export const HEADQUARTERS_MS = 50;
/** The constant of Mathis et al. (1997) for losses at even distances: √(3/2). */
export const MATHIS_PERIODIC = Math.sqrt(1.5);
/** The same for losses by chance, without delayed acknowledgements: Mathis et al. (1997), table 1. */
export const MATHIS_RANDOM = 1.31;

/** The segments of a file; the last may be shorter, and counts as one. */
export function segmentsOf(fileMB: number): number {
  return Math.ceil((fileMB * 1e6) / SEGMENT_BYTES);
}

/** The most that a window lets through: one window in each round trip, window · 8 / RTT. RFC 7323, 1.1. */
export function windowLimitMbps(windowBytes: number, rttMs: number): number {
  return (windowBytes * 8) / (rttMs * 1000);
}

/** How much of the pipe a window can fill, 0 to 1. */
export function pipeFilled(windowBytes: number, bandwidthMbps: number, rttMs: number): number {
  return Math.min(1, windowBytes / pipeBytes(bandwidthMbps, rttMs));
}

/**
 * The rate that loss allows, MSS / RTT · C / √p. Mathis, Semke, Mahdavi, Ott, "The Macroscopic Behavior of the TCP
 * Congestion Avoidance Algorithm" (1997), equation 3. C is √1.5 for losses at even distances.
 */
export function mathisMbps(segmentBytes: number, rttMs: number, lossShare: number, c = MATHIS_PERIODIC): number {
  return (windowLimitMbps(segmentBytes, rttMs) * c) / Math.sqrt(lossShare);
}

/** Rounds in which slow start sends so many segments from 10 on, doubling: ⌈log2(n / 10 + 1)⌉. */
export function slowStartRounds(segments: number): number {
  let rounds = 0;
  for (let most = 0; most < segments; rounds += 1) most += FIRST_SEGMENTS * 2 ** rounds;
  return rounds;
}

/** Segments sent in the first so many rounds of slow start: 10 (2^n − 1). */
export function slowStartSegments(rounds: number): number {
  return FIRST_SEGMENTS * (2 ** rounds - 1);
}

/** Rounds after which slow start would send more than a window in one. */
export function roundsBelowWindow(windowKB: number): number {
  let rounds = 0;
  while (FIRST_SEGMENTS * 2 ** rounds < windowSegments(windowKB)) rounds += 1;
  return rounds;
}

/** Milliseconds of a round: a round trip, or longer where the link takes longer to send so much. */
export function roundMs(segments: number, rttMs: number, bandwidthMbps: number): number {
  return Math.max(rttMs, (segments * SEGMENT_BYTES * 8) / (bandwidthMbps * 1000));
}

/** Rounds that a copy without loss takes: slow start up to the window, then a window a round. */
export function copyRounds(fileMB: number, windowKB: number): number {
  const segments = segmentsOf(fileMB);
  const below = roundsBelowWindow(windowKB);
  const early = slowStartSegments(below);
  return segments <= early
    ? slowStartRounds(segments)
    : below + Math.ceil((segments - early) / windowSegments(windowKB));
}

/** Seconds that a copy without loss takes over an open connection, from the first byte sent to the last acknowledged. */
export function copySeconds(fileMB: number, windowKB: number, rttMs: number, bandwidthMbps: number): number {
  const segments = segmentsOf(fileMB);
  const rounds = copyRounds(fileMB, windowKB);
  const doubled = Math.min(rounds - 1, roundsBelowWindow(windowKB));
  let ms = 0;
  for (let round = 0; round < doubled; round += 1) ms += roundMs(FIRST_SEGMENTS * 2 ** round, rttMs, bandwidthMbps);
  const full = rounds - 1 - doubled;
  const each = windowSegments(windowKB);
  const rest = segments - slowStartSegments(doubled) - full * each;
  return (ms + full * roundMs(each, rttMs, bandwidthMbps) + roundMs(rest, rttMs, bandwidthMbps)) / 1000;
}
