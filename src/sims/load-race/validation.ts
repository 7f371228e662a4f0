/** What this model was checked against: the two times that are given, and that race and formula cross at the same rows. */
import type { Validation } from '../../engine/validation.ts';
import { mostRowsAhead, tookSeconds } from './long-run.ts';
import { evenRows } from './theory.ts';

/** The exercise that this lesson is about gives both times; F and r are made from them. */
const GIVEN = 'the exercise: 10 million rows in 5 hours, 5,000 in 2 minutes';

function evenRow(factor: number): Validation {
  return {
    what: `Break-even where merging a row costs ${factor === 1 ? 'as much as' : `${factor} times as much as`} copying it`,
    source: 'T = F + r k n set equal to r N: (18,000 s − 111 s) / (1.8 ms · k)',
    expected: evenRows(factor),
    unit: 'rows',
    decimals: 0,
    // Rows are set in thousands.
    tolerance: 1000,
    how: 'the most rows, in thousands, with which the incremental load of the race is done first',
    measured: () => mostRowsAhead({ mergeFactor: factor }),
  };
}

/** Both times, then the crossings. */
export const validation: readonly Validation[] = [
  {
    what: 'A full load of 10 million rows',
    source: GIVEN,
    expected: 18_000,
    unit: 's',
    decimals: 0,
    tolerance: 0,
    how: 'one race; nothing in it is left to chance',
    measured: () => tookSeconds({}, 5).full ?? 0,
  },
  {
    what: 'An incremental load of 5,000 rows',
    source: GIVEN,
    expected: 120,
    unit: 's',
    decimals: 0,
    tolerance: 0,
    how: 'the same race',
    measured: () => tookSeconds({}, 5).delta ?? 0,
  },
  ...[1, 5, 10, 20].map(evenRow),
];
