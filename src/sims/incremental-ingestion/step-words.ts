/** The sentences of the five steps. */
import type { Facts } from '../../engine/simulation.ts';
import { counted, stamp, thousands } from './calendar.ts';
import type { Fact } from './facts.ts';
import { asks, type QueryFact } from './query-words.ts';

type Step = 'checkpointRead' | 'deltaExtracted' | 'transformed' | 'loaded' | 'checkpointSaved';

/** A part of `facts`. */
export const stepSentences: Pick<Facts<Fact>, Step> = {
  checkpointRead: {
    weight: 'story',
    mark: 'wait',
    say: (query) => `Step 1, read checkpoint: ${found(query)}.`,
  },
  deltaExtracted: {
    weight: 'story',
    mark: 'wait',
    say: ({ rows, ...query }) =>
      `Step 2, extract${query.strategy === 'full' ? '' : ' delta'}: the query ${asks(query)} and returns ${counted(rows, 'row')}.`,
  },
  transformed: {
    weight: 'story',
    mark: 'wait',
    say: ({ trimmed, converted, rejected }) =>
      `Step 3, transform: ${counted(trimmed, 'name')} trimmed, ${counted(converted, 'price')} converted to dollars, ${counted(rejected, 'row')} rejected.`,
  },
  loaded: {
    weight: 'story',
    mark: 'live',
    say: ({ step, inserted, updated, deleted, append }) =>
      append
        ? `Step ${step}, load: of the rows drawn, ${thousands(inserted)} appended.`
        : `Step ${step}, load: of the rows drawn, ${thousands(inserted)} inserted, ${thousands(updated)} updated, ${thousands(deleted)} deleted.`,
  },
  checkpointSaved: {
    weight: 'story',
    mark: 'good',
    say: ({ step, last, ...query }) =>
      `Step ${step}, update checkpoint: ${kept(query)} is saved.${last ? ' The sync succeeded.' : ' The rows are not loaded yet.'}`,
  },
};

function found({ strategy, watermark, fromMs, fromId, fromPosition }: QueryFact): string {
  if (strategy === 'id') return `the largest id so far is ${thousands(fromId)}`;
  if (strategy === 'log') return `${counted(fromPosition, 'change')} of the log have been read`;
  return watermark === 'seen'
    ? `the largest stamp so far is ${stamp(fromMs)}`
    : `the last sync was at ${stamp(fromMs)}`;
}

function kept({ strategy, nextMs, nextId, nextPosition }: QueryFact): string {
  if (strategy === 'id') return `id ${thousands(nextId)}`;
  return strategy === 'log' ? `the place after ${counted(nextPosition, 'change')}` : stamp(nextMs);
}
