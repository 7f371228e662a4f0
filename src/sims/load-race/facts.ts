/** The log's sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Facts } from '../../engine/simulation.ts';
import type { Fact } from './state.ts';
import { timeLabel } from './time-label.ts';

/** "5,000 rows"; no load here has one. */
export function rowsText(n: number): string {
  return `${formatNumber(n, '', 0)} rows`;
}
const time = (us: number): string => timeLabel(us / 1000);
const parts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const tenthsOf = (tenths: number): string => `${parts[tenths]} tenth${tenths === 1 ? '' : 's'}`;
/** "1.8 ms each". */
const each = (tookUs: number, rows: number): string => `${formatNumber(tookUs / 1000 / rows, 'ms', 1)} each`;

/** Tenths are details, but for the half of the full load. */
export const facts: Facts<Fact> = {
  raceStarted: {
    traffic: true,
    weight: 'story',
    mark: 'live',
    say: ({ tableRows, rows }) =>
      `Both loads begin: one copies all ${rowsText(tableRows)}, one merges the ${rowsText(rows)} that changed since last night.`,
  },
  ready: {
    weight: 'detail',
    mark: 'wait',
    say: ({ tookUs }) => `The incremental load has connected, planned and prepared its merge in ${time(tookUs)}.`,
  },
  scanned: {
    weight: 'story',
    mark: 'wait',
    say: ({ tableRows, rows, tookUs }) =>
      `After ${time(tookUs)} the incremental load has read all ${rowsText(tableRows)}, to find ${formatNumber(rows, '', 0)} that changed.`,
  },
  fullTenth: {
    weight: 'detail',
    mark: 'live',
    say: ({ tenths, rows }) => `The full load has copied ${tenthsOf(tenths)} of the table, ${rowsText(rows)}.`,
  },
  fullHalf: {
    weight: 'story',
    mark: 'live',
    say: ({ rows, deltaRows, ofRows }) =>
      `The full load has copied half of the table, ${rowsText(rows)}. The incremental one has merged ${
        deltaRows === ofRows
          ? `all of its ${rowsText(ofRows)}`
          : `${formatNumber(deltaRows, '', 0)} of ${rowsText(ofRows)}`
      }.`,
  },
  deltaTenth: {
    weight: 'detail',
    mark: 'live',
    say: ({ tenths, rows, ofRows }) =>
      `The incremental load has merged ${tenthsOf(tenths)} of its rows, ${formatNumber(rows, '', 0)} of ${formatNumber(ofRows, '', 0)}.`,
  },
  deltaDone: {
    weight: 'story',
    mark: 'good',
    say: ({ rows, tookUs, fullRows, tableRows }) =>
      `The incremental load is done after ${time(tookUs)}: ${rowsText(rows)}, ${each(tookUs, rows)}. ` +
      (fullRows === tableRows
        ? 'The full load was done before.'
        : `By then the full load has copied ${rowsText(fullRows)}.`),
  },
  fullDone: {
    weight: 'story',
    mark: 'good',
    say: ({ rows, tookUs, deltaRows, ofRows, leftUs }) =>
      `The full load is done after ${time(tookUs)}: ${rowsText(rows)}, ${each(tookUs, rows)}.` +
      (leftUs === 0
        ? ''
        : ` The incremental one has merged ${formatNumber(deltaRows, '', 0)} of ${rowsText(ofRows)} and needs ${time(leftUs)} more.`),
  },
  planChanged: {
    weight: 'story',
    mark: 'you',
    say: ({ rows, tookUs }) =>
      `Now the incremental load has ${rowsText(rows)} to merge, and takes ${time(tookUs)} in all.`,
  },
  evenFound: {
    weight: 'story',
    mark: 'good',
    say: ({ rows, deltaUs, fullUs }) =>
      `With ${rowsText(rows)} to merge both take the same, within 2 %: ${time(deltaUs)} against ${time(fullUs)}.`,
  },
};
