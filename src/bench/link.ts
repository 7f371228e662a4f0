/** The learner's statements in an address, as the run link's text parameters `x.extract` and `x.merge`, and in a file. */
import { formatNumber } from '../engine/format-number.ts';
import { longestLink } from '../engine/run-link.ts';
import type { Part, Statements } from './statements.ts';

const parts: readonly Part[] = ['extract', 'merge'];
/** Of what a stranger wrote, so much is looked at. No link of ours is longer. */
const LONGEST_READ = longestLink;

/** The query without '?', or by how much it is too long. `around` is what of the address stands before and after it. */
export function writeLink(statements: Statements, around: number): { query: string } | { problem: string } {
  const [extract = '', merge = ''] = parts.map((part) => `x.${part}=${encoded(statements[part].trim())}`);
  const query = `${extract}&${merge}`;
  const over = around + query.length - longestLink;
  if (over <= 0) return { query };
  const longer = merge.length > extract.length ? 'the merge' : 'the extract';
  return {
    problem:
      `A link holds ${formatNumber(longestLink, '', 0)} characters, and these statements are about ${formatNumber(over, '', 0)} too long for one. ` +
      `Shorten ${longer} first (a line break or a comma’s neighbour of a sign may count as three), or save them as a file.`,
  };
}

/** What a link brings; null where it brings none. What is too long to be ours is left out. */
export function readLink(params: URLSearchParams): Partial<Statements> | null {
  const found = parts.flatMap((part) => {
    const text = params.get(`x.${part}`);
    return text === null || text.length > LONGEST_READ ? [] : [[part, text] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

/** Spaces as '+', and the signs a query may hold as they are: an address has room for half as much more SQL. */
function encoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/%(2C|3A|3B|3D|2F|3F|40)/g, (code) => decodeURIComponent(code));
}

/** Both statements as one script, each under a comment that says where it runs. */
export function script({ extract, merge }: Statements): string {
  const ended = (sql: string): string => `${sql.trim().replace(/;$/, '')};`;
  return `-- Extract: at the source\n${ended(extract)}\n\n-- Merge: in the warehouse\n${ended(merge)}\n`;
}
