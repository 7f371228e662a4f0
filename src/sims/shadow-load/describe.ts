/** What a screen reader hears: what is on screen now, quality before quantity. */
import { formatNumber } from '../../engine/format-number.ts';
import { measure } from './measure.ts';
import type { Config, MeasureName, State } from './state.ts';
import type { Measures } from '../../engine/simulation.ts';

type Measured = Measures<MeasureName>;

/** The scene first, then lines, connection, response times, caches and receipts, each only where there is one. */
export function describe(state: State, config: Config, nowMs: number): string {
  const measured = measure(state, config, nowMs);
  return [
    scene(state, config),
    call(config),
    line(state, config, measured.databaseBusy),
    connection(state),
    users(state, config, measured),
    caches(config, measured.v1HitShare, measured.v2HitShare),
    receipts(state, config),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;
const ms = (value: number): string => formatNumber(value, 'ms', 0);

function scene(state: State, { mirrorShare }: Config): string {
  const share =
    mirrorShare === 1
      ? 'Every request is'
      : mirrorShare === 0
        ? 'No request is'
        : `${percent(mirrorShare)} of requests are`;
  if (mirrorShare === 0 && state.copies === 0) return 'v1 answers the users. No request is copied to v2.';
  const thrown =
    state.copiesDone === 0 ? 'nobody sees its answers' : `its ${count(state.copiesDone, 'answer')} went to nobody`;
  return `v1 answers the users. ${share} copied to v2, and ${thrown}.`;
}

/** Who waits for whom, where that is what the run is about: where there is no database to wait for. */
function call({ shadowCall, clients, databaseMs, v1Ms, v2Ms, mirrorShare }: Config): string {
  if (databaseMs > 0 || mirrorShare === 0) return '';
  const times = `v1 takes ${ms(v1Ms)} and v2 ${ms(v2Ms)}`;
  switch (shadowCall) {
    case 'detached':
      return `${times}; nothing waits for v2.`;
    case 'keepAlive':
      return clients === 'one'
        ? `${times}; the answer does not wait for v2, but the connection does, and with it the client’s next request.`
        : `${times}; the answer does not wait for v2. A connection does, but these users ask only once.`;
    case 'awaitBoth':
      return `${times}, started together; each user waits for the slower of the two.`;
    case 'sequential':
      return `${times}, one after the other; each user waits for both.`;
  }
}

function line({ databases }: State, config: Config, busy: number | null): string {
  if (config.databaseMs === 0 || busy === null) return '';
  const inLine = (station: State['databases']['shared']): string => {
    const { length } = station.waiting;
    const copies = station.waiting.filter(({ copy }) => copy).length;
    if (length === 0) return 'nothing waits in line';
    const which =
      copies === 0
        ? ''
        : copies === length
          ? length === 1
            ? ', a copy'
            : ', all of them copies'
          : `, ${copies} of them ${copies === 1 ? 'a copy' : 'copies'}`;
    return `${count(length, 'look-up')} ${length === 1 ? 'waits' : 'wait'} in line${which}`;
  };
  const strain = busy > 0.95 ? 'has no time left' : busy > 0.7 ? 'is hard at work' : 'keeps up';
  const owner = config.v2Database === 'own' ? 'v1’s database' : 'The database that v1 and v2 share';
  const { own } = databases;
  const isUsed = config.v2Database === 'own' || own.serving.length > 0;
  const second = isUsed ? ` At v2’s own database ${inLine(own)}.` : '';
  return `${owner} ${strain}: it is ${percent(busy)} busy, and ${inLine(databases.shared)}.${second}`;
}

function connection({ unread, awaitingCopy }: State): string {
  if (unread !== null)
    return 'The client’s next request has been sent and is not read yet: the connection is kept open for the copy.';
  if (awaitingCopy.length === 0) return '';
  return `${count(awaitingCopy.length, 'answer')} of v1 ${awaitingCopy.length === 1 ? 'is' : 'are'} ready and ${awaitingCopy.length === 1 ? 'waits' : 'wait'} for v2.`;
}

function users({ answered, recent }: State, { cacheTtlS }: Config, { p50Ms, p99Ms, shadowP50Ms }: Measured): string {
  if (p50Ms === null || p99Ms === null) return 'No user has been answered yet.';
  if (answered < 10)
    return `${count(answered, 'request')} answered; the last took ${ms(recent[answered - 1]!.tookUs / 1000)}.`;
  // Beside a cache of its own v2 may be slower or quicker than v1, and that is what is looked at.
  const copies = cacheTtlS > 0 && shadowP50Ms !== null ? ` Of v2’s copies half took at most ${ms(shadowP50Ms)}.` : '';
  return `${formatNumber(answered, '', 0)} requests answered; of the last ${recent.length}, half took at most ${ms(p50Ms)} and 99 of 100 at most ${ms(p99Ms)}.${copies}`;
}

function caches({ cacheTtlS }: Config, v1: number | null, v2: number | null): string {
  if (cacheTtlS === 0 || v1 === null) return '';
  const first = `v1’s cache had ${percent(v1)} of what it was asked`;
  return v2 === null ? `${first}; v2’s has not been asked yet.` : `${first}, v2’s ${percent(v2)}.`;
}

function receipts({ receipts: sent, receiptsTwice }: State, { orderShare }: Config): string {
  if (orderShare === 0) return '';
  if (sent === 0) return 'No receipt has been sent yet.';
  const twice = receiptsTwice === 0 ? 'nobody got two' : `${count(receiptsTwice, 'customer')} got two for one order`;
  return `${count(sent, 'receipt')} sent; ${twice}.`;
}

function count(n: number, one: string): string {
  return `${formatNumber(n, '', 0)} ${one}${n === 1 ? '' : 's'}`;
}
