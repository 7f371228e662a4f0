/** The numbers beside the picture, derived from the state. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import { calendarMs } from './calendar.ts';
import { UNDRAWN_ROWS } from './orders.ts';
import { HELD_ORDER, type Config, type State } from './state.ts';
import { overlooked } from './overlooked.ts';
import { duplicates, fates, ghosts } from './tally.ts';
import { fullSeconds, incrementalSeconds } from './theory.ts';

/** A row on the wire, and an id, in bytes: round figures, for comparing strategies. */
const ROW_BYTES = 200;
const ID_BYTES = 8;

/** As declared in `measures`. */
export type MeasureName =
  | 'sourceRows'
  | 'warehouseRows'
  | 'lost'
  | 'stale'
  | 'duplicates'
  | 'ghosts'
  | 'lostShare'
  | 'overlooked'
  | 'arrivedWithSync'
  | 'syncs'
  | 'crashes'
  | 'rowsRead'
  | 'rowsReadInAll'
  | 'resent'
  | 'resentShare'
  | 'logReads'
  | 'megabytesMoved'
  | 'freshnessS'
  | 'stalestS'
  | 'syncSeconds';

const count = (label: string, better: MeasureInfo['better']): MeasureInfo => ({ label, unit: '', decimals: 0, better });

/** What can be read beside the picture, asked for in claims and drawn as charts. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  sourceRows: count('Rows visible in the source', null),
  warehouseRows: count('Rows in the warehouse', null),
  lost: count('Lost rows', 'less'),
  stale: count('Rows out of date for good', 'less'),
  duplicates: count('Duplicate rows', 'less'),
  ghosts: count('Ghost rows', 'less'),
  lostShare: { label: 'Share of rows lost', unit: 'share', decimals: 1, better: 'less' },
  overlooked: count('Visible at the last sync, not in the warehouse', 'less'),
  arrivedWithSync: count('Sync that brought order 42 (0: none)', null),
  syncs: count('Syncs', null),
  crashes: count('Crashes', null),
  rowsRead: count('Rows the last query returned', 'less'),
  rowsReadInAll: count('Rows all queries returned', 'less'),
  resent: count('Rows returned again', 'less'),
  resentShare: { label: 'Rows returned again, to each new one', unit: 'share', decimals: 1, better: 'less' },
  logReads: count('Syncs that read the log', null),
  megabytesMoved: { label: 'Moved by all queries', unit: 'MB', decimals: 1, better: 'less' },
  freshnessS: { label: 'The warehouse is behind by', unit: 's', decimals: 0, better: 'less' },
  stalestS: { label: 'The warehouse was behind by at most', unit: 's', decimals: 0, better: 'less' },
  syncSeconds: { label: 'Such a sync takes', unit: 's', decimals: 0, better: 'less' },
};

/**
 * `freshnessS` is how long ago the moment is up to which the last loaded sync asked: its own start, or
 * the margin before it. Everything stamped earlier it has asked for; what it has lost it does not know.
 * `resent` and what is counted against the truth are counted among the rows that are drawn.
 */
export function measure(state: State, config: Config, nowMs: number): Measures<MeasureName> {
  const undrawn = config.work === 'eight-rows' ? UNDRAWN_ROWS : 0;
  const { books, syncs } = state;
  const judged = books.loadedReadMs !== null;
  const all = fates(state, config);
  const lost = all.filter((fate) => fate === 'lost').length;
  const stale = all.filter((fate) => fate === 'stale').length;
  const alive = state.source.filter(({ deleted }) => !deleted);
  const due = alive.filter(({ modifiedAtMs }) => modifiedAtMs <= state.checkpoint.clockMs).length;
  const held = config.work === 'one-order' || config.work === 'five-orders';
  const behindMs = books.loadedUpToMs === null ? null : calendarMs(nowMs, config) - books.loadedUpToMs;
  const brought = books.drawn - books.resent;
  return {
    sourceRows: alive.length + undrawn,
    warehouseRows: state.warehouse.length + undrawn,
    lost: judged ? lost : null,
    stale: judged ? stale : null,
    duplicates: judged ? duplicates(state).length : null,
    ghosts: judged ? ghosts(state).length : null,
    lostShare: judged && due > 0 ? (lost + stale) / due : null,
    overlooked: judged ? overlooked(state).length : null,
    arrivedWithSync: held && judged ? (state.warehouse.find(({ id }) => id === HELD_ORDER)?.sync ?? 0) : null,
    syncs: syncs.length,
    crashes: books.crashes,
    rowsRead: books.lastRows,
    rowsReadInAll: books.rows,
    resent: books.lastRows === null ? null : books.resent,
    resentShare: brought > 0 ? books.resent / brought : null,
    logReads: books.logReads,
    megabytesMoved: (books.rows * ROW_BYTES + books.keys * ID_BYTES) / 1e6,
    freshnessS: behindMs === null ? null : behindMs / 1000,
    stalestS: behindMs === null ? null : Math.max(behindMs, books.stalestMs) / 1000,
    syncSeconds: undrawn === 0 ? null : secondsOf(state, config),
  };
}

/** What the last query would take. Only the table of ten million is one whose cost the brief tells. An id costs what its bytes are of a row's. */
function secondsOf(state: State, { mergeFactor }: Config): number | null {
  const { lastRows } = state.books;
  const last = state.syncs.findLast(({ rows }) => rows !== null);
  if (lastRows === null || last === undefined) return null;
  if (last.strategy === 'full') return fullSeconds(lastRows);
  const ids = last.strategy === 'reconcile' ? state.source.length + UNDRAWN_ROWS : 0;
  return incrementalSeconds(lastRows, mergeFactor) + fullSeconds((ids * ID_BYTES) / ROW_BYTES);
}
