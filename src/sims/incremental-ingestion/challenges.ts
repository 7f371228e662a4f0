/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import type { Config, Input } from './state.ts';
import type { MeasureName } from './tally.ts';

const at = (ms: number) => ({ timeUs: ms * 1000 });

export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'ghost',
    scenario: 'deleted',
    say: 'Get the deleted order out of the warehouse, and let the sync of 3 January take no more than 180 s all the same.',
    goals: [
      { measure: 'ghosts', atMost: 0 },
      { measure: 'syncSeconds', atMost: 180 },
    ],
    par: 2,
    hint: 'Only a query for every row can notice that one is missing. It need not be asked every day.',
    solution: {
      inputs: [
        { at: at(0), input: { set: 'strategy', value: 'full' } },
        { at: at(14_000), input: { set: 'strategy', value: 'modified-at' } },
      ],
    },
  },
  {
    id: 'reconcile',
    scenario: 'often',
    say: 'Sync every 15 s and let the last sync leave no visible order out, in at least 190 of 200 runs. All queries together may return no more than 80 rows.',
    goals: [
      { measure: 'syncs', atLeast: 10 },
      { measure: 'overlooked', atMost: 0 },
      { measure: 'rowsReadInAll', atMost: 80 },
    ],
    over: { seeds: 200, wins: 190 },
    par: 1,
    hint: 'Copying everything brings back whatever was lost before, but ten times is too dear. At which sync would once be enough?',
    solution: { inputs: [{ at: at(140_000), input: { set: 'strategy', value: 'full' } }] },
  },
];
