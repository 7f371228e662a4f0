/** What a lesson and a glossary entry must declare. Schemas and their messages live in src/lesson. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import type { Loader } from 'astro/loaders';
import { frontMatterSchema, readFrontMatter, refuseDoubles, slugOf } from './lesson/front-matter.ts';
import { glossarySchema, readGlossary } from './lesson/glossary.ts';

/** The glob loader, with our own words for an author's mistakes, and with a failing build for each. */
function lessonFiles(): Loader {
  const files = glob({ base: 'content/lessons', pattern: '*/lesson.mdx', generateId: ({ entry }) => slugOf(entry) });
  return {
    ...files,
    name: 'lessons',
    load: async (context) => {
      const lessons = new Map<string, { slug: string; day: number; file: string }>();
      const check: typeof context.parseData = async (entry) => {
        const source = entry.filePath ?? entry.id;
        const { day } = readFrontMatter(entry.data, source);
        lessons.set(source, { slug: entry.id, day, file: source });
        return context.parseData(entry);
      };
      await files.load({ ...context, parseData: check });
      refuseDoubles([...lessons.values()]);
    },
  };
}

export const collections = {
  lessons: defineCollection({ loader: lessonFiles(), schema: frontMatterSchema }),
  glossary: defineCollection({
    loader: file('content/glossary.yaml', { parser: (text) => readGlossary(text, 'content/glossary.yaml') }),
    schema: glossarySchema,
  }),
};
