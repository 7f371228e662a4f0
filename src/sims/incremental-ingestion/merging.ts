/** How a reading gets into the warehouse: merged by id, or appended. */
import type { Keyed, Reading } from './strategies.ts';

/** How it gets there; both are settings. */
export interface Load {
  /** INSERT … ON CONFLICT (id) DO UPDATE, or INSERT alone. */
  load: 'merge' | 'append';
  /** … WHERE excluded.modified_at >= orders.modified_at: an older row does not replace a newer one. Only a merge can look. */
  newestWins: boolean;
}

/** The warehouse after a load, and what the load did. */
export interface Merged<Row> {
  warehouse: readonly Row[];
  /** Rows of an id that was not there; of an append, all that came. */
  inserted: number;
  /** Rows that took the place of another version. */
  updated: number;
  /** Rows that were there already, in the same version. */
  resent: number;
  /** Rows turned away because a newer one was there. */
  outdated: number;
  /** Ids taken out. */
  deleted: number;
}

type Written<Row extends Keyed> = Pick<Reading<Row>, 'rows' | 'keys' | 'deleted' | 'replaces'>;

/** Pure: the same reading merged twice is the same as merged once; appended twice it is there twice. */
export function merge<Row extends Keyed>(warehouse: readonly Row[], reading: Written<Row>, how: Load): Merged<Row> {
  return how.load === 'append' ? append(warehouse, reading.rows) : mergeById(warehouse, reading, how.newestWins);
}

/** Only adds: it finds no conflict, and has nothing to delete with. */
function append<Row extends Keyed>(warehouse: readonly Row[], rows: readonly Row[]): Merged<Row> {
  const held = new Set(warehouse.map(nameOf));
  const resent = rows.filter((row) => held.has(nameOf(row))).length;
  return {
    warehouse: [...warehouse, ...rows],
    inserted: rows.length,
    updated: 0,
    resent,
    outdated: 0,
    deleted: 0,
  };
}

/** Touches only the ids that come. Where appending has left several rows of one, they become one. */
function mergeById<Row extends Keyed>(
  warehouse: readonly Row[],
  { rows, keys, deleted, replaces }: Written<Row>,
  newestWins: boolean,
): Merged<Row> {
  const held = new Map(warehouse.map((row) => [row.id, row]));
  const written = new Map<number, Row>();
  const told = { inserted: 0, updated: 0, resent: 0, outdated: 0 };
  for (const row of rows) {
    const act = actOn(row, written.get(row.id) ?? held.get(row.id), newestWins && !replaces);
    told[act] += 1;
    if (act === 'inserted' || act === 'updated') written.set(row.id, row);
  }
  // In the place of the old row, and new ones at the end.
  const after = new Map<number, Row[]>();
  for (const row of warehouse) after.set(row.id, [...(after.get(row.id) ?? []), row]);
  for (const [id, row] of written) after.set(id, [row]);
  const gone = new Set(deleted);
  const present = keys && new Set(keys);
  const leaving = [...after.keys()].filter((id) => gone.has(id) || (present !== null && !present.has(id)));
  for (const id of leaving) after.delete(id);
  return { warehouse: [...after.values()].flat(), ...told, deleted: leaving.length };
}

function actOn(row: Keyed, before: Keyed | undefined, newestWins: boolean) {
  if (before === undefined) return 'inserted';
  if (before.version === row.version) return 'resent';
  return newestWins && row.modifiedAtMs < before.modifiedAtMs ? 'outdated' : 'updated';
}

function nameOf({ id, version }: Keyed): string {
  return `${id} ${version}`;
}
