/** The words a reader may look up: content/glossary.yaml, read strictly. */
import { z } from 'astro/zod';
import { explain, readYaml } from './author-error.ts';

const shape = {
  /** The word as the literature has it. */
  term: z.string().trim().min(1),
  /** One or two sentences, without the word itself. */
  means: z.string().trim().min(1),
  source: z.url({ protocol: /^https$/ }).optional(),
};
export const glossarySchema = z.strictObject(shape);
export type GlossaryEntry = z.infer<typeof glossarySchema>;

/** Entries by id. Throws an author's error that names the entry. */
export function readGlossary(yaml: string, file: string): Record<string, GlossaryEntry> {
  const listed: unknown = readYaml(yaml, file) ?? {};
  if (typeof listed !== 'object' || Array.isArray(listed)) {
    throw new Error(`${file} must be a map from an id to its term and what it means.\nCorrect it in ${file}.`);
  }
  return Object.fromEntries(
    Object.entries(listed as Record<string, unknown>).map(([id, entry]) => {
      const read = glossarySchema.safeParse(entry);
      if (!read.success) throw new Error(explain(`The entry "${id}" of ${file}`, read.error.issues, shape, file));
      return [id, read.data];
    }),
  );
}
