/**
 * One file, copied over one TCP connection that is already open.
 *
 * TCP Reno in rounds. In each round Alice sends as much as the congestion window and Bob's window allow, and a round
 * trip later she knows what has arrived. Nothing lost: twice as much in slow start, one segment more after it. Anything
 * lost: half as much, and what was lost is sent again first. A round takes a round trip, or as long as the link needs
 * to send that much, whichever is longer.
 *
 * Bob's window is 64 KB unless it is set wider: without window scaling (RFC 7323) the header has no room for more, and
 * an old box on the way can strip the option from the packets that open the connection. It is agreed on there, so the
 * window cannot be changed during a copy.
 *
 * Left out on purpose: opening the connection; headers; timeouts, so that a loss always shows within its round; lines
 * that overflow, so that only chance loses segments; delayed acknowledgements; other traffic; newer congestion controls
 * such as CUBIC and BBR.
 */
import {
  BARS,
  type Bar,
  type Config,
  type CopyEvent,
  type CopySim,
  type Flight,
  type Lost,
  type State,
} from './state.ts';
import { FIRST_SEGMENTS, roundMs, segmentsOf } from './theory.ts';
import { capacityMbps, rttMs, windowSegments } from './way.ts';

/** So many doublings and so many losses are told as part of the story. */
const TOLD_DOUBLINGS = 3;
const TOLD_HALVINGS = 6;
/** RFC 5681, 3.1: the window never falls below two segments. */
const LEAST_SEGMENTS = 2;
/** No file has so many segments: keys of one sending never meet those of the next. */
const SENDING = 1_000_000;

/** The first ten segments leave. */
export function start(config: Config, sim: CopySim): State {
  const total = segmentsOf(config.fileMB);
  sim.log({ type: 'copyStarted', bytes: Math.round(config.fileMB * 1e6), segments: total });
  const quiet: State = {
    total,
    next: 0,
    acknowledged: 0,
    waiting: [],
    flight: null,
    before: 0,
    congestion: FIRST_SEGMENTS,
    threshold: null,
    fall: null,
    rounds: 0,
    lost: 0,
    halvings: 0,
    doublings: 0,
    windowTold: false,
    pipeTold: false,
    doneMs: null,
    bars: [],
    roundsPerBar: 1,
  };
  return send(quiet, config, sim);
}

/** There is one event: the last acknowledgement of a round is back. */
export function step(state: State, _event: CopyEvent, config: Config, sim: CopySim): State {
  const { flight } = state;
  if (flight === null) return state;
  const arrived = acknowledge(state, flight, sim);
  if (arrived.acknowledged === arrived.total) return finish(arrived, config, sim);
  const adapted = flight.lost.length > 0 ? halve(arrived, flight, sim) : grow(arrived, flight, sim);
  return send(adapted, config, sim);
}

/** What was lost first, then what has never been sent. */
function send(state: State, config: Config, sim: CopySim): State {
  const { waiting, total, next, congestion } = state;
  const room = Math.min(congestion, windowSegments(config.windowKB));
  const again = waiting.slice(0, room).map(({ segment, attempt }) => ({ segment, attempt: attempt + 1 }));
  const fresh = Math.min(room - again.length, total - next);
  const segments = again.length + fresh;
  const lastsMs = roundMs(segments, rttMs(config), capacityMbps(config));
  const lost = losses(again, next, fresh, config.lossShare, sim);
  sim.schedule(lastsMs, { type: 'roundOver' });
  sim.log({ type: 'roundSent', round: state.rounds + 1, segments });
  const sent: State = {
    ...state,
    waiting: waiting.slice(again.length),
    next: next + fresh,
    before: state.flight?.segments ?? 0,
    flight: { segments, lost, startedMs: sim.nowMs, lastsMs },
    ...withBar(state, { rounds: 1, segments, lost: lost.length }),
  };
  return limits(recover(sent, segments, sim), segments, config, sim);
}

/** Each sending has a chance of its own, keyed by the segment and how often it was sent before. */
function losses(again: readonly Lost[], from: number, fresh: number, lossShare: number, sim: CopySim): Lost[] {
  if (lossShare === 0) return [];
  const isLost = (segment: number, attempt: number): boolean =>
    sim.random('loss', segment + SENDING * attempt) < lossShare;
  const lost = again.filter(({ segment, attempt }) => isLost(segment, attempt));
  for (let segment = from; segment < from + fresh; segment += 1)
    if (isLost(segment, 0)) lost.push({ segment, attempt: 0 });
  return lost;
}

