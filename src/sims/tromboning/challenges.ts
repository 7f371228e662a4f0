/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge, TimedInput } from '../../engine/simulation.ts';
import { building } from './geography.ts';
import type { Config, Input, MeasureName } from './state.ts';

const atOnce = (input: TimedInput<Input>['input']): TimedInput<Input> => ({ at: { timeUs: 0 }, input });

/** Two: a first byte within 20 ms with every packet inspected, and the best spot for four sites. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'within-20',
    scenario: 'workshop',
    say: 'Bring Bob the first byte over a new connection within 20\u00a0ms. Let no packet go uninspected, and keep at most two rule sets.',
    goals: [
      { measure: 'firstByteMs', atMost: 20 },
      { measure: 'trips', atLeast: 3 },
      { measure: 'uninspected', atMost: 0 },
      { measure: 'policies', atMost: 2 },
    ],
    par: 2,
    hint: 'The firewall at headquarters brings its tunnel and everybody’s queue along, wherever you drag it. One that stands in the building needs no tunnel, and only the building waits there.',
    solution: {
      inputs: [
        atOnce({ set: 'policy', value: 'twoFirewalls' }),
        atOnce({ type: 'moveSecond', lat: building.lat, lon: building.lon }),
      ],
    },
  },
  {
    id: 'four-sites',
    scenario: 'fourSites',
    say: 'Place the one firewall so that the ways from all four sites to it add up to at most 863 miles.',
    goals: [{ measure: 'sitesMiles', atMost: 863 }],
    par: 1,
    hint: 'Two offices lose nothing by a firewall that stands on the line between them. You have two such lines.',
    solution: { inputs: [atOnce({ type: 'move', lat: 39.6, lon: -80 })] },
  },
];
