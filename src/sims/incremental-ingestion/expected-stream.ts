/**
 * What is expected of a stream of new rows that begins at 0, sync by sync: the long run of theory-loss.ts
 * with a beginning, an end and whole syncs. Seconds throughout; an age is the time since the stamp.
 */
import { exp, ln } from '../../engine/math.ts';
import { noneSeenShare } from './theory-loss.ts';

/** New rows that come at random, and the query that each sync asks of them. */
export interface Stream {
  /** New rows, on average. */
  perSecond: number;
  /** Of the first so many seconds of its age, how many a row cannot be seen, on average. */
  openS(ageS: number): number;
  /** The mean of an exponential time to the commit; null where it is always the same. */
  meanS: number | null;
  /** The moment of the first sync; then one every `everyS`. */
  firstS: number;
  everyS: number;
  /** How far a query reaches behind its mark, or stays behind now. */
  lookbackS: number;
  readDelayS: number;
  /** Of stamps kept to whole seconds, half a second: rows so near to a sync say what its mark says. >= returns them again, > loses those after it. */
  tiedS: number;
  /** It asks with >=, not with >. */
  includesMark: boolean;
  /** The log and a full copy need no mark, and lose nothing. */
  mark: 'clock' | 'seen' | 'none';
  copiesAll: boolean;
}

/** The moments of the syncs, up to and with `byS`. */
export function syncsBy({ firstS, everyS }: Stream, byS: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((byS - firstS) / everyS) + 1) }, (_, i) => firstS + i * everyS);
}

/** Rows stamped by `untilS` that can be seen at `byS`. */
export function visible({ perSecond, openS }: Stream, byS: number, untilS = byS): number {
  if (untilS <= 0) return 0;
  return perSecond * (untilS - (openS(byS) - openS(byS - untilS)));
}

/** Rows that can be seen by then and that no sync asks for, nor has. */
export function lost(stream: Stream, byS: number): number {
  if (stream.mark === 'none') return 0;
  return stream.mark === 'seen'
    ? lostBySeen(stream, byS)
    : stream.perSecond * (lostStampS(stream, byS) + lostTieS(stream, byS));
}

/**
 * With the clock as the mark, the seconds whose stamps are lost: a sync is the last to ask for the stamps
 * from the one before it to its own, both less the margin, and loses those of rows that are still open.
 */
function lostStampS(stream: Stream, byS: number): number {
  const { openS, lookbackS, readDelayS } = stream;
  const between = (nowS: number, fromS: number, toS: number): number => openS(nowS - fromS) - openS(nowS - toS);
  let [lostS, fromS] = [0, 0];
  for (const sync of syncsBy(stream, byS)) {
    const toS = Math.max(fromS, sync - lookbackS - readDelayS);
    lostS += between(sync, fromS, toS) - between(byS, fromS, toS);
    fromS = toS;
  }
  return lostS;
}

function lostTieS(stream: Stream, byS: number): number {
  const { includesMark, firstS, everyS, tiedS } = stream;
  if (includesMark) return 0;
  // The mark a run begins with is that of a sync too, and may lie at its very start.
  const marks = [firstS - everyS, ...syncsBy(stream, byS)].filter((markS) => markS >= 0);
  return marks.reduce((sum, markS) => sum + Math.min(tiedS, byS - markS), 0);
}

/** The formula of lostShareSeen and lostShareSeenDelayed, for ages up to that of the stream and commits up to the next sync. */
function lostBySeen(stream: Stream, byS: number): number {
  const { perSecond, meanS, everyS, lookbackS, readDelayS } = stream;
  // Rows that all take the same time come in the order of their stamps.
  if (meanS === null) return 0;
  const marginS = lookbackS + readDelayS;
  const rows = perSecond * meanS;
  const q = exp(-readDelayS / meanS);
  return syncsBy(stream, byS).reduce((sum, sync) => {
    if (sync <= marginS) return sum;
    const oldest = exp((marginS - sync) / meanS);
    const commits = 1 - exp(-Math.min(everyS, byS - sync) / meanS);
    return sum + rows * exp(-marginS / meanS) * commits * (1 - oldest - noneSeenShare(rows, q, oldest));
  }, 0);
}

/** Rows returned again, up to and with the last sync: of those that the sync before could see, all, or those the lookback reaches. */
export function resent(stream: Stream, byS: number): number {
  const { perSecond, openS, lookbackS, mark, tiedS, includesMark, copiesAll } = stream;
  const again = (sync: number): number => {
    if (copiesAll) return visible(stream, sync);
    const reachS = Math.min(lookbackS, sync);
    const within = perSecond * (reachS - openS(reachS));
    if (mark === 'seen') return includesMark || lookbackS > 0 ? within + beyondBySeen(stream, sync) : 0;
    return within + (includesMark ? perSecond * tiedS : 0);
  };
  return syncsBy(stream, byS)
    .slice(0, -1)
    .reduce((sum, sync) => sum + again(sync), 0);
}

/**
 * The mark then lies behind the clock by the age A of the newest row seen, and the lookback begins there: an
 * older row of age L + b is returned again when none younger than b has been seen. The same integral, by parts.
 */
function beyondBySeen({ perSecond, openS, meanS, lookbackS }: Stream, syncS: number): number {
  if (syncS <= lookbackS) return 0;
  const restS = syncS - lookbackS;
  if (meanS === null) {
    // Nothing younger than the delay can be seen, so that the lookback begins there at the earliest.
    const hiddenS = Math.max(0, openS(restS) + openS(lookbackS) - openS(Infinity));
    return perSecond * hiddenS + 1 - exp(-perSecond * (restS - openS(restS)));
  }
  const rows = perSecond * meanS;
  const oldest = exp(-restS / meanS);
  const q = exp(-lookbackS / meanS);
  return 1 - exp(rows * (ln(oldest) + 1 - oldest)) + rows * (1 - q) * noneSeenShare(rows, 1, oldest);
}
