/**
 * Plain data in an attribute of a page: JSON whose quotes are written as grave accents, and the other way
 * round. In HTML each quote would take six characters.
 */

const swapped = (text: string): string => text.replace(/["`]/g, (mark) => (mark === '"' ? '`' : '"'));

/** The value as text that an attribute holds without escapes. */
export function pack(value: unknown): string {
  return swapped(JSON.stringify(value));
}

/** The value that was packed. */
export function unpack(text: string): unknown {
  return JSON.parse(swapped(text)) as unknown;
}
