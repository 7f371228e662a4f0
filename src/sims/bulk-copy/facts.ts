/** The log's sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Facts } from '../../engine/simulation.ts';
import type { Fact } from './state.ts';
import { timeLabel } from './time-label.ts';

/** "1 segment", "3,425 segments". */
export function segmentsText(n: number): string {
  return `${formatNumber(n, '', 0)} segment${n === 1 ? '' : 's'}`;
}
/** "5 MB", "0.1 MB". */
export function megabytes(bytes: number): string {
  return formatNumber(bytes / 1e6, 'MB', bytes % 1e6 === 0 ? 0 : 1);
}
const time = (us: number): string => timeLabel(us / 1000);

const doubled = ({ segments }: { segments: number }): string =>
  `All of it has arrived, so Alice allows twice as much on the way: ${segmentsText(segments)}.`;
const halved = ({ lost, from, to }: { lost: number; from: number; to: number }): string =>
  `${lost === 1 ? 'One' : formatNumber(lost, '', 0)} of ${segmentsText(from)} did not arrive. Alice halves what may be on the way, to ${formatNumber(to, '', 0)}.`;

/** Segments are numbered from 1 for people. */
export const facts: Facts<Fact> = {
  copyStarted: {
    traffic: true,
    weight: 'story',
    mark: 'live',
    say: ({ bytes, segments }) =>
      `Alice starts to copy ${megabytes(bytes)} to Bob, ${segmentsText(segments)}. Ten may be on the way at first.`,
  },
  roundSent: {
    weight: 'detail',
    mark: 'wait',
    say: ({ round, segments }) => `Round ${formatNumber(round, '', 0)}: Alice sends ${segmentsText(segments)}.`,
  },
  doubled: { weight: 'story', mark: 'live', say: doubled },
  doubledAgain: { weight: 'detail', mark: 'live', say: doubled },
  windowFull: {
    weight: 'story',
    mark: 'wait',
    say: ({ segments, windowKB }) =>
      `The window is full: Bob’s computer allows no more than ${formatNumber(windowKB, 'KB', 0)} on the way, ${segmentsText(segments)}.`,
  },
  pipeFull: {
    weight: 'story',
    mark: 'good',
    say: ({ mbps }) => `The pipe is full: no more than ${formatNumber(mbps, 'Mb/s', 0)} fits through the link.`,
  },
  segmentLost: {
    weight: 'detail',
    mark: 'harm',
    say: ({ segment }) => `Segment ${formatNumber(segment + 1, '', 0)} did not arrive, and is sent again.`,
  },
  halved: { weight: 'story', mark: 'harm', say: halved },
  halvedAgain: { weight: 'detail', mark: 'harm', say: halved },
  recovered: {
    weight: 'story',
    mark: 'good',
    say: ({ segments, rounds, tookUs }) =>
      `As much is on the way again as before the loss, ${segmentsText(segments)}. It took ${formatNumber(rounds, '', 0)} round trips, ${time(tookUs)}.`,
  },
  partCopied: {
    weight: 'story',
    mark: 'good',
    say: ({ percent }) =>
      `${percent === 25 ? 'A quarter' : percent === 50 ? 'Half' : 'Three quarters'} of the file has arrived.`,
  },
  copied: {
    weight: 'story',
    mark: 'good',
    say: ({ bytes, rounds, tookUs }) =>
      `Bob has the whole file: ${megabytes(bytes)} in ${time(tookUs)}, ${formatNumber(rounds, '', 0)} round trips.`,
  },
};
