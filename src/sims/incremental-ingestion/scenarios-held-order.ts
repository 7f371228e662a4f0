/** Order 42 with the handle, alone and among its neighbours. */
import type { Cue } from '../../engine/simulation.ts';
import { SPAN_MS } from './calendar.ts';
import type { Fact } from './facts.ts';
import { lostForGood, type Situation } from './scenario-parts.ts';

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

const oneBar: Situation = {
  title: 'One order, two syncs',
  config: {},
  inputs: [],
  seed: 42,
  untilMs: SPAN_MS['one-order'],
  pace: 1500,
  cues: aroundTheLine,
};

/** By the names that lessons and links use. */
export const heldOrderScenarios = {
  'one-bar': oneBar,
  late: { ...oneBar, title: 'One order, two syncs, a late commit', config: { commitS: 3 } },
  'five-orders': {
    ...oneBar,
    title: 'Five orders and one sync',
    config: { work: 'five-orders' },
    untilMs: SPAN_MS['five-orders'],
    cues: [],
  },
} satisfies Record<string, Situation>;
