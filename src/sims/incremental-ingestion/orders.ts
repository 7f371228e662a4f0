/** The rows of the two tables, and what the transform step does to them. */

export interface Order {
  id: number;
  item: string;
  /** 0 means that the amount is missing. */
  amountCents: number;
  currency: 'USD' | 'EUR';
  /** Calendar time; stamped when the transaction starts, as PostgreSQL's now() does. */
  modifiedAtMs: number;
  /** The transaction that wrote it; 0 for a row that was there before the run. */
  version: number;
}

/** A row of the warehouse, and the sync that brought this version: 0 for the first load, before the run. */
export interface Loaded extends Order {
  sync: number;
}

export const ITEMS = ['laptop', 'shoes', 'kettle', 'lamp', 'desk', 'mug', 'chair', 'headphones'] as const;

/** What the learner may insert: a tidy row, one that needs work, one that must not pass. */
export type Shape = 'tidy' | 'untidy' | 'bad';

/** A new row in one of three shapes. */
export function newOrder(id: number, item: string, shape: Shape, modifiedAtMs: number, version: number): Order {
  const order: Order = { id, item, amountCents: 12_000, currency: 'USD', modifiedAtMs, version };
  if (shape === 'untidy') return { ...order, item: `  ${item} `, currency: 'EUR' };
  return shape === 'bad' ? { ...order, amountCents: 0 } : order;
}

/** US cents for a hundred euro cents. One fixed rate; a real pipeline looks up the day's. */
const CENTS_PER_EURO = 110;

export interface Transformed {
  clean: readonly Order[];
  rejected: readonly Order[];
  trimmed: number;
  converted: number;
}

/** Clean data, business rules, one format: names trimmed, prices in dollars, rows without an amount kept out. */
export function transform(rows: readonly Order[]): Transformed {
  const rejected = rows.filter((row) => row.amountCents <= 0);
  const accepted = rows.filter((row) => row.amountCents > 0);
  return {
    rejected,
    trimmed: accepted.filter((row) => row.item !== row.item.trim()).length,
    converted: accepted.filter((row) => row.currency === 'EUR').length,
    clean: accepted.map((row) => ({
      ...row,
      item: row.item.trim(),
      amountCents: row.currency === 'EUR' ? Math.round((row.amountCents * CENTS_PER_EURO) / 100) : row.amountCents,
      currency: 'USD',
    })),
  };
}

/**
 * SELECT * FROM orders WHERE modified_at > watermark. The whole of incremental extraction: `rows` are
 * those a reader can see, and what does not exist cannot be in the answer.
 */
export function extract<Row extends { modifiedAtMs: number }>(rows: readonly Row[], watermarkMs: number): Row[] {
  return rows.filter((row) => row.modifiedAtMs > watermarkMs);
}

/** The drawn rows of a table of ten million; ids only need to be unique, so the drawn ones are far apart. */
export const DRAWN: readonly Omit<Order, 'modifiedAtMs'>[] = [
  { id: 17, item: 'shoes', amountCents: 8_000, currency: 'USD', version: 0 },
  { id: 42, item: 'laptop', amountCents: 90_000, currency: 'USD', version: 0 },
  { id: 108, item: 'kettle', amountCents: 3_500, currency: 'USD', version: 0 },
  { id: 256, item: 'lamp', amountCents: 4_200, currency: 'USD', version: 0 },
  { id: 1024, item: 'desk', amountCents: 24_000, currency: 'USD', version: 0 },
  { id: 4711, item: 'mug', amountCents: 900, currency: 'USD', version: 0 },
  { id: 65_536, item: 'chair', amountCents: 11_000, currency: 'USD', version: 0 },
  { id: 700_123, item: 'headphones', amountCents: 15_000, currency: 'USD', version: 0 },
];
/** Rows of the table that are counted and not drawn; none of them is lost, deleted or rejected. */
export const UNDRAWN_ROWS = 9_999_992;
/** Of those, how many change in a day. With the three changes of the scenario that makes 5,000. */
export const UNDRAWN_CHANGES = 4_997;
