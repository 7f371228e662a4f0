/** What is true in every state a run can reach. */
import type { Invariant } from '../../engine/simulation.ts';
import type { Config, State } from './state.ts';
import { windowSegments } from './way.ts';

/** Each by the sentence that a failing test would print. */
export const invariants: Readonly<Record<string, Invariant<State, Config>>> = {
  'every segment that was sent has arrived, is on the way, or waits to be sent again': (state) =>
    state.next === state.acknowledged + (state.flight?.segments ?? 0) + state.waiting.length,
  'what has never been sent is no less than nothing': ({ next, total }) => next <= total,
  'never more is on the way than Bob’s window allows': ({ flight }, { windowKB }) =>
    flight === null || flight.segments <= windowSegments(windowKB),
  'never more is on the way than the congestion window allows': ({ flight, congestion }) =>
    flight === null || flight.segments <= congestion,
  'something is on the way until the copy is done': (state) =>
    (state.flight !== null && state.flight.segments > 0) !== (state.doneMs !== null),
  'the copy is done when all of it has arrived, and not before': (state) =>
    (state.doneMs !== null) === (state.acknowledged === state.total),
  'the bars hold every round, and the one under way': (state) =>
    state.bars.reduce((sum, { rounds }) => sum + rounds, 0) === state.rounds + (state.flight === null ? 0 : 1),
};
