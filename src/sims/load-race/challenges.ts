/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import type { Config, Input, MeasureName } from './state.ts';

/** Where the lines cross, and what moves the crossing when the rows cannot be fewer. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'break-even',
    scenario: 'raceDear',
    say: 'Merging a row costs five times as much as copying it: let as many rows have changed that both loads take the same, within 2\u00a0%.',
    goals: [
      { measure: 'ratio', atLeast: 0.98, atMost: 1.02 },
      { measure: 'mergeFactor', atLeast: 5, atMost: 5 },
    ],
    par: 1,
    hint: 'If merging cost the same as copying, it would be nearly all of the table. What part of that is left here?',
    solution: { changed: { changedRows: 2_000_000 }, inputs: [] },
  },
  {
    id: 'dear-rows',
    scenario: 'third',
    say: 'Three rows in ten still change every night: make the incremental load the quicker one.',
    goals: [
      { measure: 'ratio', atMost: 1 },
      { measure: 'changedRows', atLeast: 3_000_000 },
    ],
    par: 1,
    hint: 'The rows stay, and the fixed cost is two minutes. What is left of F + r k n?',
    solution: { changed: { mergeFactor: 3 }, inputs: [] },
  },
];
