/** The numbers beside the picture, derived from the state. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import type { Config, MeasureName, State } from './state.ts';
import { windowLimitMbps } from './theory.ts';
import { filled, rttMs, SEGMENT_BYTES } from './way.ts';

/** What can be read beside the picture, asked for in claims and drawn as charts. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  copiedMB: { label: 'Copied', unit: 'MB', decimals: 2, better: 'more' },
  copiedShare: { label: 'Of the file', unit: 'share', decimals: 0, better: 'more' },
  copyS: { label: 'The copy took', unit: 's', decimals: 2, better: 'less' },
  rateMbps: { label: 'Rate now', unit: 'Mb/s', decimals: 1, better: 'more' },
  meanMbps: { label: 'Rate on average', unit: 'Mb/s', decimals: 1, better: 'more' },
  pipeFilled: { label: 'Pipe filled', unit: 'share', decimals: 0, better: 'more' },
  wanMB: { label: 'Over the building’s WAN link', unit: 'MB', decimals: 2, better: 'less' },
  rounds: { label: 'Round trips so far', unit: '', decimals: 0, better: 'less' },
  lost: { label: 'Segments lost', unit: '', decimals: 0, better: 'less' },
  roundTripMs: { label: 'A round trip', unit: 'ms', decimals: 1, better: 'less' },
};

/** What has arrived is what Alice knows of; what is on the way does not count yet. */
export function measure(state: State, config: Config, nowMs: number): Measures<MeasureName> {
  const { acknowledged, total, flight, doneMs, lost, rounds } = state;
  const fileBytes = config.fileMB * 1e6;
  // The last segment may be shorter than the others.
  const copied = acknowledged === total ? fileBytes : acknowledged * SEGMENT_BYTES;
  const sinceMs = doneMs ?? nowMs;
  return {
    copiedMB: copied / 1e6,
    copiedShare: acknowledged / total,
    copyS: doneMs === null ? null : doneMs / 1000,
    rateMbps: flight === null ? 0 : windowLimitMbps(flight.segments * SEGMENT_BYTES, flight.lastsMs),
    meanMbps: rounds === 0 ? null : windowLimitMbps(copied, sinceMs),
    pipeFilled: flight === null ? 0 : Math.min(1, filled(flight.segments, config)),
    // What arrived went out and back; what was lost is taken to have gone out.
    wanMB: config.way === 'direct' ? 0 : (2 * copied + lost * SEGMENT_BYTES) / 1e6,
    rounds,
    lost,
    roundTripMs: rttMs(config),
  };
}
