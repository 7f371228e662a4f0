/**
 * What an LMS keeps between two sessions, as text of at most 4,096 plain characters, so as many bytes:
 *
 *   [1, [[kind, id, value] …], [lab …], run]
 *
 * 1 is the format. Then the learner's records (src/learner/records.ts) by the first letter of their kind, without day
 * and lesson; the labs that were run; and the link of the run they left, or null. Room is given in this order, and a
 * part for which there is none left is left out.
 */

/** By the standard; some players take more, and then lose it. */
export const MOST_BYTES = 4096;

const FORMAT = 1;
const kinds = ['prediction', 'answer', 'challenge'] as const;
export type SuspendedKind = (typeof kinds)[number];

export interface SuspendedRecord {
  kind: SuspendedKind;
  id: string;
  value: unknown;
}

export interface Suspended {
  records: readonly SuspendedRecord[];
  /** Ids of labs that were run. */
  ran: readonly string[];
  /** The query of a run link. */
  run: string | null;
}

type Written = [format: number, records: unknown[], ran: string[], run: string | null];

/** JSON whose every character is one byte. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text, and how many of its parts did not fit into it. */
export function writeSuspended({ records, ran, run }: Suspended): { text: string; dropped: number } {
  const written: Written = [FORMAT, [], [], null];
  let length = plainJson(written).length;
  let dropped = 0;
  const fit = (list: unknown[], part: unknown): void => {
    const more = plainJson(part).length + (list.length > 0 ? 1 : 0);
    if (length + more > MOST_BYTES) dropped += 1;
    else {
      list.push(part);
      length += more;
    }
  };
  for (const { kind, id, value } of records) fit(written[1], [kind[0], id, value]);
  for (const lab of ran) fit(written[2], lab);
  if (run !== null) {
    // In place of the null.
    if (length + plainJson(run).length - 4 > MOST_BYTES) dropped += 1;
    else written[3] = run;
  }
  return { text: plainJson(written), dropped };
}

/** null where the text is none of ours: damaged, or of somebody else. */
export function readSuspended(text: string): Suspended | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length !== 4) return null;
  const [format, records, ran, run] = read as unknown[];
  if (format !== FORMAT || !Array.isArray(records) || !Array.isArray(ran)) return null;
  if (!ran.every((lab) => typeof lab === 'string') || !(run === null || typeof run === 'string')) return null;
  const found = records.map(readRecord);
  return found.every((record) => record !== null) ? { records: found, ran, run } : null;
}

function readRecord(written: unknown): SuspendedRecord | null {
  if (!Array.isArray(written) || written.length !== 3) return null;
  const [letter, id, value] = written as unknown[];
  const kind = kinds.find((each) => each[0] === letter);
  return kind && typeof id === 'string' ? { kind, id, value } : null;
}
