/** v2's answer beside v1's. Nobody is shown it; what differs is counted and kept. */
import { askV1, compareAnswers, type Answer } from './answers.ts';
import { isAlarming } from './judging.ts';
import { kindOf, type Results } from './page.ts';
import type { Query } from './queries.ts';
import { emptyTally, type Config, type DarkSim, type SearchMark, type State, type Tally } from './state.ts';

/** What a comparison made of the search. */
export interface Compared {
  /** With this comparison counted. */
  state: State;
  /** 'wrong' where it raised an alarm. */
  copy: SearchMark['copy'];
  /** v1, asked again, did not agree with itself. */
  noisy: boolean;
}

/** `v1` is what the shopper sees. With noise v1 is asked once more, so that the two can be told apart. */
export function compare(
  state: State,
  search: number,
  query: Query,
  v1: Answer,
  v2: Answer,
  config: Config,
  sim: DarkSim,
): Compared {
  const found = compareAnswers(v1, v2);
  const noisy =
    config.noise && !compareAnswers(v1, askV1(query, sim.random('ties of v1 asked again', search) < 0.5)).equal;
  const before = state.tallies[query.id] ?? emptyTally;
  const tally = {
    compared: before.compared + 1,
    different: before.different + (found.equal ? 0 : 1),
    noise: before.noise + (noisy ? 1 : 0),
  };
  const counted: State = {
    ...state,
    tallies: put(state.tallies, query.id, tally),
    compared: state.compared + 1,
    different: state.different + (found.equal ? 0 : 1),
    noise: state.noise + (noisy ? 1 : 0),
    overlap: state.overlap + found.overlap,
    rbo: state.rbo + found.rbo,
  };
  if (noisy && before.noise === 0) sim.log({ type: 'disagreedWithItself', search, query: query.text });
  if (isAlarming(config.judge, found, tally))
    return { state: alarm(counted, search, query.text, v1.shown, v2.shown, sim), copy: 'wrong', noisy };
  return { state: pass(counted, search, query.text, found.equal, sim), copy: 'fine', noisy };
}

/** An array, since it is copied for every comparison. */
function put(tallies: readonly Tally[], at: number, tally: Tally): readonly Tally[] {
  const after = [...tallies];
  while (after.length < at) after.push(emptyTally);
  after[at] = tally;
  return after;
}

function alarm(state: State, search: number, query: string, v1: Results, v2: Results, sim: DarkSim): State {
  const isNew = !state.found.includes(query);
  const isNewlyWrong = v2.wrong && !state.foundWrong.includes(query);
  sim.log({
    type: isNew ? 'mismatch' : 'mismatchAgain',
    search,
    query,
    expected: kindOf(v1),
    instead: kindOf(v2),
    isWrong: v2.wrong,
  });
  return {
    ...state,
    mismatches: state.mismatches + 1,
    falseAlarms: state.falseAlarms + (v2.wrong ? 0 : 1),
    sinceMismatch: 0,
    firstMismatchMs: state.firstMismatchMs ?? sim.nowMs,
    found: isNew ? [...state.found, query] : state.found,
    foundWrong: isNewlyWrong ? [...state.foundWrong, query] : state.foundWrong,
  };
}

function pass(state: State, search: number, query: string, isEqual: boolean, sim: DarkSim): State {
  const after = {
    ...state,
    sinceMismatch: state.sinceMismatch + 1,
  };
  if (isEqual || state.foundDifferent.includes(query)) return after;
  sim.log({ type: 'differed', search, query });
  return { ...after, foundDifferent: [...state.foundDifferent, query] };
}
