/**
 * Streams of orders. Those that are to be compared share a seed, so that they meet the same orders; seeds were
 * chosen for runs close to what theory expects.
 */
import { SPAN_MS } from './calendar.ts';
import { act, type Situation } from './scenario-parts.ts';

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
const { config } = streamed;
/** Commits of any length: where all take the same time they come in the order of their stamps, and the largest stamp or id seen would lose nothing. */
const often: Situation = {
  ...streamed,
  title: 'Slow commits, ten syncs',
  config: { ...config, every: '15', commitSpread: 'exponential' },
};

const seen: Situation = {
  ...often,
  title: 'The largest stamp seen as the mark',
  config: { ...often.config, watermark: 'seen', commitDelayS: 2 },
};

const mixed: Situation = {
  ...streamed,
  title: 'Orders placed, changed and deleted',
  config: { ...config, every: '30', ordersPerSecond: 0.5, changes: 'mixed', commitSpread: 'exponential' },
  seed: 44,
};

const ties: Situation = {
  ...streamed,
  title: 'Stamps of whole seconds, and >',
  config: { ...config, every: '15', ordersPerSecond: 1, commitDelayS: 0, stampS: 1 },
  seed: 5,
  cues: [
    {
      id: 'tie',
      say: 'Stamped like the mark, placed after the sync: > leaves it out.',
      onFact: (fact) => fact.type === 'rowLost',
    },
  ],
};

/** By the names that lessons and links use. */
export const trafficScenarios = {
  traffic: streamed,
  often,
  lookback: {
    ...streamed,
    title: 'Asking again for the last 8 s',
    config: { ...config, strategy: 'lookback', marginS: 8 },
  },
  delay: { ...streamed, title: 'Reading 8 s behind', config: { ...config, strategy: 'delay', marginS: 8 } },
  margin: {
    ...streamed,
    title: 'Commits of at most 8 s',
    config: { ...config, ordersPerSecond: 1, commitDelayS: 2, commitSpread: 'capped' },
  },
  seen,
  busy: { ...seen, title: 'The same mark on a busy table', config: { ...seen.config, ordersPerSecond: 2 } },
  mixed,
  'by-id': { ...mixed, title: 'The same changes, by id', config: { ...mixed.config, strategy: 'id' } },
  'at-least': { ...mixed, title: 'The same changes, with >=', config: { ...mixed.config, strategy: 'at-least' } },
  'by-log': { ...mixed, title: 'The same changes, from the log', config: { ...mixed.config, strategy: 'log' } },
  'ties-strict': ties,
  'ties-at-least': {
    ...ties,
    title: 'Stamps of whole seconds, and >=',
    config: { ...ties.config, strategy: 'at-least' },
  },
  skewed: {
    ...streamed,
    title: 'Two writers, one clock 5 s behind',
    config: { ...config, every: '15', ordersPerSecond: 0.5, commitDelayS: 0, skewS: 5 },
  },
  /** After one step, after two, after three, after four. */
  crashing: {
    ...streamed,
    title: 'Four syncs, four crashes',
    config: {
      ...config,
      every: '30',
      ordersPerSecond: 0.5,
      commitDelayS: 0,
      stepS: 1,
      watermark: 'seen',
      load: 'append',
      checkpoint: 'before',
    },
    inputs: [30.5, 61.5, 92.5, 123.5].map((seconds) => act(seconds, { type: 'crash' })),
  },
  playground: {
    ...mixed,
    title: 'All twelve strategies',
    config: { ...mixed.config, every: '15', marginS: 5 },
  },
} satisfies Record<string, Situation>;
