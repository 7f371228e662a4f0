/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import { DAY, HOUR } from './clock.ts';
import type { Config, Input, MeasureName } from './state.ts';

const at = (ms: number) => ({ timeUs: ms * 1000 });

/** Two: v2 in front of many by Friday and nobody harmed, and a rare bug found with few copies. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'friday',
    scenario: 'week',
    say: 'By Friday 17:00, show v2’s answers to at least 1,000 shoppers, and the wrong thing to nobody.',
    goals: [
      { measure: 'shownV2', atLeast: 1000 },
      { measure: 'harmed', atMost: 0 },
    ],
    par: 2,
    hint: 'A fix takes two days, and nothing can be fixed before it has been found. Who may see v2 until then?',
    solution: {
      inputs: [
        { at: at(HOUR), input: { type: 'shipFix' } },
        { at: at(4 * DAY), input: { set: 'v2Visible', value: true } },
      ],
    },
  },
  {
    id: 'one-in-a-thousand',
    scenario: 'rare',
    say: 'Find the bug before Friday closes in at least 180 of 200 weeks. Copy fewer than half of the searches, and harm nobody.',
    goals: [
      { measure: 'mismatches', atLeast: 1 },
      { measure: 'comparedShare', atMost: 0.49 },
      { measure: 'harmed', atMost: 0 },
    ],
    over: { seeds: 200, wins: 180 },
    par: 1,
    hint: 'To see a bug in 1 of 1,000 at least once with a chance of 95\u00a0% takes 2,995 copies. A week has about 7,200 searches.',
    solution: { inputs: [{ at: at(0), input: { set: 'mirrorShare', value: 0.45 } }] },
  },
];
