/** What a learner is asked to bring about, and one way to do it. */
import type { Challenge } from '../../engine/simulation.ts';
import type { MeasureName } from './measure.ts';
import type { Config, Input } from './state.ts';

const at = (ms: number) => ({ timeUs: ms * 1000 });

/** One late row for whoever embeds it; then four: a ghost, rows that were lost, rows that are not to be lost, and crashes. */
export const challenges: readonly Challenge<Config, Input, MeasureName>[] = [
  {
    id: 'late-row',
    scenario: 'late',
    say: 'Order 42 commits three seconds after today’s sync has read. Have it in the warehouse after tomorrow’s sync all the same.',
    goals: [
      { measure: 'lost', atMost: 0 },
      { measure: 'warehouseRows', atLeast: 1 },
    ],
    par: 1,
    hint: 'Tomorrow’s sync asks for rows stamped after the mark, and order 42 is stamped before it. What else could it ask for?',
    solution: { changed: { strategy: 'full' }, inputs: [] },
  },
  {
    id: 'ghost',
    scenario: 'deleted',
    say: 'Get the deleted order out of the warehouse, and let the sync of 3 January take no more than 180\u00a0s all the same.',
    goals: [
      { measure: 'ghosts', atMost: 0 },
      { measure: 'syncSeconds', atMost: 180 },
    ],
    par: 1,
    hint: 'A query for changed rows cannot notice that one is missing. What can: every row, every id, a mark in the row itself, the log. Not all of them are cheap on 3 January.',
    solution: { changed: { strategy: 'log' }, inputs: [] },
  },
  {
    id: 'reconcile',
    scenario: 'often',
    say: 'Sync every 15\u00a0s and let the last sync leave no visible order out, in at least 190 of 200 runs. All queries together may return no more than 80 rows.',
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
  {
    id: 'margin',
    scenario: 'margin',
    say: 'No transaction here is open for more than 8\u00a0s. Lose no order in any of 200 runs, without the log, with at most 1\u00a0% of rows returned again and a warehouse that is never more than 75\u00a0s behind.',
    goals: [
      { measure: 'lost', atMost: 0 },
      { measure: 'logReads', atMost: 0 },
      { measure: 'resentShare', atMost: 0.01 },
      { measure: 'stalestS', atMost: 75 },
    ],
    over: { seeds: 200, wins: 200 },
    par: 2,
    hint: 'To ask again for the last seconds returns most of them twice. What if they are not asked for until they are complete?',
    solution: { changed: { strategy: 'delay', marginS: 8 }, inputs: [] },
  },
  {
    id: 'crashed',
    scenario: 'crashing',
    say: 'The pipeline crashes four times, after one step, after two, after three and after four. Let no order be lost or loaded twice.',
    goals: [
      { measure: 'crashes', atLeast: 4 },
      { measure: 'lost', atMost: 0 },
      { measure: 'duplicates', atMost: 0 },
      { measure: 'overlooked', atMost: 0 },
    ],
    par: 1,
    hint: 'Between the load and the checkpoint there is a moment at which one is done and the other is not. Which settings leave no such moment, or make it harmless?',
    solution: { changed: { checkpoint: 'together' }, inputs: [] },
  },
];
