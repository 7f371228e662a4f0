/** What a screen reader hears: what is on screen now, quality before quantity. */
import { formatNumber } from '../../engine/format-number.ts';
import { segmentsText } from './facts.ts';
import { measure } from './measure.ts';
import type { Config, State } from './state.ts';
import { timeLabel } from './time-label.ts';
import { capacityMbps, rttMs, windowSegments } from './way.ts';

/** The way first, then how full it is and what holds it back, how far the copy is, what was lost, and what the WAN carried. */
export function describe(state: State, config: Config, nowMs: number): string {
  const { copiedMB, copyS, rateMbps, meanMbps, pipeFilled, wanMB, rounds } = measure(state, config, nowMs);
  const number = (value: number | null, unit: string, decimals: number): string =>
    formatNumber(value ?? 0, unit, decimals);
  const file = number(config.fileMB, 'MB', config.fileMB % 1 === 0 ? 0 : 1);
  const way = config.way === 'direct' ? 'across the building' : 'through the firewall at headquarters and back';
  const trips = `${number(rounds, '', 0)} round trip${rounds === 1 ? '' : 's'}`;
  const scene = `Alice copies ${file} to Bob ${way}; a round trip takes ${timeLabel(rttMs(config))}.`;
  const pipe =
    state.flight === null
      ? ''
      : `The pipe is ${fullness(pipeFilled ?? 0)}: ${segmentsText(state.flight.segments)} on the way, ` +
        `${number(pipeFilled, 'share', 0)} of what fits at ${number(capacityMbps(config), 'Mb/s', 0)}. ${holder(state, config)}`;
  const progress =
    copyS !== null
      ? `Bob has the whole file after ${timeLabel(copyS * 1000)}, ${trips}, at ${number(meanMbps, 'Mb/s', 1)} on average.`
      : `${rounds === 0 ? 'None of it has arrived yet' : `${number(copiedMB, 'MB', 2)} have arrived in ${trips}`}; the rate now is ${number(rateMbps, 'Mb/s', 1)}.`;
  const loss =
    state.lost === 0
      ? ''
      : `${segmentsText(state.lost)} got lost, and what may be on the way was halved ${times(state.halvings)}.`;
  const wan =
    config.way === 'direct'
      ? 'None of it leaves the building.'
      : rounds === 0
        ? ''
        : `The building’s WAN link carried ${number(wanMB, 'MB', 2)}, since it is used out and back.`;
  return [scene, pipe, progress, loss, wan].filter((sentence) => sentence !== '').join(' ');
}

function fullness(share: number): string {
  return share >= 0.995 ? 'full' : share >= 0.5 ? 'more than half full' : share >= 0.2 ? 'partly full' : 'nearly empty';
}

/** What keeps more from being on the way. */
function holder({ flight, congestion, threshold, next, total }: State, config: Config): string {
  const window = windowSegments(config.windowKB);
  if (flight!.segments === window)
    return `Bob’s computer allows no more: its window is ${formatNumber(config.windowKB, 'KB', 0)}.`;
  if (next === total && flight!.segments < Math.min(window, congestion)) return 'That is the last of the file.';
  return threshold === null
    ? 'Each round trip without a loss doubles it.'
    : 'Each round trip without a loss adds one segment.';
}

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${formatNumber(n, '', 0)} times`);
