/**
 * A shop with two search engines, and the question who sees the second one's answers.
 *
 * Shoppers search at random. Both engines really search the catalogue. While v2 is dark the shopper
 * sees v1's answer, and v2's is compared with it and thrown away. While v2 is visible the shopper sees
 * v2's answer, good or bad; some of those who were shown the wrong thing complain, and enough
 * complaints start a rollback. Which queries go wrong is not set anywhere: it follows from the engines.
 *
 * Left out on purpose: load, response times and side effects of the copy, which are another model
 * (shadow-load), since a week and a millisecond are never on one clock; shoppers who search again;
 * nights; whether shoppers like a different answer; anybody who looks at v2 before the complaints do.
 */
import { exponential } from '../../engine/chance.ts';
import { askV1, askV2, buildOf, pageOf } from './answers.ts';
import { DAY, HOUR, MINUTE, WEEK } from './clock.ts';
import { compare } from './comparing.ts';
import { laptop, queryFor } from './queries.ts';
import {
  emptyHour,
  MARKS_KEPT,
  type Config,
  type DarkEvent,
  type DarkSim,
  type Input,
  type SearchMark,
  type State,
} from './state.ts';
import { beginFix, complain, deployFix, finishRollback, harm } from './support.ts';
import { isVisible, visibleShare } from './visibility.ts';

/**
 * v2 is deployed. The one search is made at once; a stream begins with its first search and the mornings of the week.
 */
export function start(config: Config, sim: DarkSim): State {
  sim.log({ type: 'deployed', visible: config.v2Visible, perCent: Math.round(config.mirrorShare * 100) });
  const quiet: State = {
    searches: 0,
    page: null,
    marks: [],
    hours: [],
    seesV2: config.v2Visible,
    release: config.release,
    visibleSinceMs: config.v2Visible ? 0 : null,
    releasedSinceMs: config.v2Visible ? 0 : null,
    copiedShare: config.mirrorShare,
    shownV2: 0,
    harmed: 0,
    complaints: 0,
    inbox: [],
    unanswered: 0,
    rollback: null,
    rolledBackMs: null,
    rollbackMin: null,
    withdrawn: false,
    tallies: [],
    compared: 0,
    different: 0,
    noise: 0,
    overlap: 0,
    rbo: 0,
    mismatches: 0,
    falseAlarms: 0,
    sinceMismatch: 0,
    firstMismatchMs: null,
    found: [],
    foundWrong: [],
    foundDifferent: [],
    fix: 'none',
    fixDueMs: null,
  };
  if (config.traffic === 'stream') {
    for (let day = 1; day * DAY < WEEK; day += 1) sim.schedule(day * DAY, { type: 'opens', day });
    scheduleSearch(0, config, sim);
    return quiet;
  }
  sim.schedule(1000, { type: 'look' });
  return search(quiet, 0, config, sim);
}

/** One rule for each thing that can happen next. */
export function step(state: State, event: DarkEvent, config: Config, sim: DarkSim): State {
  switch (event.type) {
    case 'search':
      scheduleSearch(event.search + 1, config, sim);
      return search(noticeSettings(state, config, sim), event.search, config, sim);
    case 'opens':
      sim.log({ type: 'opened', day: event.day });
      return state;
    case 'look':
      sim.schedule(1000, { type: 'look' });
      return lookAgain(noticeSettings(state, config, sim), config, sim);
    case 'complaint':
      return complain(state, event, config, sim);
    case 'rollbackDone':
      return finishRollback(state, event.startedMs, config, sim);
    case 'fixReady':
      return deployFix(state, sim);
  }
}

/** The one act: work on a fix begins, if there is something to fix. */
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

/** What is set has no event of its own: the model notices at the first search after it, and tells it then. */
function noticeSettings(state: State, config: Config, sim: DarkSim): State {
  return noticeSwitch(noticeCopying(state, config, sim), config, sim);
}

function noticeCopying(state: State, { mirrorShare }: Config, sim: DarkSim): State {
  if (mirrorShare === state.copiedShare) return state;
  sim.log({ type: 'copying', perCent: Math.round(mirrorShare * 100) });
  return { ...state, copiedShare: mirrorShare };
}

