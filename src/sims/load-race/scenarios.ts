/** The starting situations. Each differs in one thing from one before it, `third` in two. */
import type { Cue, Scenario } from '../../engine/simulation.ts';
import type { Config, Fact, Input } from './state.ts';

type Race = Scenario<Config, Input, Fact>;

/** They say who is done first, whatever was changed. */
const cues: readonly Cue<Fact>[] = [
  {
    id: 'delta-first',
    say: 'The incremental load is done first.',
    onFact: (fact) => fact.type === 'deltaDone' && fact.fullRows < fact.tableRows,
  },
  {
    id: 'full-first',
    say: 'The full load is done first.',
    onFact: (fact) => fact.type === 'fullDone' && fact.leftUs > 0,
  },
  {
    id: 'both',
    say: 'Now both are done.',
    onFact: (fact) =>
      fact.type === 'fullDone' ? fact.leftUs === 0 : fact.type === 'deltaDone' && fact.fullRows === fact.tableRows,
  },
];

const race: Race = {
  title: '5,000 of 10 million rows changed',
  config: {},
  inputs: [],
  seed: 1,
  untilMs: 19_800_000,
  // An hour in 6 s.
  pace: 600_000,
  cues,
};

const raceDear: Race = {
  ...race,
  title: 'Merging a row costs five times as much as copying it',
  config: { mergeFactor: 5 },
};

const third: Race = {
  ...race,
  title: 'Three rows in ten change every night',
  config: { changedRows: 3_000_000, mergeFactor: 10 },
};

const raceBackfill: Race = {
  ...raceDear,
  title: 'A schema change filled a new column in every row',
  config: { mergeFactor: 5, backfill: true },
};

const unindexed: Race = {
  ...race,
  title: 'No index on modified_at',
  config: { indexed: false },
  cues: [
    {
      id: 'scanned',
      say: 'Every row has been read, to find those that changed.',
      onFact: (fact) => fact.type === 'scanned',
    },
    ...cues,
  ],
};

/** By the names that lessons and links use. */
export const scenarios = { race, raceDear, third, raceBackfill, unindexed };
