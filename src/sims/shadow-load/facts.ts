/** The log's sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Facts } from '../../engine/simulation.ts';
import type { Fact } from './state.ts';

/** "0.4 ms", "23 ms", "1,002 ms". */
export function milliseconds(us: number): string {
  return formatNumber(us / 1000, 'ms', us > 0 && us < 9950 ? 1 : 0);
}

const name = (request: number): string => `Request ${request + 1}`;

/** Requests are numbered from 1 for people. */
export const facts: Facts<Fact> = {
  clientConnected: {
    traffic: true,
    weight: 'story',
    mark: 'live',
    say: () => 'A client opens a connection and asks again as soon as it has been answered.',
  },
  requestArrived: {
    traffic: true,
    weight: 'detail',
    mark: 'live',
    say: ({ request, order, query }) => `${name(request)} arrives${order ? ': an order' : ''}, for query ${query + 1}.`,
  },
  requestSent: {
    weight: 'detail',
    mark: 'live',
    say: ({ request }) => `The client sends request ${request + 1}.`,
  },
  copied: { weight: 'detail', mark: 'dark', say: ({ request }) => `${name(request)} is copied to v2.` },
  answered: {
    weight: 'detail',
    mark: 'good',
    say: ({ request, tookUs }) => `${name(request)} is answered by v1 after ${milliseconds(tookUs)}.`,
  },
  answersCounted: {
    weight: 'story',
    mark: 'good',
    say: ({ answered, meanUs }) =>
      `${formatNumber(answered, '', 0)} requests have been answered, in ${milliseconds(meanUs)} on average.`,
  },
  firstCopyDone: {
    weight: 'story',
    mark: 'dark',
    say: ({ request, tookUs }) =>
      `v2 is done with its first copy, of request ${request + 1}, after ${milliseconds(tookUs)}. Its answer is thrown away.`,
  },
  copyDone: {
    weight: 'detail',
    mark: 'dark',
    say: ({ request, tookUs }) =>
      `v2 is done with the copy of request ${request + 1} after ${milliseconds(tookUs)}. Nobody sees its answer.`,
  },
  lineReached: {
    weight: 'story',
    mark: 'wait',
    say: ({ waiting }) => `${waiting} look-ups wait in line at the database.`,
  },
  lineCleared: {
    weight: 'story',
    mark: 'good',
    say: ({ peak }) => `The line at the database is empty again. At its longest, ${peak} look-ups waited.`,
  },
  waitedForCopy: {
    weight: 'story',
    mark: 'wait',
    say: ({ request, waitedUs }) =>
      `${name(request)} is read only now: for ${milliseconds(waitedUs)} the connection was kept open for the copy before it.`,
  },
  heldForCopy: {
    weight: 'detail',
    mark: 'wait',
    say: ({ request, heldUs }) =>
      `The answer to request ${request + 1} was ready and waited ${milliseconds(heldUs)} for v2.`,
  },
  receiptSent: {
    weight: 'detail',
    mark: 'live',
    say: ({ request, version }) => `v${version} sends the customer of request ${request + 1} a receipt.`,
  },
  receiptTwice: {
    weight: 'story',
    mark: 'harm',
    say: ({ request }) => `The customer of request ${request + 1} now has two receipts for one order.`,
  },
  receiptTwiceAgain: {
    weight: 'detail',
    mark: 'harm',
    say: ({ request }) => `Two receipts for one order again, of request ${request + 1}.`,
  },
};
