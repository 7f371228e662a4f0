/**
 * What this model was checked against. Each run here is short enough for every build; the tests beside it have more
 * seeds, with tolerances as much narrower as that allows.
 */
import type { Validation } from '../../engine/validation.ts';
import { lossyMbps, rateMbps, statesAt, unhindered } from './long-run.ts';
import type { Config } from './state.ts';
import { MATHIS_RANDOM, mathisMbps, SEGMENT_BYTES, slowStartRounds, windowBytes, windowLimitMbps } from './theory.ts';

function windowRow(rttMs: number, way: Partial<Config>, decimals: number): Validation {
  const expected = windowLimitMbps(windowBytes(64), rttMs);
  return {
    what: `Rate with a window of 64 KB and a round trip of ${rttMs} ms`,
    source: 'RFC 7323, 1.1: window / round trip, 65,535 · 8 / RTT',
    expected,
    unit: 'Mb/s',
    decimals,
    // 44 whole segments are 64,240 of the 65,535 bytes, 1.98 % less.
    tolerance: 0.02 * expected,
    how: 'mean of 160 round trips after the first 40; only whole segments of 1,460 bytes are sent',
    measured: () => rateMbps({ ...unhindered, windowKB: 64, ...way }, 0.04 * rttMs, 0.2 * rttMs),
  };
}

function lossRow(lossShare: number, seeds: number, fromS: number, toS: number, tolerance: number): Validation {
  return {
    what: `Rate at 50 ms when one segment in ${lossShare === 0.001 ? '1,000' : '10,000'} is lost`,
    source: `Mathis et al. (1997), table 1: MSS / RTT · C / √p with C = ${MATHIS_RANDOM} for losses by chance and every segment acknowledged; at even distances C is √1.5, ${mathisMbps(SEGMENT_BYTES, 50, lossShare).toFixed(2)} Mb/s`,
    expected: mathisMbps(SEGMENT_BYTES, 50, lossShare, MATHIS_RANDOM),
    unit: 'Mb/s',
    decimals: 1,
    tolerance,
    how: `mean of ${seeds} seeds from ${fromS} to ${toS} s, with a pipe and a window that hold nothing back`,
    measured: () => lossyMbps({ lossShare }, fromS, toS, seeds),
  };
}

function slowStartRow(segments: number, fileMB: number): Validation {
  return {
    what: `Round trips of slow start for ${segments} segments`,
    source: 'RFC 6928: 10 segments at first, doubling (RFC 5681): ⌈log2(n / 10 + 1)⌉',
    expected: slowStartRounds(segments),
    unit: '',
    decimals: 0,
    tolerance: 0,
    how: `a copy of ${fileMB * 1000} kB with a window that holds nothing back`,
    measured: () => statesAt({ ...unhindered, fileMB }, [10])[0]!.rounds,
  };
}

/** Windows, loss, slow start. */
export const validation: readonly Validation[] = [
  windowRow(0.5, { way: 'direct' }, 1),
  windowRow(50, {}, 2),
  windowRow(200, { roundTripMs: 200 }, 2),
  // Standard deviation over seeds 3.5, of the mean of six 1.4.
  lossRow(0.0001, 6, 10, 100, 4.3),
  // Standard deviation over seeds 0.50, of the mean of four 0.25; losses in one round trip count once, which takes 0.2 off.
  lossRow(0.001, 4, 5, 125, 0.95),
  slowStartRow(69, 0.1),
  slowStartRow(685, 1),
];
