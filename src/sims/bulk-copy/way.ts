/** The way between Alice and Bob, and what fits in it. By itself, since a picture needs no more of the theory. */
import type { Config } from './state.ts';

/** Payload of a segment: an Ethernet frame of 1,500 bytes less 20 of IP and 20 of TCP (RFC 9293, 3.7.1). */
export const SEGMENT_BYTES = 1460;
/** A round trip between two floors: two passes of the office switch, each an allowance of 0.25 ms, as in src/sims/tromboning. */
export const DIRECT_MS = 0.5;

/** One round trip without anything in line. */
export function rttMs({ way, roundTripMs }: Config): number {
  return way === 'direct' ? DIRECT_MS : roundTripMs;
}

/** Bandwidth of its narrowest part. The direct way does not leave the building. */
export function capacityMbps({ way, bandwidthMbps, lanMbps }: Config): number {
  return way === 'direct' ? lanMbps : Math.min(bandwidthMbps, lanMbps);
}

/**
 * Bytes that a window of so many KB lets be on the way. The field in the TCP header has 16 bits, so that 64 KB are
 * 65,535 bytes; more takes window scaling on both sides, and nothing on the way that strips it (RFC 7323, 2).
 */
export function windowBytes(windowKB: number): number {
  return windowKB <= 64 ? 65_535 : windowKB * 1024;
}

/** Whole segments in so many bytes of window. */
export function windowSegments(windowKB: number): number {
  return Math.floor(windowBytes(windowKB) / SEGMENT_BYTES);
}

/** The bytes that fit in the pipe, the bandwidth-delay product: bandwidth · RTT. RFC 6349, 1.1. */
export function pipeBytes(bandwidthMbps: number, rttMs: number): number {
  return (bandwidthMbps * rttMs * 1000) / 8;
}

/** So many segments as a part of what fits in the pipe; more than 1 waits in line before the link. */
export function filled(segments: number, config: Config): number {
  return (segments * SEGMENT_BYTES) / pipeBytes(capacityMbps(config), rttMs(config));
}
