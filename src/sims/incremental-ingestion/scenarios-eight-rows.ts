/** A table of ten million rows, eight of them drawn, and a sync a day whose five steps are a second apart. */
import type { Cue, TimedInput } from '../../engine/simulation.ts';
import { SPAN_MS } from './calendar.ts';
import type { Fact } from './facts.ts';
import { act, lostForGood, type Situation } from './scenario-parts.ts';
import type { Input } from './state.ts';

const stepping: readonly Cue<Fact>[] = [
  {
    id: 'nothing',
    say: 'The query returned nothing about the deleted row; nothing is what a delete looks like.',
    onFact: (fact) => fact.type === 'ghostLeft',
  },
  lostForGood,
];

/** Three of the day's 5,000 changes are drawn: one to be tidied, one to be updated, one to be refused. */
const changesOfTheDay: readonly TimedInput<Input>[] = [
  act(0.6, { type: 'insert', shape: 'untidy', openS: 0 }),
  act(1.5, { type: 'update', order: '256', touch: 'yes', openS: 0 }),
  act(2.4, { type: 'insert', shape: 'bad', openS: 0 }),
];

const eightRows: Situation = {
  title: 'Eight rows of ten million',
  config: { work: 'eight-rows', commitDelayS: 0.3, stepS: 1 },
  inputs: changesOfTheDay,
  seed: 3,
  untilMs: SPAN_MS['eight-rows'],
  pace: 1000,
  cues: stepping,
};
const { config } = eightRows;
const withAct = (seconds: number, input: Input) => [...changesOfTheDay, act(seconds, input)];

const deleted: Situation = {
  ...eightRows,
  title: 'Eight rows, one of them deleted',
  inputs: withAct(3, { type: 'delete', order: '17', openS: 0 }),
};

/** The steps of the first sync are at 7 to 11 s: this is between the last two. */
const crashed: Situation = {
  ...eightRows,
  title: 'A crash after the load',
  config: { ...config, load: 'append' },
  inputs: withAct(10.5, { type: 'crash' }),
  cues: [
    {
      id: 'again',
      say: 'Begun again at step 1, with the mark that was saved.',
      onFact: (fact) => fact.type === 'checkpointRead' && fact.sync === 2,
    },
    lostForGood,
  ],
};

/** By the names that lessons and links use. All begin with the same three changes. */
export const eightRowScenarios = {
  'eight-rows': eightRows,
  full: { ...eightRows, title: 'Eight rows, copied in full', config: { ...config, strategy: 'full' } },
  deleted,
  'soft-deleted': {
    ...deleted,
    title: 'Eight rows, one of them marked as deleted',
    config: { ...config, strategy: 'soft-delete' },
  },
  reconciled: {
    ...deleted,
    title: 'Eight rows, and the list of all ids',
    config: { ...config, strategy: 'reconcile' },
  },
  untouched: {
    ...eightRows,
    title: 'An update that leaves modified_at alone',
    inputs: withAct(3, { type: 'update', order: '42', touch: 'no', openS: 0 }),
  },
  'crash-after-load': crashed,
  'crash-after-checkpoint': {
    ...crashed,
    title: 'A crash after the checkpoint',
    config: { ...crashed.config, checkpoint: 'before' },
  },
  'crash-together': {
    ...crashed,
    title: 'A crash before load and checkpoint commit together',
    config: { ...crashed.config, checkpoint: 'together' },
  },
  backfill: {
    ...eightRows,
    title: 'A backfill',
    inputs: withAct(3, { type: 'migrate', backfill: 'yes' }),
    cues: [
      {
        id: 'all-again',
        say: 'Incremental, and every row of the table is in the delta.',
        onFact: (fact) => fact.type === 'deltaExtracted' && fact.rows > 1_000_000,
      },
    ],
  },
} satisfies Record<string, Situation>;
