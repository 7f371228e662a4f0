/** Reads what Astro writes into `props` of an island: JSON in which every value is a pair, its kind and itself. */
type Written = readonly [kind: number, value?: unknown];

/** Kinds of values; a lab's settings are plain data, so there are no others in them. */
const PLAIN = 0;
const LIST = 1;

function read([kind, value]: Written): unknown {
  if (kind === LIST) return (value as readonly Written[]).map(read);
  if (kind !== PLAIN) throw new Error(`An island has a value of Astro's kind ${kind}, which a package cannot carry.`);
  return typeof value === 'object' && value !== null ? readAll(value as Readonly<Record<string, Written>>) : value;
}

function readAll(written: Readonly<Record<string, Written>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(written).map(([name, pair]) => [name, read(pair)]));
}

/** The props of an island, by their names. */
export function islandProps(text: string): Record<string, unknown> {
  return readAll(JSON.parse(text) as Readonly<Record<string, Written>>);
}
