/** The sentences of crashes and of schema changes. */
import type { Facts } from '../../engine/simulation.ts';
import { clock, counted } from './calendar.ts';
import type { Fact } from './facts.ts';

type Mishap = 'crashed' | 'crashedIdle' | 'skipped' | 'columnAdded';

/** A part of `facts`. */
export const crashSentences: Pick<Facts<Fact>, Mishap> = {
  crashed: {
    weight: 'story',
    mark: 'harm',
    say: ({ step, atMs, rows }) => {
      const dropped = rows === 0 ? 'It held no rows.' : `The ${counted(rows, 'row')} in its hands are gone.`;
      return `The pipeline crashes at ${clock(atMs)}, after step ${step} of 5. ${dropped} It will begin again at step 1.`;
    },
  },
  crashedIdle: {
    weight: 'detail',
    mark: 'you',
    say: ({ atMs }) =>
      `The pipeline crashes at ${clock(atMs)}, between two syncs. It held nothing, and nothing is lost.`,
  },
  skipped: {
    weight: 'detail',
    mark: 'wait',
    say: ({ atMs, down }) =>
      `A sync is due at ${clock(atMs)} and left out: ${down ? 'the pipeline is down' : 'another one is under way'}.`,
  },
  columnAdded: {
    weight: 'story',
    mark: 'you',
    say: ({ backfill, again, rows }) => {
      if (again) return 'The table has the new column already.';
      if (!backfill) return 'The table gets a new column. Old rows stay without it, and no modified_at is touched.';
      return `The table gets a new column, and ${counted(rows, 'row')} are filled in. Each of them gets a new modified_at.`;
    },
  },
};
