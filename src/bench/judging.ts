/** The warehouse against the truth, which is the source as the last sync found it. */
import type { Mark } from '../engine/simulation.ts';
import { orderColumns, type Cell, type OrderRow, type Row } from './trace.ts';

/** Ids by what is wrong with them for good. */
export interface Faults {
  /** At the source, and not in the warehouse. */
  lost: readonly Cell[];
  /** In the warehouse more than once. */
  duplicated: readonly Cell[];
  /** In the warehouse, though not as the source has it. */
  stale: readonly Cell[];
  /** In the warehouse, and no longer (or never) at the source. */
  ghosts: readonly Cell[];
}
export const kinds = ['lost', 'duplicated', 'stale', 'ghosts'] as const satisfies readonly (keyof Faults)[];

/** What one row is shown with. */
export interface Note {
  mark: Mark;
  say: string;
}

export function judge(warehouse: readonly Row[], truth: readonly OrderRow[]): Faults {
  const held = byId(warehouse);
  const known = new Set<Cell>(truth.map(({ id }) => id));
  const ids = (isWrong: (rows: readonly Row[], row: OrderRow) => boolean): Cell[] =>
    truth.filter((row) => isWrong(held.get(row.id) ?? [], row)).map(({ id }) => id);
  return {
    lost: ids((rows) => rows.length === 0),
    duplicated: [...held].filter(([, rows]) => rows.length > 1).map(([id]) => id),
    stale: ids((rows, row) => rows.length > 0 && !rows.some((each) => isSame(each, row))),
    ghosts: [...held.keys()].filter((id) => !known.has(id)),
  };
}

export function isRight(faults: Faults): boolean {
  return kinds.every((kind) => faults[kind].length === 0);
}

/** What to say of each row of the source. `later` is the warehouse after one more sync: what is right there is on its way. */
export function sourceNotes(now: readonly Row[], later: readonly Row[], truth: readonly OrderRow[]): Note[] {
  const [today, tomorrow] = [judge(now, truth), judge(later, truth)];
  return truth.map(({ id }) => {
    if (tomorrow.lost.includes(id)) return { mark: 'harm', say: 'lost' };
    if (tomorrow.stale.includes(id)) return { mark: 'harm', say: 'newer than the copy' };
    if (today.lost.includes(id) || today.stale.includes(id)) return { mark: 'wait', say: 'for the next sync' };
    return { mark: 'good', say: 'copied' };
  });
}

/** What to say of each row of the warehouse. */
export function warehouseNotes(now: readonly Row[], later: readonly Row[], truth: readonly OrderRow[]): Note[] {
  const [today, tomorrow] = [judge(now, truth), judge(later, truth)];
  const rows = new Map(truth.map((row) => [row.id as Cell, row]));
  return now.map((row) => {
    const id = row[0]!;
    const at = (faults: Faults): string | null => {
      if (faults.ghosts.includes(id)) return 'ghost';
      const held = rows.get(id);
      if (held && !isSame(row, held)) return 'out of date';
      return faults.duplicated.includes(id) ? 'twice' : null;
    };
    const wrong = at(today);
    if (wrong === null) return { mark: 'good', say: 'right' };
    const stays = kinds.some((kind) => tomorrow[kind].includes(id));
    return stays ? { mark: 'harm', say: wrong } : { mark: 'wait', say: `${wrong}, until the next sync` };
  });
}

function byId(rows: readonly Row[]): Map<Cell, Row[]> {
  const held = new Map<Cell, Row[]>();
  for (const row of rows) held.set(row[0]!, [...(held.get(row[0]!) ?? []), row]);
  return held;
}

function isSame(row: Row, truth: OrderRow): boolean {
  return orderColumns.every((column, at) => row[at] === truth[column]);
}
