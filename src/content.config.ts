/** What a lesson and a glossary entry must declare. Schemas and their messages live in src/lesson. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import type { Loader } from 'astro/loaders';
import { frontMatterSchema, readFrontMatter, refuseDoubles, slugOf } from './lesson/front-matter.ts';
import { glossarySchema, readGlossary } from './lesson/glossary.ts';

const lessonsFolder = 'content/lessons';

/** The glob loader, with our own words for an author's mistakes, and with a failing build for each. */
function lessonFiles(): Loader {
  const found = new Set<string>();
  const files = glob({
    base: lessonsFolder,
    pattern: '*/lesson.mdx',
    generateId: ({ entry }) => {
      found.add(entry);
      return slugOf(entry);
    },
  });
  return {
    ...files,
    name: 'lessons',
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      // Astro keeps entries between builds and does not look again at those whose text is the same; a renamed folder would go unseen.
      context.store.clear();
      found.clear();
      const parseData: typeof context.parseData = (entry) => {
        readFrontMatter(entry.data, relative(root, entry.filePath ?? entry.id));
        return context.parseData(entry);
      };
      await files.load({ ...context, parseData });
      refuseDoubles([...found].sort());
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
