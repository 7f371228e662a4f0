/**
 * A shop with two search engines, and the question who sees the second one's answers.
 *
 * Shoppers search at random. Both engines really search the catalogue. While v2 is dark the shopper
 * sees v1's answer, and v2's is compared with it and thrown away. While v2 is visible the shopper sees
 * v2's answer, good or bad; some of those who were shown the wrong thing complain, and enough
 * complaints start a rollback. Which queries go wrong is not set anywhere: it follows from the engines.
 *
 * Left out on purpose: load, response times and side effects of the copy; shoppers who search again;
 * nights; whether shoppers like a different answer; anybody who looks at v2 before the complaints do.
 */
import { exponential } from '../../engine/chance.ts';
import { answersTo, kindOf, type Answers } from './answers.ts';
import { HOUR, MINUTE } from './clock.ts';
import { laptop, queryFor } from './queries.ts';
import {
  emptyHour,
  MARKS_KEPT,
  type Config,
  type DarkEvent,
  type DarkSim,
  type HourCount,
  type Input,
  type SearchMark,
  type State,
} from './state.ts';
import { beginFix, complain, deployFix, finishRollback, harm } from './support.ts';
import { isVisible, visibleShare } from './visibility.ts';

export function start(config: Config, sim: DarkSim): State {
  sim.log({ type: 'deployed', visible: config.v2Visible });
  const quiet: State = {
    searches: 0,
    page: null,
    marks: [],
    hours: [],
    seesV2: config.v2Visible,
    visibleSinceMs: config.v2Visible ? 0 : null,
    shownV2: 0,
    harmed: 0,
    complaints: 0,
    inbox: [],
    unanswered: 0,
    rollback: null,
    rolledBackMs: null,
    rollbackMin: null,
    withdrawn: false,
    compared: 0,
    different: 0,
    mismatches: 0,
    sinceMismatch: 0,
    firstMismatchMs: null,
    found: [],
    foundDifferent: [],
    fix: 'none',
    fixDueMs: null,
  };
  if (config.traffic === 'stream') {
    scheduleSearch(0, config, sim);
    return quiet;
  }
  sim.schedule(1000, { type: 'look' });
  return search(quiet, 0, config, sim);
}

export function step(state: State, event: DarkEvent, config: Config, sim: DarkSim): State {
  switch (event.type) {
    case 'search':
      scheduleSearch(event.search + 1, config, sim);
      return search(noticeSwitch(state, config, sim), event.search, config, sim);
    case 'look':
      sim.schedule(1000, { type: 'look' });
      return lookAgain(noticeSwitch(state, config, sim), config, sim);
    case 'complaint':
      return complain(state, event, config, sim);
    case 'rollbackDone':
      return finishRollback(state, event.startedMs, config, sim);
    case 'fixReady':
      return deployFix(state, sim);
  }
}

export function accept(state: State, input: Input, config: Config, sim: DarkSim): State {
  switch (input.type) {
    case 'shipFix':
      return beginFix(state, config, sim);
  }
}

/** Keyed by the search's number: no strategy changes when a search comes or what it asks. */
function scheduleSearch(search: number, config: Config, sim: DarkSim): void {
  sim.schedule(exponential(sim.random('arrival', search), MINUTE / config.searchesPerMinute), {
    type: 'search',
    search,
  });
}

/** The switch is a field, so the model notices it at the first search after it was flipped. */
function noticeSwitch(state: State, config: Config, sim: DarkSim): State {
  const seesV2 = isVisible(state, config);
  if (seesV2 === state.seesV2) return state;
  sim.log({ type: 'switched', visible: seesV2, ramp: config.release === 'ramp' });
  return { ...state, seesV2, visibleSinceMs: seesV2 ? sim.nowMs : null };
}

function search(state: State, id: number, config: Config, sim: DarkSim): State {
  const query = config.traffic === 'one' ? laptop.text : queryFor(sim.random('query', id), config.laptopShare).text;
  sim.log({ type: 'searched', search: id, query });
  const answers = answersTo(query, state.fix === 'shipped');
  const seen = sim.random('sees', id) < visibleShare(state, config, sim.nowMs) ? 2 : 1;
  const isCopied = seen === 1 && !state.withdrawn && sim.random('mirror', id) < config.mirrorShare;
  const answer = seen === 2 ? answers.v2 : answers.v1;
  sim.log({
    type: 'answered',
    search: id,
    query,
    engine: seen,
    first: answer.top[0]?.name ?? '',
  });

  const mark: SearchMark = {
    search: id,
    atMs: sim.nowMs,
    seen: answer.wrong ? 'harm' : 'live',
    copy: !isCopied ? 'none' : answers.alarming ? 'wrong' : 'fine',
  };
  // The page stays on a query that v2 gets wrong, so that an eye can follow it; other searches pass by.
  const { page } = state;
  const stays = page !== null && page.query !== query && answersTo(page.query, false).v2.wrong;
  const after: State = {
    ...state,
    searches: state.searches + 1,
    shownV2: state.shownV2 + (seen === 2 ? 1 : 0),
    page: stays ? page : { search: id, query, atMs: sim.nowMs, seen },
    hours: countIn(state.hours, mark),
    marks: mark.atMs > HOUR ? state.marks : [...state.marks, mark].slice(-MARKS_KEPT),
  };
  const compared = isCopied ? compare(after, id, query, answers, sim) : after;
  return answer.wrong ? harm(compared, id, query, answer, config, sim) : compared;
}

/** In the one-search scenario the shopper keeps the page open and looks again every second. */
function lookAgain(state: State, config: Config, sim: DarkSim): State {
  const { page } = state;
  if (page === null || state.harmed > 0 || !isVisible(state, config)) return state;
  const answer = answersTo(page.query, state.fix === 'shipped').v2;
  const shown = { ...state, shownV2: 1 };
  return answer.wrong ? harm(shown, page.search, page.query, answer, config, sim) : shown;
}

/** v2's answer beside v1's. Nobody is shown it; what differs is counted and kept. */
function compare(state: State, id: number, query: string, answers: Answers, sim: DarkSim): State {
  const { differ, alarming, v1, v2 } = answers;
  const counted = { ...state, compared: state.compared + 1, different: state.different + (differ ? 1 : 0) };
  if (!alarming) {
    const after = { ...counted, sinceMismatch: counted.sinceMismatch + 1 };
    if (!differ || state.foundDifferent.includes(query)) return after;
    sim.log({ type: 'differed', search: id, query });
    return { ...after, foundDifferent: [...state.foundDifferent, query] };
  }
  const isNew = !state.found.includes(query);
  const expected = kindOf(v1);
  const instead = kindOf(v2);
  sim.log({ type: isNew ? 'mismatch' : 'mismatchAgain', search: id, query, expected, instead });
  return {
    ...counted,
    mismatches: counted.mismatches + 1,
    sinceMismatch: 0,
    firstMismatchMs: counted.firstMismatchMs ?? sim.nowMs,
    found: isNew ? [...state.found, query] : state.found,
  };
}

/** For the picture: every hour in counts. */
function countIn(hours: readonly HourCount[], { atMs, seen, copy }: SearchMark): readonly HourCount[] {
  const hour = Math.floor(atMs / HOUR);
  const counted = [...hours];
  while (counted.length <= hour) counted.push(emptyHour);
  const { harmed, mismatches, fine } = counted[hour]!;
  counted[hour] = {
    harmed: harmed + (seen === 'harm' ? 1 : 0),
    mismatches: mismatches + (copy === 'wrong' ? 1 : 0),
    fine: fine + (copy === 'fine' ? 1 : 0),
  };
  return counted;
}
