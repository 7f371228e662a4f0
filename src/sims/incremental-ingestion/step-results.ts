/** What each step of a sync found or did, in a few short lines for the picture. */
import { clock, counted, date, thousands } from './calendar.ts';
import type { State } from './state.ts';

/** Up to three lines for each of the five steps; which of them have been taken is for the picture to know. */
export function stepResults({ sync }: State): readonly (readonly string[])[] {
  const { transformed } = sync;
  return [
    ['last sync', `${date(sync.markMs)}`, clock(sync.markMs)],
    [counted(sync.delta.length + sync.undrawn, 'row'), `${thousands(sync.delta.length)} drawn below`],
    [
      `${transformed.trimmed} trimmed`,
      `${transformed.converted} to dollars`,
      `${transformed.rejected.length} rejected`,
    ],
    [`${sync.inserted} inserted`, `${sync.updated} updated`, `${sync.deleted} deleted`],
    ['saved', date(sync.nextMarkMs), clock(sync.nextMarkMs)],
  ];
}