/** That v2 was made visible or dark, or that it goes to others. */
function noticeSwitch(state: State, config: Config, sim: DarkSim): State {
  const seesV2 = isVisible(state, config);
  const { release } = config;
  if (seesV2 === state.seesV2 && release === state.release) return state;
  const nowMs = seesV2 ? sim.nowMs : null;
  const noticed: State = {
    ...state,
    seesV2,
    release,
    visibleSinceMs: seesV2 === state.seesV2 ? state.visibleSinceMs : nowMs,
    releasedSinceMs: nowMs,
  };
  if (!seesV2 && !state.seesV2) return noticed;
  const perCent = Math.round(visibleShare(noticed, config, sim.nowMs) * 100);
  sim.log({ type: 'switched', visible: seesV2, to: release, perCent });
  return noticed;
}

function search(state: State, id: number, config: Config, sim: DarkSim): State {
  const query = config.traffic === 'one' ? laptop : queryFor(sim.random('query', id), config.laptopShare);
  const { text } = query;
  sim.log({ type: 'searched', search: id, query: text });
  const v1 = askV1(query, config.noise && sim.random('ties of v1', id) < 0.5);
  const v2 = askV2(query, buildOf(state, config), config.noise && sim.random('ties of v2', id) < 0.5);
  const seen = sim.random('sees', id) < visibleShare(state, config, sim.nowMs) ? 2 : 1;
  const isCopied = seen === 1 && !state.withdrawn && sim.random('mirror', id) < config.mirrorShare;
  const { shown } = seen === 2 ? v2 : v1;
  sim.log({ type: 'answered', search: id, query: text, engine: seen, first: shown.top[0]?.name ?? '' });

  const answered: State = {
    ...state,
    searches: state.searches + 1,
    shownV2: state.shownV2 + (seen === 2 ? 1 : 0),
    page: stays(state, text, seen)
      ? state.page
      : pageOf({ search: id, atMs: sim.nowMs, seen, both: seen === 2 || isCopied }, query, v1, v2),
  };
  const compared = isCopied ? compare(answered, id, query, v1, v2, config, sim) : null;
  const marked = mark(compared?.state ?? answered, {
    search: id,
    atMs: sim.nowMs,
    seen: shown.wrong ? 'harm' : 'live',
    copy: compared?.copy ?? 'none',
    ...(compared?.noisy && { noise: true as const }),
  });
  return shown.wrong ? harm(marked, id, text, shown, config, sim) : marked;
}

/** While nothing changes in who sees what, the page stays on a query that v2 gets wrong, so that an eye can follow it. */
function stays({ page }: State, query: string, seen: 1 | 2): boolean {
  return page !== null && page.query !== query && page.seen === seen && page.both && page.v2.wrong;
}

/** In the one-search scenario the shopper keeps the page open and looks again every second. */
function lookAgain(state: State, config: Config, sim: DarkSim): State {
  const { page } = state;
  if (page === null || state.harmed > 0 || !isVisible(state, config)) return state;
  const shown = { ...state, shownV2: 1 };
  return page.v2.wrong ? harm(shown, page.search, page.query, page.v2, config, sim) : shown;
}

/** For the picture: each search of the first hour, and every hour in counts. */
function mark(state: State, made: SearchMark): State {
  const { atMs, seen, copy } = made;
  const hour = Math.floor(atMs / HOUR);
  const hours = [...state.hours];
  while (hours.length <= hour) hours.push(emptyHour);
  const { harmed, mismatches, fine } = hours[hour]!;
  hours[hour] = {
    harmed: harmed + (seen === 'harm' ? 1 : 0),
    mismatches: mismatches + (copy === 'wrong' ? 1 : 0),
    fine: fine + (copy === 'fine' ? 1 : 0),
  };
  return { ...state, hours, marks: atMs > HOUR ? state.marks : [...state.marks, made].slice(-MARKS_KEPT) };
}
