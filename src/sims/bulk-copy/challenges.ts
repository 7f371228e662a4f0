/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import type { Config, Input, MeasureName } from './state.ts';

/** One: the same way, the same file, four times as quick. No bandwidth does it. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'quick-copy',
    scenario: 'file',
    say: 'Copy the 5\u00a0MB through headquarters, 50\u00a0ms for a round trip, in at most 1.0\u00a0s.',
    goals: [
      { measure: 'copyS', atMost: 1 },
      { measure: 'copiedMB', atLeast: 5 },
      { measure: 'wanMB', atLeast: 10 },
      { measure: 'roundTripMs', atLeast: 50 },
    ],
    par: 1,
    hint: 'How much of the pipe is filled, and what keeps more from being on the way?',
    solution: { changed: { windowKB: 512 }, inputs: [] },
  },
];
