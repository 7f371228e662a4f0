/** The rows of the two tables as they are shown, each with what is to be said about it. */
import type { Mark } from '../../engine/simulation.ts';
import { calendarMs, clock, stamp, thousands } from './calendar.ts';
import { syncMoments } from './geometry.ts';
import type { Config, State } from './state.ts';
import type { Order } from './orders.ts';
import { fates, ghosts, type Fate } from './tally.ts';

export interface ShownRow {
  key: string;
  id: string;
  item: string;
  amount: string;
  modifiedAt: string;
  mark: Mark | null;
  note: string;
}

/** At most this many rows of a table are drawn, the newest. */
const MOST_ROWS = 12;

const NOTES: Readonly<Record<Fate, { mark: Mark; note: string }>> = {
  present: { mark: 'good', note: 'copied' },
  coming: { mark: 'wait', note: 'for the next sync' },
  rejected: { mark: 'wait', note: 'rejected' },
  lost: { mark: 'harm', note: 'lost' },
};
const BEING = { insert: 'not yet visible', update: 'being changed', delete: 'being deleted' } as const;

function shown(row: Order, config: Config, mark: Mark | null, note: string): ShownRow {
  const tidy = row.item === row.item.trim();
  return {
    key: `${row.id}`,
    id: thousands(row.id),
    // Quotation marks make the stray spaces of an untidy name visible.
    item: tidy ? row.item : `“${row.item}”`,
    amount:
      row.amountCents <= 0 ? 'missing' : `${row.currency === 'EUR' ? '€' : '$'}${(row.amountCents / 100).toFixed(2)}`,
    modifiedAt:
      config.work === 'eight-rows'
        ? stamp(Math.floor(row.modifiedAtMs / 1000) * 1000).slice(5)
        : clock(row.modifiedAtMs),
    mark,
    note,
  };
}

/** What readers see, and below it what is still being written. */
export function sourceRows(state: State, config: Config): { rows: ShownRow[]; more: number } {
  const all = fates(state, config);
  const open = state.transactions.filter(({ committedMs }) => committedMs === null);
  const busy = new Map(open.map(({ id, kind }) => [id, kind]));
  const visible = state.source.map((row, place) => {
    const kind = busy.get(row.id);
    const fate = NOTES[all[place] ?? 'coming'];
    return kind
      ? shown(row, config, 'dark', BEING[kind])
      : shown(row, config, row.version === 0 ? null : fate.mark, row.version === 0 ? '' : fate.note);
  });
  const hidden = open.flatMap(({ kind, row }) =>
    kind === 'insert' && row ? [shown(row, config, 'dark', BEING.insert)] : [],
  );
  return newest([...visible, ...hidden]);
}

/** What the warehouse holds, and in the place of a missing row the gap. */
export function warehouseRows(state: State, config: Config): { rows: ShownRow[]; more: number } {
  const dead = new Set(ghosts(state).map(({ id }) => id));
  const all = fates(state, config);
  const truth = new Map(state.source.map((row, place) => [row.id, all[place]]));
  const held = state.warehouse.map((row) => {
    if (dead.has(row.id)) return shown(row, config, 'harm', 'ghost');
    if (truth.get(row.id) === 'lost') return shown(row, config, 'harm', 'out of date');
    return shown(row, config, row.sync === 0 ? null : 'good', arrived(row.sync, config));
  });
  const here = new Set(state.warehouse.map(({ id }) => id));
  const gaps = state.source.filter((row, place) => all[place] === 'lost' && !here.has(row.id));
  return newest([
    ...held,
    ...gaps.map((row) => ({ ...shown(row, config, 'harm', 'never came'), item: '', amount: '', modifiedAt: '' })),
  ]);
}

function arrived(sync: number, config: Config): string {
  if (sync === 0) return '';
  const calendar = calendarMs(syncMoments(config)[sync - 1] ?? 0, config);
  if (config.work === 'one-order') return sync === 1 ? 'today' : 'tomorrow';
  return config.work === 'eight-rows' ? stamp(calendar).slice(5, 10) : clock(calendar);
}

function newest(rows: ShownRow[]): { rows: ShownRow[]; more: number } {
  const drawn = rows.slice(-MOST_ROWS);
  return { rows: drawn, more: rows.length - drawn.length };
}
