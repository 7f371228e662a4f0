/** The learner's two statements: which ones a bench opens with, and which it will not run. */
import { statements, type Statement } from './sql-tokens.ts';

export interface Statements {
  extract: string;
  merge: string;
}
export type Part = keyof Statements;

/** What most people write first. It passes the plain trace and no other. */
export const naive: Statements = {
  extract: 'SELECT * FROM orders\nWHERE modified_at > :last_sync',
  merge: 'INSERT INTO orders\nSELECT * FROM delta',
};

/** What a statement may name with a colon. */
export const parameters = ['now', 'last_sync', 'last_seen', 'last_seen_id', 'last_id', 'last_position'] as const;

const begins: Readonly<Record<Part, readonly string[]>> = {
  extract: ['select', 'with', 'values'],
  merge: ['insert', 'update', 'delete', 'replace', 'with', 'select'],
};
const endsTransaction = ['begin', 'commit', 'end', 'rollback', 'savepoint', 'release'];

/** The statements of one box, or why none of them is run. */
export function readStatements(part: Part, sql: string): { all: Statement[] } | { refusal: string } {
  const all = statements(sql);
  if (all.length === 0)
    return {
      refusal: part === 'extract' ? 'There is no query in the extract.' : 'There is no statement in the merge.',
    };
  if (part === 'extract' && all.length > 1)
    return { refusal: `The extract is one query, and here are ${all.length}. What writes belongs into the merge.` };
  for (const { words } of all) {
    const refusal = refuse(part, words) ?? unknownParameter(words);
    if (refusal !== null) return { refusal };
  }
  return { all };
}

function refuse(part: Part, words: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = words.map((word) => word.toLowerCase());
  if (begins[part].includes(first)) return null;
  if (part === 'merge' && first === 'create' && second === 'unique' && third === 'index') return null;
  const shown = first.toUpperCase();
  if (part === 'extract' && begins.merge.includes(first))
    return `The extract only reads; ${shown} writes. At the source a pipeline may look and not touch.`;
  if (part === 'merge' && endsTransaction.includes(first))
    return `${shown} is not needed: the bench runs the whole merge in one transaction, and takes it back when it fails.`;
  if (['drop', 'alter', 'create', 'attach', 'detach', 'pragma', 'vacuum', 'reindex', 'analyze'].includes(first))
    return `The ${part} asks for ${shown}, which is not run here: it would change the tables themselves or the database. ${
      part === 'extract'
        ? 'An extract is one query, with SELECT or WITH.'
        : 'A merge may use INSERT, UPDATE, DELETE, REPLACE and CREATE UNIQUE INDEX.'
    }`;
  if (!/^[a-z]+$/.test(first)) return null;
  return part === 'extract'
    ? `An extract begins with SELECT or WITH, not with ${shown}.`
    : `A merge begins with INSERT, UPDATE, DELETE, REPLACE or WITH, not with ${shown}.`;
}

/** SQLite takes a parameter it is not given for NULL, and the query would find nothing without a word. */
function unknownParameter(words: readonly string[]): string | null {
  const known: readonly string[] = parameters.map((name) => `:${name}`);
  const wrong = words.find((word) => /^[:@$?]/.test(word) && !known.includes(word));
  return wrong === undefined ? null : `There is no ${wrong} here. There are: ${known.join(', ')}.`;
}
