/** What every lesson declares at its head. Strict: a misspelled key fails the build and says what exists. */
import { z } from 'astro/zod';
import { explain } from './author-error.ts';

const sentence = z.string().trim().min(1);
/** `start`, `end`, a moment such as `12.5ms`, or `cue <cue id>`. */
const moment = z.string().regex(/^(start|end|\d+(\.\d+)? ?ms|cue \S+)$/, {
  error: 'must be start, end, a moment such as 120ms, or cue and the name of a cue',
});
const folder = z.string().regex(/^[a-z0-9-]+$/);
const someFolders = { error: 'must be the name of a folder in src/sims, or a list of different ones' };
const areDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length;
/** Where a number is from: measured in the world, computed by the model, or chosen because nothing better is known. */
const origin = z.union(
  [
    z.strictObject({ measured: sentence }),
    z.strictObject({ modelled: sentence }),
    z.strictObject({ allowance: sentence }),
  ],
  { error: 'must be one of measured, modelled and allowance, with a sentence' },
);

const shape = {
  /** The number of the day; the folder's name starts with it. */
  day: z.number().int().min(1),
  title: sentence,
  /** The standfirst: one or two sentences. */
  summary: sentence,
  /** The line on the calendar. */
  card: sentence.max(40),
  /** How long the lesson takes, without what is folded. */
  minutes: z.number().int().min(1).max(60),
  /** One folder in src/sims, or a list of them; the first is the lesson's own. */
  simulation: z.union([folder, z.array(folder).min(1).refine(areDifferent, someFolders)], someFolders),
  /** The picture on the calendar and in shared links. */
  still: z.strictObject({ scenario: z.string(), at: moment }),
  /** What the model leaves out on purpose, one sentence each. */
  simplifications: z.array(sentence).min(1),
  /** Which numbers of the lesson are what, one sentence each. */
  numbers: z.array(origin).min(1).optional(),
  sources: z.array(z.strictObject({ title: sentence, url: z.url({ protocol: /^https$/ }) })).min(1),
};
export const frontMatterSchema = z.strictObject(shape);
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The simulations of a lesson as a list, its own first. */
export function simulationNames({ simulation }: Pick<FrontMatter, 'simulation'>): string[] {
  return [simulation].flat();
}

/** Throws an author's error that names the file. */
export function readFrontMatter(data: unknown, file: string): FrontMatter {
  const read = frontMatterSchema.safeParse(data);
  if (!read.success) throw new Error(explain(`The front matter of ${file}`, read.error.issues, shape, file));
  const folder = /(\d+)-[^/]+\/lesson\.mdx$/.exec(file);
  if (folder && Number(folder[1]) !== read.data.day) {
    throw new Error(
      `${file} says day: ${read.data.day}, but its folder is numbered ${folder[1]}.\n` +
        `Make the two agree: correct day in ${file}, or rename the folder.`,
    );
  }
  return read.data;
}

/** The lesson's name in addresses and keys: its folder without the number. */
export function slugOf(entry: string): string {
  const folder = /^\d+-([a-z0-9-]+)\/lesson\.mdx$/.exec(entry);
  if (folder?.[1]) return folder[1];
  throw new Error(
    `content/lessons/${entry} is not where a lesson can be.\n` +
      `A lesson is content/lessons/<day>-<name>/lesson.mdx, its name in lower case with hyphens: content/lessons/04-backpressure/lesson.mdx.`,
  );
}

/** Two lessons may not be of the same day, nor share a name. Entries are paths within content/lessons. */
export function refuseDoubles(entries: readonly string[]): void {
  for (const what of ['day', 'name'] as const) {
    const seen = new Map<string | number, string>();
    for (const entry of entries) {
      const key = what === 'day' ? Number.parseInt(entry, 10) : slugOf(entry);
      const other = seen.get(key);
      if (other !== undefined) {
        throw new Error(
          `Two lessons have the same ${what}, ${key}: content/lessons/${other} and content/lessons/${entry}.\n` +
            `Renumber or rename one of the two folders${what === 'day' ? ', and its day: in the front matter' : ''}.`,
        );
      }
      seen.set(key, entry);
    }
  }
}
