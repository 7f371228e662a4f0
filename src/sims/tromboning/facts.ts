/** Each fact of a run as a sentence. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Facts } from '../../engine/simulation.ts';
import { SYN_RETRIES } from './retries.ts';
import type { Fact } from './state.ts';

/** Milliseconds as on screen: whole from 10 on, one decimal below; seconds from 10 s on. */
export function ms(value: number): string {
  if (value >= 9950) return `${formatNumber(value / 1000, '', 0)} s`;
  if (value >= 999.5) return `${formatNumber(value / 1000, '', 1)} s`;
  return formatNumber(value, 'ms', value === 0 || value >= 9.95 ? 0 : 1);
}

/** Whole miles in words; what rounds to none is the way across the building. */
export function milesText(miles: number): string {
  return miles === 0 ? '50 feet' : formatNumber(miles, miles === 1 ? 'mile' : 'miles', 0);
}

/** What is said of who looks at the packets, by `inspected` of the fact. */
const inspections: Readonly<Record<string, string>> = {
  both: 'through the firewall',
  second: 'through the second firewall',
  hosts: 'and each computer inspects its own packets',
  none: 'and nothing inspects it',
};

/** Miles are written by `milesText`, times by `ms` or in seconds; the passes of single nodes are details. */
export const facts: Facts<Fact> = {
  clicked: {
    traffic: true,
    weight: 'story',
    mark: 'live',
    say: () => 'Bob clicks: he opens a file over HTTPS.',
  },
  routeFound: {
    weight: 'story',
    mark: 'live',
    say: ({ miles: out, back, inspected }) => {
      const found = 'The way was found, not drawn:';
      const how = inspections[inspected];
      if (how && out === back) return `${found} ${milesText(out)} each way, ${how}.`;
      const [request, answer] = [`Bob’s packets go ${milesText(out)}`, `the answers ${milesText(back)}`];
      if (how || inspected === 'each')
        return `${found} ${request} and ${answer}, each through the firewall nearest its sender.`;
      const all =
        inspected === 'answer' ? 'only the answers pass the firewall' : 'only Bob’s packets pass the firewall';
      return `${found} ${request} and ${answer}, for ${all}.`;
    },
  },
  tripLeft: {
    weight: 'story',
    mark: 'wait',
    say: ({ trip, of, name }) => `Trip ${trip} of ${of} leaves: ${purpose(name, trip)}.`,
  },
  reachedFirewall: {
    weight: 'detail',
    mark: 'wait',
    say: ({ reply, second }) =>
      `${reply ? 'The answer' : 'Bob’s packet'} reaches the ${second ? 'second ' : ''}firewall and queues there.`,
  },
  dropped: {
    weight: 'story',
    mark: 'harm',
    say: ({ packet, reply, second, why }) => {
      if (why === 'noWay')
        return `There is no way for ${reply ? 'the answer' : 'Bob’s packet'}, and it is lost. Nobody is told.`;
      const which = second ? 'The second firewall' : 'The firewall';
      if (packet === 'SYN-ACK')
        return `${which} is asked to pass the answer (SYN-ACK) to a connection whose beginning (SYN) it never saw. It drops the packet, and tells nobody.`;
      return `${which} has not seen this connection agreed on from both sides. It drops ${reply ? 'the answer' : 'Bob’s packet'}, and tells nobody.`;
    },
  },
  retried: {
    weight: 'story',
    mark: 'wait',
    say: ({ name, retry, afterUs }) =>
      name === 'TCP'
        ? `No answer after ${seconds(afterUs)}. Bob’s computer asks again (SYN, retry ${retry} of ${SYN_RETRIES}).`
        : `No answer after ${seconds(afterUs)}. Bob’s computer sends its packet again (retry ${retry}).`,
  },
  gaveUp: {
    weight: 'story',
    mark: 'harm',
    say: ({ connected, afterUs }) =>
      connected
        ? `After ${seconds(afterUs)} of silence on an open connection Bob’s program gives up: timed out.`
        : `After ${seconds(afterUs)} Bob’s computer gives up: connection timed out.`,
  },
  reachedAlice: {
    weight: 'detail',
    mark: 'live',
    say: () => 'The packet reaches the computer that has the file. It answers.',
  },
  tripDone: {
    weight: 'story',
    mark: 'live',
    say: ({ trip, of, name, afterUs }) =>
      `Trip ${trip} of ${of} is back, ${ms(afterUs / 1000)} after the click${name === 'TCP' ? ': for Bob’s computer the connection is open' : ''}.`,
  },
  firstByte: {
    weight: 'story',
    mark: 'good',
    say: ({ afterUs, trips }) =>
      `The first byte of the file: ${ms(afterUs / 1000)} and ${trips} round ${trips === 1 ? 'trip' : 'trips'} after the click.`,
  },
  moved: {
    weight: 'story',
    mark: 'you',
    say: ({ miles: far, second }) =>
      `You moved the ${second ? 'second ' : ''}firewall: it is now ${far === 0 ? 'in Bob’s building' : `${milesText(far)} from Bob`}.`,
  },
};

function seconds(us: number): string {
  return `${formatNumber(us / 1e6, '', us < 9_950_000 && us % 1e6 !== 0 ? 1 : 0)} s`;
}

function purpose(name: string, trip: number): string {
  if (name === 'TCP') return 'TCP, to open a connection';
  if (name === 'GET') return 'GET, which asks for the file';
  return trip === 2 ? 'TLS, to agree on keys' : 'TLS, to prove the keys';
}
