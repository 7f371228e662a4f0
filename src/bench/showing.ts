/** The tables as they are shown after a sync, each row with its mark. */
import { sayId } from './grading.ts';
import { judge, sourceNotes, warehouseNotes, type Note } from './judging.ts';
import type { View } from './session.ts';
import { timeOf } from './strip.ts';
import { orderColumns, type Cell, type Row } from './trace.ts';

/** More rows than this are counted. */
const MOST_SHOWN = 50;

export interface ShownTable {
  columns: readonly string[];
  rows: readonly { cells: readonly string[]; note: Note | null }[];
  more: number;
}

/** The source as the last sync found it, or as the first will. */
export function sourceTable({ trace, done, played }: View): ShownTable {
  const { orders } = trace.reads[Math.max(0, done - 1)]!;
  const notes = played && sourceNotes(played.warehouse, played.later ?? played.warehouse, orders);
  const rows = orders.map((order) => orderColumns.map((column) => order[column]));
  return table(orderColumns, rows, (_, at) => notes?.[at] ?? null, trace);
}

/** What the extract returned. */
export function deltaTable({ trace, played }: View): ShownTable | null {
  return played?.delta ? table(played.delta.columns, played.delta.rows, () => null, trace) : null;
}

/** The warehouse after the sync; in the place of a row that will never come, the gap. */
export function warehouseTable({ trace, done, played }: View): ShownTable {
  const { orders } = trace.reads[Math.max(0, done - 1)]!;
  const held = played?.warehouse ?? [];
  const later = played?.later ?? held;
  const notes = warehouseNotes(held, later, orders);
  const shown = table(orderColumns, held, (_, at) => notes[at] ?? null, trace);
  const gaps = played ? judge(later, orders).lost : [];
  const gap = (id: Cell): ShownTable['rows'][number] => ({
    cells: [sayId(id), '', '', ''],
    note: { mark: 'harm', say: 'never came' },
  });
  return { ...shown, rows: [...shown.rows, ...gaps.map(gap)] };
}

/** What the checkpoint says, name by name. */
export function checkpointCells({ trace, played }: View): readonly (readonly [string, string])[] {
  const checkpoint = played?.checkpoint ?? trace.checkpoint;
  return Object.entries(checkpoint).map(([name, value]) => [name, shown(value as Cell, trace)] as const);
}

function table(
  columns: readonly string[],
  rows: readonly Row[],
  note: (row: Row, at: number) => Note | null,
  trace: View['trace'],
): ShownTable {
  const drawn = rows.slice(0, MOST_SHOWN);
  return {
    columns,
    rows: drawn.map((row, at) => ({ cells: row.map((cell) => shown(cell, trace)), note: note(row, at) })),
    more: rows.length - drawn.length,
  };
}

/** A value as a reader sees it: of a stamp of the trace's own day only the time. */
function shown(cell: Cell, { reads }: View['trace']): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'number') return Number.isInteger(cell) ? sayId(cell) : String(cell);
  const isStamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cell);
  return isStamp && cell.slice(0, 10) === reads[0]?.now.slice(0, 10) ? timeOf(cell) : cell.slice(0, 60);
}
