/** The rows of the big table that are counted and not drawn. */
import { DAY_MS } from './calendar.ts';
import { UNDRAWN_CHANGES, UNDRAWN_ROWS, type Order } from './orders.ts';
import type { Config, State } from './state.ts';
import { askedUpToMs, type Asked } from './strategies.ts';

/** How many of them a reading returns: all, or the changes of the time since the mark. */
export function undrawnRows(state: State, delta: readonly Order[], asked: Asked, config: Config): number {
  if (config.work !== 'eight-rows') return 0;
  // A backfill wrote them in one transaction with the drawn rows, so whoever gets those gets these.
  const all = asked.strategy === 'full' || delta.some(({ version }) => state.backfilled.includes(version));
  if (all) return UNDRAWN_ROWS;
  const sinceMs = Math.max(0, askedUpToMs(asked) - asked.mark.clockMs);
  return Math.round((UNDRAWN_CHANGES * sinceMs) / DAY_MS);
}

/** How many of their ids are in the list of all ids. */
export function undrawnKeys({ work }: Config): number {
  return work === 'eight-rows' ? UNDRAWN_ROWS : 0;
}
