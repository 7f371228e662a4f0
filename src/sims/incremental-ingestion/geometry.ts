/** Where things are drawn: from run time to a place on the axis and back, for each layout. */
import { firstSyncMs, periodMs, SPAN_MS } from './calendar.ts';
import { HELD_ORDER, type Config, type State, type Transaction } from './state.ts';
import { ghosts, lostRows } from './tally.ts';

export interface Scale {
  x(nowMs: number): number;
  /** The run time at a place. */
  at(x: number): number;
}

/** Straight between given points of (run time, place), and on beyond the outer ones. */
export function scale(points: readonly (readonly [number, number])[]): Scale {
  const along = (value: number, from: 0 | 1): number => {
    const to = from === 0 ? 1 : 0;
    let place = 1;
    while (place < points.length - 1 && value > points[place]![from]) place += 1;
    const [low, high] = [points[place - 1]!, points[place]!];
    return low[to] + ((value - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
  };
  return { x: (nowMs) => along(nowMs, 0), at: (x) => along(x, 1) };
}

/** The moments of all syncs on the axis. */
export function syncMoments(config: Config): number[] {
  const moments = [];
  for (let ms = firstSyncMs(config); ms <= SPAN_MS[config.work]; ms += periodMs(config)) moments.push(ms);
  return moments;
}

/** At most this many transactions are drawn, the newest. */
export const MOST_BARS = 100;

export interface Bar {
  transaction: Transaction;
  lane: number;
  /** Place of the end of the dashed part; for an open transaction, where its commit is planned. */
  endMs: number;
  /** The first sync after the stamp, which is the one that crosses a late bar. */
  firstSyncMs: number | null;
  /** The sync that brought it, null while none has. */
  loadedMs: number | null;
  /** No later sync will bring what it wrote, or take away what it deleted. */
  missing: boolean;
  rejected: boolean;
}

/** Transactions as bars; each interval between syncs begins again at the top lane. */
export function bars(state: State, config: Config, lanes: number): Bar[] {
  const syncs = syncMoments(config);
  const lost = new Set(lostRows(state, config).map(({ version }) => version));
  const alive = new Set(ghosts(state).map(({ id }) => id));
  const loaded = new Map(state.warehouse.map(({ version, sync }) => [version, sync]));
  const inInterval = new Map<number, number>();
  const drawn = state.transactions.map((transaction) => {
    const next = syncs.findIndex((ms) => ms >= transaction.startedMs);
    const before = inInterval.get(next) ?? 0;
    inInterval.set(next, before + 1);
    const sync = loaded.get(transaction.version);
    return {
      transaction,
      lane: before % lanes,
      endMs: transaction.committedMs ?? plannedCommitMs(transaction, config),
      firstSyncMs: syncs[next] ?? null,
      loadedMs: sync === undefined ? null : (syncs[sync - 1] ?? null),
      missing: lost.has(transaction.version) || (transaction.kind === 'delete' && alive.has(transaction.id)),
      rejected: state.rejected.includes(transaction.version),
    };
  });
  return drawn.slice(-MOST_BARS);
}

/** When an open transaction will commit, as far as is known. */
function plannedCommitMs({ id, startedMs }: Transaction, config: Config): number {
  const held = id === HELD_ORDER && (config.work === 'one-order' || config.work === 'five-orders');
  return held
    ? Math.max(startedMs, firstSyncMs(config) + config.commitS * 1000)
    : startedMs + config.commitDelayS * 1000;
}

/** What part of the run's axis is shown: all of it, or on a phone a window that follows the playhead. */
export function shownMs(config: Config, narrow: boolean, nowMs: number): { fromMs: number; toMs: number } {
  const span = SPAN_MS[config.work];
  const width = !narrow ? span : config.work === 'traffic' ? 70_000 : config.work === 'eight-rows' ? 14_000 : span;
  const fromMs = Math.max(0, Math.min(nowMs - 0.7 * width, span - width));
  return { fromMs, toMs: fromMs + width };
}
