/** What a learner might do, at random, for the properties. */
import fc from 'fast-check';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import type { Input } from '../../../src/sims/incremental-ingestion/state.ts';
import { act } from './runs.ts';

const order = fc.constantFrom('17', '42', '108', '256', 'oldest', 'newest');
const openS = fc.constantFrom(0, 0.5, 3, 6);
const insert = fc.record({
  type: fc.constant('insert' as const),
  shape: fc.constantFrom('tidy', 'untidy', 'bad'),
  openS,
});
const tidyInsert = fc.record({ type: fc.constant('insert' as const), shape: fc.constant('tidy' as const), openS });
const update = fc.record({ type: fc.constant('update' as const), order, touch: fc.constantFrom('yes', 'no'), openS });
const remove = fc.record({ type: fc.constant('delete' as const), order, openS });
const sync = fc.constant({ type: 'sync' as const });
const crash = fc.constant({ type: 'crash' as const });

const timed = (input: fc.Arbitrary<object>, untilS: number, maxLength: number): fc.Arbitrary<TimedInput[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: untilS * 1000 }), input), { maxLength })
    .map((acts) => acts.map(([ms, given]) => act(ms / 1000, given as Input)));

/** Anything done to the source. */
export const writing = (untilS: number): fc.Arbitrary<TimedInput[]> =>
  timed(fc.oneof(insert, update, remove), untilS, 12);
/** Rows come and change, none goes and none is refused; syncs begin and crash. */
export const growing = (untilS: number): fc.Arbitrary<TimedInput[]> =>
  timed(fc.oneof(tidyInsert, tidyInsert, update, sync, sync, crash), untilS, 24);
/** Rows come, change and go; syncs begin and crash. */
export const living = (untilS: number): fc.Arbitrary<TimedInput[]> =>
  timed(fc.oneof(tidyInsert, tidyInsert, update, remove, sync, sync, crash), untilS, 24);
