/** SQLite's messages in plain sentences. They are matched by their fixed words, as sqlite3.c has them. */
import { checkpointColumns, orderColumns } from './trace.ts';
import { statements } from './sql-tokens.ts';
import type { Part } from './statements.ts';

/** The tables of each place, for a reader who named another. */
const tables: Readonly<Record<Part, string>> = {
  extract:
    'The extract runs at the source, which has orders and changes. What the warehouse knows comes as :last_sync and its like.',
  merge:
    'The merge runs in the warehouse, which has orders, checkpoint, delta (what your extract returned) and keys (every id the source had then).',
};

type Explain = (found: readonly string[], part: Part, sql: string) => string;
const rules: readonly [RegExp, Explain][] = [
  [
    /near "do": syntax error/i,
    () =>
      'After INSERT … SELECT, write WHERE true before ON CONFLICT. Without it SQLite takes that ON for the ON of a join.',
  ],
  [
    /near "(.+)": syntax error/,
    ([, near]) =>
      `SQLite understood everything up to “${near}”. Look there and just before: a missing comma, a misspelled word, a word too many.`,
  ],
  [
    /incomplete input/,
    () => 'The statement ends before it is complete. Is a bracket still open, or the last part missing?',
  ],
  [
    /unrecognized token: "'/,
    () => "A text begins with a quotation mark and never ends. Texts stand between two of them: '2024-01-02'.",
  ],
  [/unrecognized token: "(.+)"/, ([, token]) => `“${token}” means nothing in SQL.`],
  [
    /no such column: (.+)/,
    ([, name]) =>
      `No table named in this statement has a column ${name}. Orders have ${orderColumns.join(', ')}; the checkpoint has ${checkpointColumns.join(', ')}, and with a colon before them they can be used anywhere.`,
  ],
  [/no such table: (.+)/, ([, name], part) => `There is no table ${name} here. ${tables[part]}`],
  [/no such function: now/i, () => 'SQLite has no now(). The source’s clock at the start of this sync is :now.'],
  [
    /no such function: (.+)/,
    ([, name]) => `SQLite has no function ${name}(). For times there are datetime(), strftime() and julianday().`,
  ],
  [/wrong number of arguments to function (\w+)/, ([, name]) => `${name}() takes another number of arguments.`],
  [
    /ambiguous column name: (.+)/,
    ([, name]) => `Two tables of this statement have a column ${name}. Write the table’s name and a dot before it.`,
  ],
  [
    /table (\w+) has (\d+) columns but (\d+) values were supplied/,
    ([, table, has, given]) =>
      `Each row of ${table} has ${has} columns, and you give it ${given}. Name the columns you want instead of *.`,
  ],
  [/table (\w+) has no column named (.+)/, ([, table, name]) => `${table} has no column ${name}.`],
  [
    /UNIQUE constraint failed: (.+)/,
    (_, __, sql) =>
      /create\s+unique/i.test(sql)
        ? 'orders already holds two rows with one id, so the index cannot be made. Start again, or delete the rows first.'
        : 'A row with this id is there already, and your unique index allows one. Update it instead: ON CONFLICT (id) DO UPDATE, or delete it first.',
  ],
  [
    /ON CONFLICT clause does not match/,
    () =>
      'ON CONFLICT needs a rule that can be broken, and this warehouse has no key, as many have none. Put CREATE UNIQUE INDEX IF NOT EXISTS one_per_id ON orders (id); before it, or delete the old rows and insert the new.',
  ],
  [
    /attempt to write a readonly database/,
    () =>
      'The extract only reads. At the source a pipeline may look and not touch; what writes belongs into the merge.',
  ],
  [
    /database or disk is full/,
    () =>
      'The warehouse is full: the bench gives it room for about 1,000 rows. A query that finds its own output can go on for ever.',
  ],
  [
    /string or blob too big|out of memory/,
    () => 'One value grew too large. The bench is for orders of a few characters.',
  ],
  [
    /misuse of aggregate/,
    () => 'count(), max() and their like look at many rows, so they cannot stand in WHERE. Use a subquery or HAVING.',
  ],
  [
    /sub-select returns (\d+) columns/,
    ([, columns]) => `A subquery in this place must return one column, and this one returns ${columns}.`,
  ],
  [
    /do not have the same number of result columns/,
    () => 'Both sides of a UNION must have the same number of columns.',
  ],
  [/datatype mismatch/, () => 'A value has the wrong type for its column.'],
  [/may not be modified|may not be indexed/, () => 'This table belongs to SQLite itself and is left alone.'],
];

/** A sentence for a learner. `sql` is the statement that failed. */
export function explain(message: string, part: Part, sql: string): string {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(message);
    if (found) return say(found, part, sql);
  }
  const [first] = statements(sql);
  return `SQLite could not run the statement that begins with ${first?.words[0]?.toUpperCase() ?? 'it'}. Its own words say why.`;
}
