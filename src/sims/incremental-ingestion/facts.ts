/** Everything that can happen, and the sentence that says so. */
import type { Facts } from '../../engine/simulation.ts';
import { clock, counted, stamp, thousands } from './calendar.ts';
import type { Kind } from './state.ts';

/** Times are calendar times in whole milliseconds. */
type Begun<Type extends string> = { type: Type; id: number; atMs: number };
type Visible<Type extends string> = { type: Type; id: number; kind: Kind; atMs: number; stampMs: number };
export type Fact =
  | Begun<'placed'>
  | Begun<'inserted'>
  | Begun<'updated'>
  | Begun<'deleted'>
  | Begun<'began'>
  | Visible<'committed'>
  | Visible<'becameVisible'>
  | { type: 'refused'; id: number; locked: boolean }
  | { type: 'checkpointRead'; sync: number; markMs: number; atMs: number }
  | { type: 'deltaExtracted'; rows: number; full: boolean; markMs: number }
  | { type: 'transformed'; trimmed: number; converted: number; rejected: number }
  | { type: 'loaded'; inserted: number; updated: number; deleted: number }
  | { type: 'checkpointSaved'; sync: number; markMs: number }
  | {
      type: 'synced';
      sync: number;
      atMs: number;
      markMs: number;
      rows: number;
      full: boolean;
      lost: number;
      onlyId: number;
    }
  | { type: 'rowMissed'; id: number; syncMs: number }
  | { type: 'rowRejected'; id: number }
  | { type: 'rowLost'; id: number; stampMs: number; atMs: number; markMs: number }
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

export const facts: Facts<Fact> = {
  placed: { traffic: true, weight: 'story', mark: 'dark', say: sayPlaced },
  inserted: { weight: 'story', mark: 'dark', say: sayPlaced },
  updated: {
    weight: 'story',
    mark: 'dark',
    say: ({ id, atMs }) =>
      `${Order(id)} is being changed. Its new modified_at says ${clock(atMs)}; readers still see the old row.`,
  },
  deleted: {
    weight: 'story',
    mark: 'dark',
    say: ({ id, atMs }) => `The deletion of ${order(id)} starts at ${clock(atMs)}. Readers still see the row.`,
  },
  began: {
    traffic: true,
    weight: 'detail',
    mark: 'dark',
    say: ({ id, atMs }) => `${Order(id)} is placed and stamped ${clock(atMs)}. Nobody else can see it yet.`,
  },
  committed: { weight: 'story', mark: 'live', say: sayVisible },
  becameVisible: { weight: 'detail', mark: 'live', say: sayVisible },
  refused: {
    weight: 'detail',
    mark: 'you',
    say: ({ id, locked }) =>
      locked
        ? `${Order(id)} is held by a transaction that has not committed, so it cannot be changed now.`
        : id === 0
          ? 'There is no order to change yet.'
          : `${Order(id)} is not in the source, so it cannot be changed.`,
  },
  checkpointRead: {
    weight: 'story',
    mark: 'wait',
    say: ({ markMs }) => `Step 1, read checkpoint: the last sync was at ${stamp(markMs)}.`,
  },
  deltaExtracted: {
    weight: 'story',
    mark: 'wait',
    say: ({ rows, full, markMs }) =>
      full
        ? `Step 2, extract: the query asks for every row and returns ${counted(rows, 'row')}.`
        : `Step 2, extract delta: the query asks for modified_at later than ${stamp(markMs)} and returns ${counted(rows, 'row')}.`,
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
    say: ({ inserted, updated, deleted }) =>
      `Step 4, load: of the rows drawn, ${thousands(inserted)} inserted, ${thousands(updated)} updated, ${thousands(deleted)} deleted.`,
  },
  checkpointSaved: {
    weight: 'story',
    mark: 'good',
    say: ({ markMs }) => `Step 5, update checkpoint: ${stamp(markMs)} is saved. The sync succeeded.`,
  },
  synced: {
    weight: 'story',
    mark: 'good',
    say: ({ atMs, markMs, rows, full, onlyId }) => {
      const asks = full ? 'asks for every row' : `asks for modified_at later than ${stamp(markMs)}`;
      const gets = rows === 0 ? 'nothing' : onlyId > 0 ? order(onlyId) : counted(rows, 'row');
      return `The sync of ${stamp(atMs)} ${asks}. It gets ${gets}, saves its own time as the new mark, and succeeds.`;
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
    say: ({ id, stampMs, atMs, markMs }) =>
      `${Order(id)} is lost. It can be seen at ${clock(atMs)}, its stamp says ${clock(stampMs)}, and the next sync asks only for stamps later than ${clock(markMs)}.`,
  },
  ghostLeft: {
    weight: 'story',
    mark: 'harm',
    say: ({ id }) =>
      `${Order(id)} is gone from the source and still in the warehouse. A query returns rows that exist, so it returned nothing about this one.`,
  },
};
