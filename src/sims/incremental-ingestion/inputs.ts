/** What a learner may do at a moment of a run. */
import type { ChoiceField, InputInfo, NumberField } from '../../engine/simulation.ts';
import type { Input, Target } from './state.ts';

const order: ChoiceField<Target> = {
  kind: 'choice',
  label: 'Order',
  help: 'A row drawn in the source.',
  options: {
    17: '17, shoes',
    42: '42, laptop',
    108: '108, kettle',
    256: '256, lamp',
    1024: '1,024, desk',
    4711: '4,711, mug',
    65536: '65,536, chair',
    700123: '700,123, headphones',
    oldest: 'the oldest',
    newest: 'the newest',
  },
  default: 'newest',
};

const openS: NumberField = {
  kind: 'number',
  label: 'Held open for',
  help: 'How much longer than set the transaction stays open.',
  unit: 's',
  min: 0,
  max: 20,
  step: 0.5,
  default: 0,
};

/** What the learner can do to the source, and to the pipeline. `openS` comes on top of the set delay. */
export const inputs: Readonly<Record<Input['type'], InputInfo>> = {
  insert: {
    label: 'Insert an order',
    help: 'A new row, stamped now and visible at its commit.',
    parameters: {
      shape: {
        kind: 'choice',
        label: 'Its data',
        help: 'What the transform step will have to do with it.',
        options: { tidy: 'tidy', untidy: 'untidy name, in euros', bad: 'no amount' },
        default: 'tidy',
      },
      openS,
    },
  },
  update: {
    label: 'Update an order',
    help: 'Five dollars more, and a new modified_at where the writer sets it.',
    parameters: {
      order: { ...order, default: '42' },
      touch: {
        kind: 'choice',
        label: 'Sets modified_at',
        help: 'A database does not do it by itself: a trigger or the writer has to.',
        options: { yes: 'yes', no: 'no' },
        default: 'yes',
      },
      openS,
    },
  },
  delete: {
    label: 'Delete an order',
    help: 'The row goes, and nothing is left that could carry a stamp; where deletes are marked in the row, it stays with a mark.',
    parameters: { order: { ...order, default: '17' }, openS },
  },
  crash: {
    label: 'Crash the pipeline',
    help: 'It dies between two of its steps, and begins again at step 1 two seconds later.',
    parameters: {},
  },
  migrate: {
    label: 'Add a column',
    help: 'A schema change at the source.',
    parameters: {
      backfill: {
        kind: 'choice',
        label: 'Old rows',
        help: 'Whether every row that is there is written anew.',
        options: { yes: 'are filled in', no: 'stay without it' },
        default: 'yes',
      },
    },
  },
  sync: { label: 'Sync now', help: 'One more sync, whatever the schedule says.', parameters: {} },
};
