/** The rows of the two tables as they are shown, each with what is to be said about it. */
import type { Mark } from '../../engine/simulation.ts';
import { calendarMs, clock, counted, stamp, thousands } from './calendar.ts';
import type { Order } from './orders.ts';
import type { Config, State } from './state.ts';
import type { Later } from './later-here.svelte.ts';
import type { Fate } from './tally.ts';

/** One row, as text. */
export interface ShownRow {
  /** Unique in its table, which an id need not be. */
  key: string;
  /** The order it is about. */
  of: number;
  /** "65,536". */
  id: string;
  cells: readonly [item: string, amount: string, modifiedAt: string];
  /** null for a row that needs none. */
  mark: Mark | null;
  /** "copied", "lost"; empty where there is nothing to say. */
  note: string;
}

/** What is drawn of a table. */
export interface ShownTable {
  /** At most twelve, in the order of the table. */
  rows: ShownRow[];
  /** What is said below them: how many there are beside these. */
  rest: string;
}

type Said = [mark: Mark | null, note: string];

/** At most this many rows of a table are drawn: those that are wrong, and the newest. */
const MOST_ROWS = 12;

const NOTES: Readonly<Record<Fate, Said>> = {
  present: ['good', 'copied'],
  coming: ['wait', 'for the next sync'],
  rejected: ['wait', 'rejected'],
  lost: ['harm', 'lost'],
  stale: ['harm', 'change lost'],
  gone: ['good', 'marked as deleted'],
  ghost: ['harm', 'marked as deleted'],
};
const BEING = { insert: 'not yet visible', update: 'being changed', delete: 'being deleted' } as const;

function shown(row: Order, { work }: Config, [mark, note]: Said): ShownRow {
  const { id, item, currency, amountCents, modifiedAtMs } = row;
  return {
    key: '',
    of: id,
    id: thousands(id),
    cells: [
      // Quotation marks make the stray spaces of an untidy name visible.
      item === item.trim() ? item : `“${item}”`,
      amountCents <= 0 ? 'missing' : `${currency === 'EUR' ? '€' : '$'}${(amountCents / 100).toFixed(2)}`,
      work === 'eight-rows' ? stamp(Math.floor(modifiedAtMs / 1000) * 1000).slice(5) : clock(modifiedAtMs),
    ],
    mark,
    note,
  };
}

/** What readers see, and below it what is still being written. */
export function sourceRows(state: State, config: Config, later: Later | null, undrawn = 0): ShownTable {
  const all = later?.fates(state, config) ?? [];
  const open = state.transactions.filter(({ committedMs }) => committedMs === null);
  const busy = new Map(open.map(({ id, kind }) => [id, kind]));
  const visible = state.source.map((row, place) => {
    const kind = busy.get(row.id);
    return shown(
      row,
      config,
      kind ? ['dark', BEING[kind]] : row.version === 0 ? [null, ''] : NOTES[all[place] ?? 'coming'],
    );
  });
  const hidden = open.flatMap(({ kind, row }) =>
    kind === 'insert' && row ? [shown(row, config, ['dark', BEING.insert])] : [],
  );
  return chosen([...visible, ...hidden], undrawn);
}

/** What the warehouse holds, and in the place of a missing row the gap. */
export function warehouseRows(state: State, config: Config, later: Later | null, undrawn = 0): ShownTable {
  const all = later?.fates(state, config) ?? [];
  const truth = new Map(state.source.map((row, place) => [row.id, { fate: all[place], version: row.version }]));
  const dead = new Set(later?.ghosts(state).map(({ id }) => id));
  const twice = new Set(later?.duplicates(state));
  const held = state.warehouse.map((row) => {
    const { fate, version } = truth.get(row.id) ?? {};
    const said: Said = dead.has(row.id)
      ? ['harm', 'ghost']
      : twice.has(row)
        ? ['harm', 'duplicate']
        : fate === 'stale'
          ? ['harm', 'out of date']
          : fate === 'coming'
            ? ['wait', 'change to come']
            : version !== undefined && version !== row.version && fate === 'present'
              ? [null, 'older version']
              : row.sync === 0
                ? [null, '']
                : ['good', arrived(row.sync, state, config)];
    return shown(row, config, said);
  });
  const here = new Set(state.warehouse.map(({ id }) => id));
  const gaps = state.source.filter((row, place) => all[place] === 'lost' && !here.has(row.id));
  const never = gaps.map((row): ShownRow => ({ ...shown(row, config, ['harm', 'never came']), cells: ['', '', ''] }));
  return chosen([...held, ...never], undrawn);
}

function arrived(sync: number, { syncs }: State, config: Config): string {
  const calendar = calendarMs(syncs[sync - 1]?.startedMs ?? 0, config);
  if (config.work === 'one-order') return sync === 1 ? 'today' : 'tomorrow';
  return config.work === 'eight-rows' ? stamp(calendar).slice(5, 10) : clock(calendar);
}

function chosen(all: readonly ShownRow[], undrawn: number): ShownTable {
  // Appending may leave the same row twice, so a row's key has its place in it.
  const keyed = all.map((row, place) => ({ ...row, key: `${row.of} ${place}` }));
  const newest = keyed.toReversed().sort((a, b) => Number(b.mark === 'harm') - Number(a.mark === 'harm'));
  const kept = newest.slice(0, MOST_ROWS);
  const more = all.length - kept.length + undrawn;
  return {
    rows: keyed.filter((row) => kept.includes(row)),
    rest: more > 0 ? `${counted(more, 'more row')}, not drawn` : all.length > 0 ? '' : 'No row yet.',
  };
}
