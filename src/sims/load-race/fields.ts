/** What can be set: controls, links and checks are made from these. */
import type { Fields } from '../../engine/simulation.ts';
import type { Config } from './state.ts';

/** The controls. All may be changed during the race; see `model.ts`. */
export const fields: Fields<Config> = {
  changedRows: {
    kind: 'number',
    label: 'Rows changed since last night',
    unit: '',
    min: 1000,
    max: 10_000_000,
    step: 1000,
    default: 5000,
    short: 'changed',
    when: 'live',
    traffic: true,
    help: 'How many of the 10,000,000 rows the incremental load has to merge.',
  },
  mergeFactor: {
    kind: 'number',
    label: 'Merging a row costs',
    unit: '× copying it',
    min: 1,
    max: 20,
    step: 1,
    default: 1,
    short: 'dearer',
    when: 'live',
    help: 'A merge looks up the row it replaces. How much depends on the warehouse and on how the rows lie in it.',
  },
  indexed: {
    kind: 'switch',
    label: 'Index on modified_at',
    off: 'none',
    on: 'there is one',
    default: true,
    short: 'index',
    when: 'live',
    help: 'Without one, every row of the table is read to find those that changed.',
  },
  backfill: {
    kind: 'switch',
    label: 'Schema change with backfill',
    off: 'none',
    on: 'last night',
    default: false,
    short: 'backfill',
    when: 'live',
    traffic: true,
    help: 'A new column was filled in every row, so that every row has changed.',
  },
};
