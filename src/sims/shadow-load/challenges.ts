/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import type { Config, Input, MeasureName } from './state.ts';

const atOnce = { timeUs: 0 };

/** One: everything copied, and users who do not feel it. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'copy-everything',
    scenario: 'rush',
    say: 'Copy at least 1,000 requests of the rush to v2, and keep the users’ p99 at the end at 150\u00a0ms or less.',
    goals: [
      { measure: 'copies', atLeast: 1000 },
      { measure: 'p99Ms', atMost: 150 },
    ],
    par: 2,
    hint: 'That is nearly every request. What do v1 and v2 have in common, and do they have to?',
    solution: {
      inputs: [
        { at: atOnce, input: { set: 'v2Database', value: 'own' } },
        { at: atOnce, input: { set: 'mirrorShare', value: 1 } },
      ],
    },
  },
];
