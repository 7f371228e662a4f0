/** The transactions as bars, each with what became of it. */
import { calendarMs, firstSyncMs } from './calendar.ts';
import { MOST_BARS } from './plan.ts';
import { HELD_ORDER, type Config, type State, type Transaction } from './state.ts';
import { reads, syncLines, type SyncLine } from './sync-lines.ts';
import { duplicates, fates, ghosts, isMissing } from './tally.ts';

/** One transaction in the picture. Places on the axis are run times. */
export interface Bar {
  transaction: Transaction;
  /** From 0, at the top. */
  lane: number;
  /** Place of its stamp, and of the start of its transaction: not the same where a clock is behind. */
  stampMs: number;
  startMs: number;
  /** An update that left `modified_at` as it was. */
  untouched: boolean;
  /** Place of the end of the dashed part; of an open transaction now, or where the learner has put its commit. */
  endMs: number;
  /** The sync that read between its stamp and its commit, and so could not see it. */
  crossed: SyncLine | null;
  /** Where its loss is to be seen: at the line it crosses, else at the first that read and did not ask for it. */
  judged: SyncLine | null;
  /** The syncs that brought it into the warehouse, oldest first: more than one where it came again. */
  arrivals: readonly SyncLine[];
  /** The warehouse has this version more than once. */
  duplicate: boolean;
  /** No later sync will bring what it wrote, or take away what it deleted. */
  missing: boolean;
  /** It is not there yet, or a later sync will bring it. An older version that never came is not waited for. */
  waiting: boolean;
  /** Kept out of the warehouse by the transform step. */
  rejected: boolean;
}

/** Transactions as bars; each interval between syncs begins again at the top lane. */
export function bars(state: State, config: Config, lanes: number, nowMs: number): Bar[] {
  const lines = syncLines(state, config, nowMs).filter(reads);
  const all = fates(state, config);
  const fateOf = new Map(state.source.map(({ version }, place) => [version, all[place]!]));
  const twice = new Set(duplicates(state).map(({ version }) => version));
  const alive = new Set(ghosts(state).map(({ id }) => id));
  const inInterval = new Map<number, number>();
  const inLanes = state.transactions.map((transaction) => {
    // All of a backfill in one lane: they are written in one moment, and nobody could tell them apart.
    if (state.backfilled.includes(transaction.version)) return { transaction, lane: lanes - 1 };
    const next = lines.findIndex(({ atMs }) => atMs >= transaction.startedMs);
    const before = inInterval.get(next) ?? 0;
    inInterval.set(next, before + 1);
    return { transaction, lane: before % lanes };
  });
  return inLanes.slice(-MOST_BARS).map(({ transaction, lane }): Bar => {
    const { version, id, kind, committedMs } = transaction;
    const stamp = placeOfStamp(transaction, config);
    const endMs = committedMs ?? Math.max(nowMs, plannedCommitMs(transaction, config));
    const crossed = lines.find(({ atMs }) => atMs >= stamp.stampMs && atMs < (committedMs ?? endMs + 0.1)) ?? null;
    const fate = fateOf.get(version);
    const missing = (fate !== undefined && isMissing(fate)) || (kind === 'delete' && alive.has(id));
    const deletes = kind === 'delete' && state.warehouse.some((row) => row.id === id);
    const isRejected = state.rejected.includes(version);
    return {
      transaction,
      lane,
      ...stamp,
      endMs,
      crossed,
      judged: crossed ?? lines.find(({ atMs, record }) => record !== null && atMs >= endMs) ?? null,
      arrivals: missing || isRejected ? [] : lines.filter((line) => brings(line, transaction)),
      duplicate: twice.has(version),
      missing,
      waiting: committedMs === null || fate === 'coming' || deletes,
      rejected: isRejected,
    };
  });
}

type Stamp = Pick<Bar, 'stampMs' | 'startMs' | 'untouched'>;

/** A stamp differs from the start where a clock is behind, where it is rounded, and where nobody set it. */
function placeOfStamp({ kind, row, writer, startedMs: startMs, stampMs }: Transaction, config: Config): Stamp {
  const lagMs = row === null ? 0 : calendarMs(startMs, config) - stampMs;
  const untouched = kind === 'update' && lagMs > (writer === 2 ? config.skewS * 1000 : 0) + 1000;
  return { startMs, untouched, stampMs: untouched ? startMs : startMs - lagMs };
}

/** Of the order with the handle, where the learner has put its commit; of others nothing is known ahead. */
function plannedCommitMs({ id, startedMs }: Transaction, config: Config): number {
  const isHeld = id === HELD_ORDER && (config.work === 'one-order' || config.work === 'five-orders');
  return isHeld ? Math.max(startedMs, firstSyncMs(config) + config.commitS * 1000) : startedMs;
}

/** Whether that sync brought it into the warehouse, or took away what it deletes. */
export function brings({ record }: SyncLine, { version, row, kind, committedMs, stampMs }: Transaction): boolean {
  if (record === null || record.loadedMs === null || record.readMs === null || committedMs === null) return false;
  if (kind !== 'delete') return record.returned.includes(version);
  if (committedMs > record.readMs) return false;
  const { strategy, fromMs, upToMs } = record;
  if (row === null) return strategy === 'full' || strategy === 'reconcile' || strategy === 'log';
  return strategy === 'full' || strategy === 'log' || (stampMs > (fromMs ?? 0) && stampMs <= (upToMs ?? 0));
}
