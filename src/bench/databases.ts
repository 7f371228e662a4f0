/** The two databases of one run: the source, which may only be read, and the warehouse. */
import type { Database, Sqlite } from 'sql.js';
import {
  changeColumns,
  checkpointColumns,
  orderColumns,
  type Cell,
  type Checkpoint,
  type Read,
  type Row,
  type Trace,
} from './trace.ts';

/** More rows than this are refused, wherever they come from. */
export const MOST_ROWS = 1000;
/** Pages of 4 kB: room for so many orders and an index, and an end to whatever grows for ever. */
const MOST_PAGES = 64;

/** Columns have no types and no key, as the rows of many warehouses do: the same row twice is two rows. */
function create(db: Database, table: string, columns: readonly string[], rows: readonly Row[]): void {
  db.run(`CREATE TABLE ${table} (${columns.map(quoted).join(', ')})`);
  const insert = `INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`;
  for (const row of rows) db.run(insert, row);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The values of an object in the order of these columns. */
function cells<Column extends string>(columns: readonly Column[], row: Readonly<Record<Column, Cell>>): Row {
  return columns.map((column) => row[column]);
}

/** The source as one extract finds it. */
export function openSource(sqlite: Sqlite, { log }: Trace, { orders, logged }: Read): Database {
  const db = new sqlite.Database();
  create(
    db,
    'orders',
    orderColumns,
    orders.map((row) => cells(orderColumns, row)),
  );
  create(
    db,
    'changes',
    changeColumns,
    log.slice(0, logged).map((row) => cells(changeColumns, row)),
  );
  db.run('PRAGMA query_only = ON');
  return db;
}

/** The warehouse before the first sync. */
export function openWarehouse(sqlite: Sqlite, { warehouse, checkpoint }: Trace): Database {
  const db = new sqlite.Database();
  db.run(`PRAGMA max_page_count = ${MOST_PAGES}`);
  create(
    db,
    'orders',
    orderColumns,
    warehouse.map((row) => cells(orderColumns, row)),
  );
  create(db, 'checkpoint', checkpointColumns, [cells(checkpointColumns, checkpoint)]);
  return db;
}

/** What the merge finds beside the warehouse's own: the answer of the extract, and every id the source had. */
export function bring(
  db: Database,
  delta: { columns: readonly string[]; rows: readonly Row[] },
  { orders }: Read,
): void {
  db.run('DROP TABLE IF EXISTS temp.delta; DROP TABLE IF EXISTS temp.keys');
  create(db, 'temp.delta', delta.columns, delta.rows);
  create(
    db,
    'temp.keys',
    ['id'],
    orders.map(({ id }) => [id]),
  );
}

/** All of `orders`, in the order the rows came. */
export function readOrders(db: Database): Row[] {
  return (db.exec(`SELECT ${orderColumns.join(', ')} FROM orders ORDER BY rowid`)[0]?.values ?? []) as Cell[][];
}

/** The checkpoint as it is in the warehouse; null where a merge has emptied it. */
export function readCheckpoint(db: Database): Checkpoint | null {
  const [row] = db.exec(`SELECT ${checkpointColumns.join(', ')} FROM checkpoint`)[0]?.values ?? [];
  if (row === undefined) return null;
  return Object.fromEntries(checkpointColumns.map((column, at) => [column, row[at]])) as unknown as Checkpoint;
}

export function saveCheckpoint(db: Database, checkpoint: Checkpoint): void {
  db.run('DELETE FROM checkpoint');
  db.run(
    `INSERT INTO checkpoint VALUES (${checkpointColumns.map(() => '?').join(', ')})`,
    cells(checkpointColumns, checkpoint),
  );
}
