/** The rows of the two tables, and what the transform step does to them. */
import type { Keyed } from './strategies.ts';

/** `modifiedAtMs` is stamped when the transaction starts, as PostgreSQL's now() does; version 0 was there before the run. */
export interface Order extends Keyed {
  item: string;
  /** 0 means that the amount is missing. */
  amountCents: number;
  currency: 'USD' | 'EUR';
  /** The column that a schema change adds; null in a row that was written without it. */
  channel: 'web' | null;
}

/** A row of the warehouse, and the sync that brought this version: 0 for the first load, before the run. */
export interface Loaded extends Order {
  sync: number;
}

/** What is ordered; the first is what order 42 is for. */
export const ITEMS = ['laptop', 'shoes', 'kettle', 'lamp', 'desk', 'mug', 'chair', 'headphones'] as const;

/** What the learner may insert: a tidy row, one that needs work, one that must not pass. */
export type Shape = 'tidy' | 'untidy' | 'bad';

/** A new row in one of three shapes; its transaction will stamp it. */
export function newOrder(id: number, item: string, shape: Shape = 'tidy'): Order {
  const order: Order = {
    id,
    item,
    amountCents: 12_000,
    currency: 'USD',
    modifiedAtMs: 0,
    version: 0,
    deleted: false,
    channel: null,
  };
  if (shape === 'untidy') return { ...order, item: `  ${item} `, currency: 'EUR' };
  return shape === 'bad' ? { ...order, amountCents: 0 } : order;
}

/** US cents for a hundred euro cents. One fixed rate; a real pipeline looks up the day's. */
const CENTS_PER_EURO = 110;

/** What came through, what did not, and how much had to be done. */
export interface Transformed {
  clean: readonly Order[];
  /** Without an amount. */
  rejected: readonly Order[];
  /** Of the clean rows: how many names were trimmed, and how many prices were in euros. */
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

const drawn = (id: number, item: string, amountCents: number): Order => ({ ...newOrder(id, item), amountCents });

/** The drawn rows of a table of ten million; ids only need to be unique, so the drawn ones are far apart. */
export const DRAWN: readonly Order[] = [
  drawn(17, 'shoes', 8_000),
  drawn(42, 'laptop', 90_000),
  drawn(108, 'kettle', 3_500),
  drawn(256, 'lamp', 4_200),
  drawn(1024, 'desk', 24_000),
  drawn(4711, 'mug', 900),
  drawn(65_536, 'chair', 11_000),
  drawn(700_123, 'headphones', 15_000),
];
/** Rows of the table that are counted and not drawn; none of them is lost, deleted, rejected or loaded twice. */
export const UNDRAWN_ROWS = 9_999_992;
/** Of those, how many change in a day. With the three changes of the scenario that makes 5,000. */
export const UNDRAWN_CHANGES = 4_997;
