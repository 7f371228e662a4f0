/** What happens when a version is done: the user's answer, the copy's end, and the receipts both may send. */
import { KEPT, type Config, type Job, type LoadSim, type State } from './state.ts';

/** The numbers of answers that are told of. */
const COUNTED: readonly number[] = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** A client sends at most one request in so many milliseconds, however quick the answers are. */
const CLIENT_GAP_MS = 2;
const CUSTOMERS_KEPT = 8;

/** v1 is done. Whether the user has the answer now depends on how the copy is called. */
export function finishLive(state: State, job: Job, config: Config, sim: LoadSim): State {
  const { request, order, call } = job;
  const sent = order ? sendReceipt(state, job, sim) : state;
  const isAwaited = call === 'sequential' || (call === 'awaitBoth' && !sent.earlyCopies.includes(request));
  if (isAwaited) return { ...sent, awaitingCopy: [...sent.awaitingCopy, { request, readyMs: sim.nowMs }] };
  const earlyCopies = call === 'awaitBoth' ? sent.earlyCopies.filter((early) => early !== request) : sent.earlyCopies;
  return answer({ ...sent, earlyCopies }, job, config, sim);
}

/** v2 is done. Its answer is thrown away, and whoever waited for it goes on. */
export function finishCopy(state: State, job: Job, config: Config, sim: LoadSim): State {
  const { request, call } = job;
  const tookUs = Math.round((sim.nowMs - job.sentMs) * 1000);
  sim.log({ type: state.copiesDone === 0 ? 'firstCopyDone' : 'copyDone', request, tookUs });
  const thrown: State = {
    ...afterCopyReceipt(state, job, config, sim),
    copiesDone: state.copiesDone + 1,
    copiesUs: state.copiesUs + tookUs,
    recentCopiesUs: lastOf(state.recentCopiesUs, tookUs),
  };
  if (call === 'keepAlive') return { ...thrown, connectionHeld: false };
  if (call !== 'awaitBoth' && call !== 'sequential') return thrown;
  const ready = thrown.awaitingCopy.find((each) => each.request === request);
  if (ready === undefined) return { ...thrown, earlyCopies: [...thrown.earlyCopies, request] };
  sim.log({ type: 'heldForCopy', request, heldUs: Math.round((sim.nowMs - ready.readyMs) * 1000) });
  return answer({ ...thrown, awaitingCopy: thrown.awaitingCopy.filter((each) => each !== ready) }, job, config, sim);
}

/** The list with one more, without its oldest when it is full. One copy of it: this is done for every answer. */
function lastOf<Item>(list: readonly Item[], item: Item): readonly Item[] {
  const last = list.slice(list.length < KEPT ? 0 : 1);
  last.push(item);
  return last;
}

/** The user has v1's answer. */
function answer(state: State, { request, askedMs }: Job, config: Config, sim: LoadSim): State {
  const answered = state.answered + 1;
  const given = { atMs: sim.nowMs, tookUs: Math.round((sim.nowMs - askedMs) * 1000) };
  const answeredUs = state.answeredUs + given.tookUs;
  sim.log({ type: 'answered', request, tookUs: given.tookUs });
  if (COUNTED.includes(answered)) {
    sim.log({ type: 'answersCounted', answered, meanUs: Math.round(answeredUs / answered) });
  }
  if (config.clients === 'one') {
    sim.schedule(Math.max(0, askedMs + CLIENT_GAP_MS - sim.nowMs), { type: 'requestSent', request: request + 1 });
  }
  const dots = state.answered % state.dotEvery === 0 ? [...state.dots, given] : state.dots;
  // Too many to draw: from here on every second one of them.
  const isFull = dots.length > KEPT;
  return {
    ...state,
    answered,
    answeredUs,
    recent: lastOf(state.recent, given),
    dots: isFull ? dots.filter((_, at) => at % 2 === 0) : dots,
    dotEvery: isFull ? 2 * state.dotEvery : state.dotEvery,
  };
}

/** With its side effects switched off, v2 sends nothing. */
function afterCopyReceipt(state: State, job: Job, config: Config, sim: LoadSim): State {
  if (!job.order) return state;
  if (!config.guarded) return sendReceipt(state, job, sim);
  const { request } = job;
  if (!state.halfReceipted.includes(request)) return { ...state, silentCopies: [...state.silentCopies, request] };
  return { ...state, halfReceipted: state.halfReceipted.filter((half) => half !== request) };
}

/** Neither version knows of the other's receipt; the customer gets both. */
function sendReceipt(state: State, { request, copy, call }: Job, sim: LoadSim): State {
  sim.log({ type: 'receiptSent', request, version: copy ? 2 : 1 });
  const isSecond = state.halfReceipted.includes(request);
  if (isSecond) sim.log({ type: state.receiptsTwice === 0 ? 'receiptTwice' : 'receiptTwiceAgain', request });
  const others = state.halfReceipted.filter((half) => half !== request);
  const isLast = isSecond || call === 'none' || state.silentCopies.includes(request);
  const customers = isSecond
    ? state.customers.map((each) => (each.request === request ? { request, receipts: 2 } : each))
    : [...state.customers.slice(1 - CUSTOMERS_KEPT), { request, receipts: 1 }];
  return {
    ...state,
    receipts: state.receipts + 1,
    receiptsTwice: state.receiptsTwice + (isSecond ? 1 : 0),
    halfReceipted: isLast ? others : [...others, request],
    silentCopies: state.silentCopies.filter((silent) => silent !== request),
    customers,
  };
}
