/** Everything that can happen, and the sentence that says so. */
import type { Facts } from '../../engine/simulation.ts';
import { clock, counted, stamp, thousands } from './calendar.ts';
import { crashSentences } from './crash-words.ts';
import { asks, asksOnlyFor, saves, type QueryFact } from './query-words.ts';
import type { Kind } from './state.ts';
import { stepSentences } from './step-words.ts';

/** Times are calendar times in whole milliseconds. */
type Begun<Type extends string> = { type: Type; id: number; atMs: number };
type Visible<Type extends string> = { type: Type; id: number; kind: Kind; atMs: number; stampMs: number };
type TurnedAway<Type extends string> = { type: Type; id: number; locked: boolean };
/** What is told. Times are calendar times in whole milliseconds, ids those of orders, steps 1 to 5. */
export type Fact =
  | Begun<'placed'>
  | Begun<'inserted'>
  | (Begun<'updated'> & { touch: boolean })
  | (Begun<'deleted'> & { soft: boolean })
  | (Begun<'began'> & { kind: Kind })
  | Visible<'committed'>
  | Visible<'becameVisible'>
  | TurnedAway<'refused'>
  | TurnedAway<'turnedAway'>
  | { type: 'columnAdded'; backfill: boolean; again: boolean; rows: number }
  | ({ type: 'checkpointRead'; sync: number; atMs: number } & QueryFact)
  | ({ type: 'deltaExtracted'; rows: number } & QueryFact)
  | { type: 'transformed'; trimmed: number; converted: number; rejected: number }
  | { type: 'loaded'; step: number; inserted: number; updated: number; deleted: number; append: boolean }
  | ({ type: 'checkpointSaved'; sync: number; step: number; last: boolean } & QueryFact)
  | ({ type: 'synced'; sync: number; atMs: number; rows: number; lost: number; onlyId: number } & QueryFact)
  | { type: 'crashed'; sync: number; step: number; atMs: number; rows: number }
  | { type: 'crashedIdle'; atMs: number }
  | { type: 'skipped'; atMs: number; down: boolean }
  | { type: 'rowMissed'; id: number; syncMs: number }
  | { type: 'rowRejected'; id: number }
  | ({ type: 'rowLost'; id: number; stale: boolean; stampMs: number; atMs: number } & QueryFact)
  | { type: 'ghostLeft'; id: number };

const order = (id: number): string => `order ${thousands(id)}`;
const Order = (id: number): string => `Order ${thousands(id)}`;

function sayVisible({ id, kind, atMs }: { id: number; kind: Kind; atMs: number }): string {
  if (kind === 'delete')
    return `The deletion of ${order(id)} commits at ${clock(atMs)}. The row is gone from the source.`;
  return `${Order(id)} commits at ${clock(atMs)}. From here on every reader sees it.`;
}

function sayPlaced({ id, atMs }: { id: number; atMs: number }): string {
  return `${Order(id)} is placed. Its modified_at says ${clock(atMs)}, and nobody else can see it yet.`;
}

function sayBegan({ id, kind, atMs }: { id: number; kind: Kind; atMs: number }): string {
  if (kind === 'insert') return `${Order(id)} is placed at ${clock(atMs)}. Nobody else can see it yet.`;
  return `At ${clock(atMs)} a writer begins to ${kind === 'update' ? 'change' : 'delete'} ${order(id)}.`;
}

function sayTurnedAway({ id, locked }: { id: number; locked: boolean }): string {
  if (locked) return `${Order(id)} is held by a transaction that has not committed, so it cannot be changed now.`;
  if (id === 0) return 'There is no order to change yet.';
  return `${Order(id)} is not in the source, so it cannot be changed.`;
}

/** With the sentences of the steps and of crashes, which have files of their own. */
export const facts: Facts<Fact> = {
  placed: { traffic: true, weight: 'story', mark: 'dark', say: sayPlaced },
  inserted: { weight: 'story', mark: 'dark', say: sayPlaced },
  updated: {
    weight: 'story',
    mark: 'dark',
    say: ({ id, atMs, touch }) =>
      touch
        ? `${Order(id)} is being changed. Its new modified_at says ${clock(atMs)}; readers still see the old row.`
        : `${Order(id)} is being changed, and its modified_at is left at ${clock(atMs)}. Readers still see the old row.`,
  },
  deleted: {
    weight: 'story',
    mark: 'dark',
    say: ({ id, atMs, soft }) =>
      soft
        ? `${Order(id)} is being marked as deleted. Its new modified_at says ${clock(atMs)}; readers still see the old row.`
        : `The deletion of ${order(id)} starts at ${clock(atMs)}. Readers still see the row.`,
  },
  began: { traffic: true, weight: 'detail', mark: 'dark', say: sayBegan },
  committed: { weight: 'story', mark: 'live', say: sayVisible },
  becameVisible: { weight: 'detail', mark: 'live', say: sayVisible },
  refused: { weight: 'detail', mark: 'you', say: sayTurnedAway },
  turnedAway: { weight: 'detail', mark: 'dark', say: sayTurnedAway },
  ...stepSentences,
  ...crashSentences,
  synced: {
    weight: 'story',
    mark: 'good',
    say: ({ atMs, rows, onlyId, ...query }) => {
      const gets = rows === 0 ? 'nothing' : onlyId > 0 ? order(onlyId) : counted(rows, 'row');
      return `The sync of ${stamp(atMs)} ${asks(query)}. It gets ${gets}, ${saves(query)}, and succeeds.`;
    },
  },
  rowMissed: {
    weight: 'story',
    mark: 'wait',
    say: ({ id, syncMs }) =>
      `The sync of ${clock(syncMs)} cannot see what is being written to ${order(id)}: it has not committed.`,
  },
  rowRejected: {
    weight: 'detail',
    mark: 'wait',
    say: ({ id }) => `${Order(id)} has no amount. It is kept out of the warehouse and reported.`,
  },
  rowLost: {
    weight: 'story',
    mark: 'harm',
    say: ({ id, stale, stampMs, atMs, ...query }) =>
      `${Order(id)} is ${stale ? 'out of date for good' : 'lost'}. It can be seen at ${clock(atMs)}, its stamp says ${clock(stampMs)}, and the next sync asks only for ${asksOnlyFor(query)}.`,
  },
  ghostLeft: {
    weight: 'story',
    mark: 'harm',
    say: ({ id }) =>
      `${Order(id)} is gone from the source and still in the warehouse. A query returns rows that exist, so it returned nothing about this one.`,
  },
};
