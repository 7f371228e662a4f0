/** The WHERE clauses, and the marks in them: what the picture and the tally need of a strategy. */
import type { Asked, Keyed, Strategy, Watermark } from './strategies.ts';

/** The WHERE clause: whether a visible row is in the answer. */
export function wanted(visible: readonly Keyed[], asked: Asked): (row: Keyed) => boolean {
  const { mark, marginMs, nowMs } = asked;
  const savedMs = usedMarkMs(asked);
  switch (asked.strategy) {
    case 'full':
      return () => true;
    case 'id':
      return ({ id }) => id > mark.seenId;
    case 'modified-at':
    case 'soft-delete':
    case 'reconcile':
      return ({ modifiedAtMs }) => modifiedAtMs > savedMs;
    case 'at-least':
      return ({ modifiedAtMs }) => modifiedAtMs >= savedMs;
    case 'dedupe':
      return ({ modifiedAtMs, version }) =>
        modifiedAtMs > savedMs || (modifiedAtMs === savedMs && !mark.boundary.includes(version));
    case 'counted': {
      const there = visible.filter(({ modifiedAtMs }) => modifiedAtMs === savedMs).length;
      return ({ modifiedAtMs }) => modifiedAtMs > savedMs || (modifiedAtMs === savedMs && there !== mark.seenCount);
    }
    case 'compound':
      return ({ modifiedAtMs, id }) =>
        modifiedAtMs < nowMs - marginMs && (modifiedAtMs > savedMs || (modifiedAtMs === savedMs && id > mark.tieId));
    case 'lookback':
      return ({ modifiedAtMs }) => modifiedAtMs > savedMs - marginMs;
    case 'delay':
      return ({ modifiedAtMs }) => modifiedAtMs > savedMs && modifiedAtMs <= nowMs - marginMs;
    case 'log':
      return () => false; // It does not query the table.
  }
}

/** Strategies that watch the rows of the mark's own moment know it only from rows they have seen. */
const BY_ROWS_SEEN: readonly Strategy[] = ['dedupe', 'counted', 'compound'];

/** Which of the two watermarks a query uses, whatever is chosen. */
export function usedWatermark({ strategy, watermark }: Pick<Asked, 'strategy' | 'watermark'>): Watermark {
  return BY_ROWS_SEEN.includes(strategy) ? 'seen' : watermark;
}

/** The mark in the WHERE clause, in calendar time. */
export function usedMarkMs(asked: Pick<Asked, 'strategy' | 'watermark' | 'mark'>): number {
  return usedWatermark(asked) === 'clock' ? asked.mark.clockMs : asked.mark.seenMs;
}

/** Up to which stamp a query asks: now, or a margin before it. */
export function askedUpToMs({ strategy, marginMs, nowMs }: Asked): number {
  return strategy === 'delay' || strategy === 'compound' ? nowMs - marginMs : nowMs;
}
