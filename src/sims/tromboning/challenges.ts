/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge, TimedInput } from '../../engine/simulation.ts';
import { building } from './geography.ts';
import type { Config, Input, MeasureName } from './model.ts';

const atOnce = (input: TimedInput<Input>['input']): TimedInput<Input> => ({ at: { timeUs: 0 }, input });
const intoTheBuilding = atOnce({ type: 'move', lat: building.lat, lon: building.lon });

export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'within-75',
    scenario: 'headquarters',
    say: 'Bring Bob the first byte within 75 ms, and let no packet go uninspected.',
    goals: [
      { measure: 'firstByteMs', atMost: 75 },
      { measure: 'uninspected', atMost: 0 },
    ],
    par: 1,
    hint: 'Every mile is paid four times, out and back. Where would the firewall have to stand?',
    solution: { inputs: [intoTheBuilding] },
  },
  {
    id: 'within-35',
    scenario: 'headquarters',
    say: 'Now within 35 ms, and still let no packet go uninspected.',
    goals: [
      { measure: 'firstByteMs', atMost: 35 },
      { measure: 'uninspected', atMost: 0 },
    ],
    par: 3,
    hint: 'Three things cost time: the way, the queue at the firewall, and how many trips pay for both.',
    solution: { changed: { tls: '1.3' }, inputs: [intoTheBuilding, atOnce({ set: 'firewallLoad', value: 0.5 })] },
  },
];
