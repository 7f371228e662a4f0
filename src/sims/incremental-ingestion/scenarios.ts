/** The starting situations. They differ in as little as possible. */
import type { Cue, Scenario, TimedInput } from '../../engine/simulation.ts';
import { SPAN_MS } from './calendar.ts';
import type { Fact } from './facts.ts';
import type { Config, Input } from './state.ts';

type Situation = Scenario<Config, Input, Fact>;

const lostForGood: Cue<Fact> = {
  id: 'lost',
  say: 'Too late for today’s sync, too old for tomorrow’s.',
  onFact: (fact) => fact.type === 'rowLost',
};

const aroundTheLine: readonly Cue<Fact>[] = [
  {
    id: 'in-time',
    say: 'Visible before the line: this sync gets it.',
    onFact: (fact) => fact.type === 'synced' && fact.onlyId > 0,
  },
  lostForGood,
  {
    id: 'green-light',
    say: 'The sync succeeded again, and order 42 is still missing.',
    onFact: (fact) => fact.type === 'synced' && fact.sync === 2 && fact.lost > 0,
  },
];

const stepping: readonly Cue<Fact>[] = [
  {
    id: 'nothing',
    say: 'The query returned nothing; nothing is what a delete looks like.',
    onFact: (fact) => fact.type === 'ghostLeft',
  },
  lostForGood,
];

/** Three of the day's 5,000 changes are drawn: one to be tidied, one to be updated, one to be refused. */
const changesOfTheDay: readonly TimedInput<Input>[] = [
  { at: { timeUs: 600_000 }, input: { type: 'insert', shape: 'untidy' } },
  { at: { timeUs: 1_500_000 }, input: { type: 'update', order: '256' } },
  { at: { timeUs: 2_400_000 }, input: { type: 'insert', shape: 'bad' } },
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

const streamed: Situation = {
  title: 'A slow commit, three syncs',
  config: { work: 'traffic', every: '60' },
  inputs: [],
  seed: 33,
  untilMs: SPAN_MS.traffic,
  pace: 4000,
  cues: [
    {
      id: 'first-loss',
      say: 'Placed before a sync, visible after it: the first row is lost.',
      onFact: (fact) => fact.type === 'rowLost',
    },
  ],
};

export const scenarios = {
  'one-bar': {
    title: 'One order, two syncs',
    config: {},
    inputs: [],
    seed: 42,
    untilMs: SPAN_MS['one-order'],
    pace: 1500,
    cues: aroundTheLine,
  },
  late: {
    title: 'One order, two syncs, a late commit',
    config: { commitS: 3 },
    inputs: [],
    seed: 42,
    untilMs: SPAN_MS['one-order'],
    pace: 1500,
    cues: aroundTheLine,
  },
  'five-orders': {
    title: 'Five orders and one sync',
    config: { work: 'five-orders' },
    inputs: [],
    seed: 42,
    untilMs: SPAN_MS['five-orders'],
    pace: 1500,
    cues: [],
  },
  'eight-rows': eightRows,
  full: { ...eightRows, title: 'Eight rows, copied in full', config: { ...eightRows.config, strategy: 'full' } },
  deleted: {
    ...eightRows,
    title: 'Eight rows, one of them deleted',
    inputs: [...changesOfTheDay, { at: { timeUs: 3_000_000 }, input: { type: 'delete', order: '17' } }],
  },
  traffic: streamed,
  often: { ...streamed, title: 'A slow commit, ten syncs', config: { ...streamed.config, every: '15' } },
} satisfies Record<string, Situation>;
