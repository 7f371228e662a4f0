/** The trace as it is drawn: each transaction a bar from its stamp to its commit, each sync a line. */
import { formatNumber } from '../engine/format-number.ts';
import type { Bar, Trace } from './trace.ts';

const verbs = { c: 'placed', u: 'changed', d: 'deleted' } as const;

/** The time of a stamp: all of a trace is on one day. */
export function timeOf(stamp: string): string {
  return stamp.slice(11);
}

/** "Order 1 is placed, stamped 12:00:02. Others see it from 12:00:06, after sync 1 and before sync 2." */
export function sayBar({ op, id, stamped, committed, committedMs }: Bar, { readsMs }: Trace): string {
  const what = `Order ${formatNumber(id, '', 0)} is ${verbs[op]} at ${timeOf(stamped)}`;
  if (committed === null || committedMs === null) return `${what}. It has not committed when the trace ends.`;
  const before = readsMs.filter((ms) => ms <= committedMs).length;
  const between = [
    ...(before > 0 ? [`after sync ${before}`] : []),
    ...(before < readsMs.length ? [`before sync ${before + 1}`] : []),
  ].join(' and ');
  const seen = timeOf(committed) === timeOf(stamped) ? 'and commits at once' : `and commits at ${timeOf(committed)}`;
  return `${what} ${seen}: ${between}.`;
}

/** "1 new", as it stands before its bar. */
export function nameBar({ op, id }: Bar): string {
  return `${formatNumber(id, '', 0)} ${{ c: 'new', u: 'update', d: 'delete' }[op]}`;
}

/** Where a moment is on the axis, in hundredths of its length. */
export function placeOf(ms: number, { untilMs }: Trace): string {
  return `${((100 * Math.min(ms, untilMs)) / untilMs).toFixed(2)}%`;
}