function acknowledge(state: State, { segments, lost }: Flight, sim: CopySim): State {
  const acknowledged = state.acknowledged + segments - lost.length;
  for (const percent of [25, 50, 75]) {
    const part = (state.total * percent) / 100;
    if (state.acknowledged < part && acknowledged >= part && acknowledged < state.total)
      sim.log({ type: 'partCopied', percent });
  }
  for (const { segment } of lost) sim.log({ type: 'segmentLost', segment });
  return {
    ...state,
    acknowledged,
    waiting: [...lost, ...state.waiting],
    lost: state.lost + lost.length,
    rounds: state.rounds + 1,
  };
}

/** However much was lost in a round, it counts once: fast recovery, RFC 5681, 3.2. */
function halve(state: State, { segments, lost }: Flight, sim: CopySim): State {
  const to = Math.max(LEAST_SEGMENTS, Math.floor(segments / 2));
  const halvings = state.halvings + 1;
  sim.log({
    type: halvings <= TOLD_HALVINGS ? 'halved' : 'halvedAgain',
    lost: lost.length,
    from: segments,
    to,
  });
  const fall = { segments, atMs: sim.nowMs, rounds: state.rounds };
  return { ...state, congestion: to, threshold: to, halvings, fall };
}

/** Doubles before the first loss, else one more; but only what was used up is widened (RFC 7661). */
function grow(state: State, { segments }: Flight, sim: CopySim): State {
  const { congestion, threshold } = state;
  if (segments < congestion) return state;
  // A loss sets both to the same, so whoever has a threshold has reached it.
  if (threshold !== null) return { ...state, congestion: congestion + 1 };
  const doublings = state.doublings + 1;
  const twice = 2 * congestion;
  sim.log({ type: doublings <= TOLD_DOUBLINGS ? 'doubled' : 'doubledAgain', segments: twice });
  return { ...state, congestion: twice, doublings };
}

/** As much is on the way again as in the round of the last loss. */
function recover(state: State, segments: number, sim: CopySim): State {
  const { fall } = state;
  if (fall === null || segments < fall.segments) return state;
  if (state.halvings <= TOLD_HALVINGS) {
    const tookUs = Math.round((sim.nowMs - fall.atMs) * 1000);
    sim.log({ type: 'recovered', segments, rounds: state.rounds - fall.rounds, tookUs });
  }
  return { ...state, fall: null };
}

/** What does not let more through: the first time, it is told. */
function limits(state: State, segments: number, config: Config, sim: CopySim): State {
  const isWindow = segments === windowSegments(config.windowKB);
  const isPipe = roundMs(segments, 0, capacityMbps(config)) >= rttMs(config);
  if (isWindow && !state.windowTold) sim.log({ type: 'windowFull', segments, windowKB: config.windowKB });
  if (isPipe && !state.pipeTold) sim.log({ type: 'pipeFull', mbps: Math.round(capacityMbps(config)) });
  return { ...state, windowTold: state.windowTold || isWindow, pipeTold: state.pipeTold || isPipe };
}

function finish(state: State, config: Config, sim: CopySim): State {
  const tookUs = Math.round(sim.nowMs * 1000);
  sim.log({ type: 'copied', bytes: Math.round(config.fileMB * 1e6), rounds: state.rounds, tookUs });
  return { ...state, flight: null, before: 0, fall: null, doneMs: sim.nowMs };
}

/** One more round for the picture. When there are too many bars, each two become one. */
function withBar({ bars, roundsPerBar }: State, round: Bar): Pick<State, 'bars' | 'roundsPerBar'> {
  const last = bars.at(-1);
  if (last && last.rounds < roundsPerBar) return { bars: [...bars.slice(0, -1), joined(last, round)], roundsPerBar };
  if (bars.length < BARS) return { bars: [...bars, round], roundsPerBar };
  const pairs = bars.flatMap((bar, at) => (at % 2 === 0 ? [joined(bar, bars[at + 1]!)] : []));
  return { bars: [...pairs, round], roundsPerBar: 2 * roundsPerBar };
}

function joined(one: Bar, other: Bar): Bar {
  return {
    rounds: one.rounds + other.rounds,
    segments: one.segments + other.segments,
    lost: one.lost + other.lost,
  };
}
