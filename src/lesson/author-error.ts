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
    ...issues.flatMap((issue) => faults(issue, shape).map((fault) => `- ${fault}`)),
    `It can have: ${Object.keys(shape).join(', ')}.`,
    `Correct it in ${file}.`,
  ].join('\n');
}

function faults({ code, path, message, keys }: Issue, shape: Readonly<Record<string, unknown>>): string[] {
  const place = path.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part))).join(', ');
  if (code === 'unrecognized_keys') {
    const within = place === '' ? '' : ` in ${place}, which can have: ${keysAt(shape, path).join(', ')}`;
    return (keys ?? []).map((key) => `There is no key "${key}"${within}.`);
  }
  if (message.endsWith('received undefined')) return [`"${place}" is missing.`];
  const plain = message.replace(/^Invalid input: /, '').replace(/^(Too small|Too big|Invalid \w+): /, '');
  return [`"${place}": ${plain}.`];
}

/** The keys that exist at a place below the top, read from the schemas themselves. */
function keysAt(shape: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): string[] {
  type Schema = { shape?: Readonly<Record<PropertyKey, unknown>>; element?: unknown };
  const found = path.reduce<unknown>(
    (schema, part) => {
      const here = schema as Schema | undefined;
      return typeof part === 'number' ? here?.element : here?.shape?.[part];
    },
    { shape },
  );
  return Object.keys((found as Schema | undefined)?.shape ?? {});
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
