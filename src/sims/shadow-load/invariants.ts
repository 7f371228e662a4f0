/** What is true in every state a run can reach. */
import type { Invariant } from '../../engine/simulation.ts';
import type { Config, State } from './state.ts';

/** Each by the sentence that a failing test would print. */
export const invariants: Readonly<Record<string, Invariant<State, Config>>> = {
  'every request is under way, in line, being served, held for its copy, unread, or answered': (state) =>
    state.requests ===
    state.underway.live +
      atDatabases(state, false) +
      state.awaitingCopy.length +
      (state.unread ? 1 : 0) +
      state.answered,
  'every copy is under way, in line, being served, or thrown away': (state) =>
    state.copies === state.underway.copies + atDatabases(state, true) + state.copiesDone,
  'no request is copied twice': (state) => state.copies <= state.requests,
  'nobody waits in a line while a server is free': ({ databases }, { databaseServers }) =>
    [databases.shared, databases.own].every(
      ({ waiting, serving }) =>
        serving.length === databaseServers || (waiting.length === 0 && serving.length < databaseServers),
    ),
  'a second receipt comes after a first': (state) => 2 * state.receiptsTwice <= state.receipts,
  'an order waits for its second receipt only while one of its two versions is not done': (state) =>
    state.halfReceipted.length + state.silentCopies.length <=
    state.underway.live +
      state.underway.copies +
      atDatabases(state, false) +
      atDatabases(state, true) +
      state.awaitingCopy.length,
  'a request is unread only while its connection is kept open': (state) =>
    state.unread === null || state.connectionHeld,
};

function atDatabases({ databases }: State, copy: boolean): number {
  const jobs = [databases.shared, databases.own].flatMap(({ waiting, serving }) => [...waiting, ...serving]);
  return jobs.filter((job) => job.copy === copy).length;
}
