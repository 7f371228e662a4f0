/** What scenarios are made of. */
import type { Cue, Scenario, TimedInput } from '../../engine/simulation.ts';
import type { Fact } from './facts.ts';
import type { Config, Input } from './state.ts';

/** A scenario with the settings, acts and facts of this simulation. */
export type Situation = Scenario<Config, Input, Fact>;

/** An act at so many seconds of the run. */
export function act(seconds: number, input: Input): TimedInput<Input> {
  return { at: { timeUs: Math.round(seconds * 1e6) }, input };
}

/** One more sync, for `act`. */
export const sync: Input = { type: 'sync' };
/** A row with nothing to correct, open no longer than is set. */
export const insert: Extract<Input, { type: 'insert' }> = { type: 'insert', shape: 'tidy', openS: 0 };

/** For runs with a sync a day. */
export const lostForGood: Cue<Fact> = {
  id: 'lost',
  say: 'Too late for today’s sync, too old for tomorrow’s.',
  onFact: (fact) => fact.type === 'rowLost',
};
