/** Turns what a parser or a schema found into what an author needs: what is wrong, what exists, which file to edit. */
import { parse } from 'yaml';

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly input?: unknown;
}

/**
 * One line per fault, then what exists, then where to fix it. `shape` lists the keys that exist at the
 * top; deeper places are named by their path.
 */
export function explain(
  what: string,
  issues: readonly Issue[],
  shape: Readonly<Record<string, unknown>>,
  file: string,
): string {
  return [
    `${what} is not right.`,
    ...issues.flatMap((issue) => faults(issue).map((fault) => `- ${fault}`)),
    `It can have: ${Object.keys(shape).join(', ')}.`,
    `Correct it in ${file}.`,
  ].join('\n');
}

function faults({ code, path, message, keys }: Issue): string[] {
  const place = path.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part))).join(', ');
  if (code === 'unrecognized_keys') {
    return (keys ?? []).map((key) => `There is no key "${key}"${place === '' ? '' : ` in ${place}`}.`);
  }
  if (message.endsWith('received undefined')) return [`"${place}" is missing.`];
  const plain = message.replace(/^Invalid input: /, '').replace(/^(Too small|Too big|Invalid \w+): /, '');
  return [`"${place}": ${plain}.`];
}

/** The parser's own message names the line, but not the file. */
export function readYaml(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    const [fault] = (error as Error).message.split(/:?\n/);
    throw new Error(`${file} cannot be read: ${fault}.\nCorrect it in ${file}.`, { cause: error });
  }
}
