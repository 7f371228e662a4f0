/** What each step of a sync found or did, in a few short lines for the picture. */
import { clock, counted, date, thousands } from './calendar.ts';
import type { State } from './state.ts';
import type { Mark } from './strategies.ts';
import { usedMarkMs } from './where-clause.ts';
import type { StepName } from './steps.ts';

/** Up to four lines for each of the steps; which of them have been taken is for the picture to know. */
export function stepResults({ sync }: State): Readonly<Record<StepName, readonly string[]>> {
  const { asked, transformed, appends, inserted, updated, deleted, resent } = sync;
  const marked = (mark: Mark): string[] => {
    if (asked.strategy === 'id') return [`id ${thousands(mark.seenId)}`];
    if (asked.strategy === 'log') return [counted(mark.position, 'change')];
    const ms = usedMarkMs({ ...asked, mark });
    return [date(ms), clock(ms)];
  };
  const rows = sync.delta.length + sync.tombstones.length;
  return {
    readCheckpoint: ['last sync', ...marked(asked.mark)],
    extractDelta: [
      counted(rows + sync.undrawn, 'row'),
      ...(sync.undrawn > 0 ? [`${thousands(rows)} drawn below`] : []),
      ...(asked.strategy === 'reconcile' ? ['and all ids'] : []),
    ],
    transformRows: [
      `${transformed.trimmed} trimmed`,
      `${transformed.converted} to dollars`,
      `${transformed.rejected.length} rejected`,
    ],
    load: [
      ...(appends ? [`${inserted} appended`] : [`${inserted} inserted`, `${updated} updated`, `${deleted} deleted`]),
      ...(resent > 0 ? [`${resent} ${appends ? 'twice now' : 'had already'}`] : []),
    ],
    updateCheckpoint: ['saved', ...marked(sync.next)],
  };
}
