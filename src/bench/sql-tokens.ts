/** SQL cut into tokens: enough to colour it, to tell statements apart and to see what each begins with. */

export type TokenKind = 'keyword' | 'value' | 'comment' | 'other';
export interface Token {
  kind: TokenKind;
  text: string;
}

// What a learner of this lesson writes; SQLite knows more. A word that is missing here is only not coloured.
const keywords = new Set(
  (
    'all and as asc between by case cast coalesce collate conflict count create cross current delete desc distinct do ' +
    'else end escape except excluded exists from full group having if in index inner insert intersect into is join ' +
    'left like limit max min natural not nothing null offset on or order outer over partition primary recursive ' +
    'replace returning right row_number select set sum then true false union unique update using values when where with'
  ).split(' '),
);

// One alternative for each kind. Every character belongs to some token, so that the parts are the whole again.
const pattern =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*'?|[:@$][A-Za-z_]\w*|\?\d*|\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(?:"(?:[^"]|"")*"?|[\s\S])/g;

/** All of the text, in order. */
export function tokens(sql: string): Token[] {
  return [...sql.matchAll(pattern)].map(([text, comment, value, word]) => {
    if (comment !== undefined) return { kind: 'comment', text };
    if (value !== undefined) return { kind: 'value', text };
    return { kind: word !== undefined && keywords.has(word.toLowerCase()) ? 'keyword' : 'other', text };
  });
}

/** One statement, and its words and signs without white space and comments. */
export interface Statement {
  sql: string;
  words: readonly string[];
}

/** The statements between the semicolons; what is empty or only a comment is none. */
export function statements(sql: string): Statement[] {
  const all: Token[][] = [[]];
  for (const token of tokens(sql)) {
    all.at(-1)!.push(token);
    if (token.text === ';') all.push([]);
  }
  return all
    .map((part) => ({
      sql: part.map(({ text }) => text).join(''),
      words: part
        .filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '' && text !== ';')
        .map(({ text }) => text),
    }))
    .filter(({ words }) => words.length > 0);
}
