/** What a query asks and what it keeps: for the log of facts, for the history of syncs, and in words. */
import { clock, counted, stamp, thousands } from './calendar.ts';
import {
  askedUpToMs,
  usedMarkMs,
  usedWatermark,
  type Asked,
  type Mark,
  type Strategy,
  type Watermark,
} from './strategies.ts';
import type { SyncRecord } from './sync.ts';

/** Facts hold integers and strings only; what a strategy does not use says 0 or the present. */
export type QueryFact = {
  strategy: Strategy;
  /** The one it uses, whatever is chosen. */
  watermark: Watermark;
  /** The stamp from which it asks, and up to which. */
  fromMs: number;
  upToMs: number;
  /** The largest id returned so far, and how much of the log has been read. */
  fromId: number;
  fromPosition: number;
  /** What will be the mark. */
  nextMs: number;
  nextId: number;
  nextPosition: number;
};

/** `next` is the mark that the query leaves. */
export function queryFact(asked: Asked, next: Mark): QueryFact {
  const watermark = usedWatermark(asked);
  return {
    strategy: asked.strategy,
    watermark,
    fromMs: fromMs(asked),
    upToMs: askedUpToMs(asked),
    fromId: asked.mark.seenId,
    fromPosition: asked.mark.position,
    nextMs: usedMarkMs({ ...asked, mark: next }),
    nextId: next.seenId,
    nextPosition: next.position,
  };
}

function fromMs(asked: Asked): number {
  return usedMarkMs(asked) - (asked.strategy === 'lookback' ? asked.marginMs : 0);
}

/** Both ends of what it asks for, and its mark; null where it does not ask by stamps. */
export function rangeOf(asked: Asked): Pick<SyncRecord, 'fromMs' | 'upToMs' | 'markMs'> {
  const byStamps = !['full', 'id', 'log'].includes(asked.strategy);
  const asksFrom = byStamps ? fromMs(asked) : null;
  return { fromMs: asksFrom, upToMs: askedUpToMs(asked), markMs: byStamps ? usedMarkMs(asked) : null };
}

/** "asks for modified_at later than 2024-01-01 12:00:00": the WHERE clause, read aloud. */
export function asks({ strategy, fromMs, upToMs, fromId, fromPosition }: QueryFact): string {
  const from = stamp(fromMs);
  switch (strategy) {
    case 'full':
      return 'asks for every row';
    case 'id':
      return `asks for ids above ${thousands(fromId)}`;
    case 'at-least':
      return `asks for modified_at from ${from} on`;
    case 'dedupe':
      return `asks for modified_at from ${from} on, less what it has had of that moment`;
    case 'counted':
      return `asks for modified_at later than ${from}, and for that moment too if its count has changed`;
    case 'compound':
      return `asks for (modified_at, id) after its mark of ${from} and before ${stamp(upToMs)}`;
    case 'delay':
      return `asks for modified_at later than ${from} and up to ${stamp(upToMs)}`;
    case 'reconcile':
      return `asks for modified_at later than ${from}, and for every id`;
    case 'log':
      return `asks for the log after ${counted(fromPosition, 'change')}`;
    default:
      return `asks for modified_at later than ${from}`;
  }
}

/** "stamps later than 12:00:00": what a row that is lost has not got. */
export function asksOnlyFor({ strategy, fromMs, fromId, fromPosition }: QueryFact): string {
  const from = clock(fromMs);
  switch (strategy) {
    case 'id':
      return `ids above ${thousands(fromId)}`;
    case 'at-least':
    case 'dedupe':
    case 'counted':
      return `stamps from ${from} on`;
    case 'log':
      return `what the log says after ${counted(fromPosition, 'change')}`;
    default:
      return `stamps later than ${from}`;
  }
}

/** "saves its own time as the new mark". */
export function saves({ strategy, watermark, nextMs, nextId, nextPosition }: QueryFact): string {
  if (strategy === 'id') return `saves ${thousands(nextId)} as the largest id`;
  if (strategy === 'log') return `saves its place after ${counted(nextPosition, 'change')}`;
  if (strategy === 'delay' && watermark === 'clock') return `saves ${stamp(nextMs)} as the new mark`;
  if (watermark === 'seen') return `saves ${stamp(nextMs)}, the largest stamp seen, as the new mark`;
  return 'saves its own time as the new mark';
}

/** "2024-01-02 12:00:00", "id 1,000", "3 changes": a mark as the checkpoint is written. */
export function markWords(asked: Pick<Asked, 'strategy' | 'watermark'>, mark: Mark): string {
  if (asked.strategy === 'id') return `id ${thousands(mark.seenId)}`;
  if (asked.strategy === 'log') return `${counted(mark.position, 'change')} of the log`;
  return stamp(usedMarkMs({ ...asked, mark }));
}
