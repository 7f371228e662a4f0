/**
 * Thousands of syncs of one query over an endless stream of new rows: the model's own `read`, without the
 * run, the pipeline and the picture round it. For what the model is checked against.
 */
import { draw, exponential, streamSeed } from '../../engine/chance.ts';
import { read, type Asked, type Keyed, type Mark } from './strategies.ts';
import { wanted } from './where-clause.ts';

/** A stream, the query asked of it, and for how long. */
export interface LongRun extends Pick<Asked, 'strategy' | 'watermark'> {
  /** The lookback, or the delay of a read. */
  marginS?: number;
  /** New rows, on average. */
  perSecond: number;
  /** From stamp to commit; the mean where it is exponential. */
  commitDelayS: number;
  commitSpread: 'fixed' | 'exponential';
  /** What stamps are rounded to; 0 leaves them as they are. */
  stampS?: number;
  everyS: number;
  syncs: number;
  /** 1 where none is given. */
  seed?: number;
}

/** Counts of rows whose fate is known. */
export interface Counted {
  rows: number;
  lost: number;
  /** How often a row was returned that had been returned before. */
  resent: number;
}

interface Row extends Keyed {
  startedMs: number;
  visibleMs: number;
  returned: boolean;
}

/** A row's fate is known once no later sync can return it. The same rows whatever the query, for one seed. */
export function longRun(settings: LongRun): Counted {
  const { strategy, watermark, marginS = 0, everyS, syncs } = settings;
  const nextRow = stream(settings);
  const counted = { rows: 0, lost: 0, resent: 0 };
  let mark: Mark = { clockMs: 0, seenMs: 0, seenId: 0, tieId: 0, seenCount: 0, boundary: [], position: 0 };
  let next = nextRow();
  let open: Row[] = [];
  let visible: Row[] = [];
  for (let sync = 1; sync <= syncs; sync += 1) {
    const nowMs = sync * everyS * 1000;
    for (; next.startedMs <= nowMs; next = nextRow()) open.push(next);
    const stillOpen: Row[] = [];
    for (const row of open) (row.visibleMs <= nowMs ? visible : stillOpen).push(row);
    open = stillOpen;
    const asked: Asked = { strategy, watermark, marginMs: marginS * 1000, nowMs, mark };
    const reading = read(visible, [], asked);
    for (const row of reading.rows) {
      if (row.returned) counted.resent += 1;
      row.returned = true;
    }
    mark = reading.next;
    const comes = visible.filter(wanted(visible, { ...asked, nowMs: Infinity, mark }));
    counted.rows += visible.length - comes.length;
    counted.lost += unreturned(visible) - unreturned(comes);
    visible = comes;
  }
  return counted;
}

function unreturned(rows: readonly Row[]): number {
  let count = 0;
  for (const { returned } of rows) if (!returned) count += 1;
  return count;
}

function stream(settings: LongRun): () => Row {
  const { perSecond, commitDelayS, commitSpread, stampS = 0, seed = 1 } = settings;
  const [gaps, commits] = [streamSeed(seed, 'gap'), streamSeed(seed, 'commit')];
  const [meanMs, stampMs] = [commitDelayS * 1000, stampS * 1000];
  let [startedMs, id] = [0, 0];
  return () => {
    id += 1;
    startedMs += exponential(draw(gaps, id), 1000 / perSecond);
    const openMs = commitSpread === 'fixed' ? meanMs : exponential(draw(commits, id), meanMs);
    const modifiedAtMs = stampMs === 0 ? startedMs : Math.floor(startedMs / stampMs + 0.5) * stampMs;
    return { id, version: id, modifiedAtMs, deleted: false, startedMs, visibleMs: startedMs + openMs, returned: false };
  };
}
