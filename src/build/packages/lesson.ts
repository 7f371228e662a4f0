/** A built lesson, as its package needs it: its page, where it is served, what it is called. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { simulationNames, slugOf, type FrontMatter } from '../../lesson/front-matter.ts';
import type { Built } from '../page-files.ts';

export interface PackagedLesson {
  slug: string;
  day: number;
  title: string;
  summary: string;
  /** Folders in src/sims, its own first. */
  simulations: readonly string[];
  /** Its address on the site. */
  address: string;
  /** Its page as built. */
  html: string;
}

const source = 'content/lessons';

/** Every lesson of the built site, day by day. `origin` is where the site is served. */
export function packagedLessons({ folder, base }: Built, origin: string): PackagedLesson[] {
  return readdirSync(source)
    .map((name): PackagedLesson => {
      const file = `${name}/lesson.mdx`;
      const [, frontMatter = ''] = readFileSync(join(source, file), 'utf8').split(/^---$/m);
      const declared = parse(frontMatter) as FrontMatter;
      const slug = slugOf(file);
      const html = readFileSync(join(folder, 'days', slug, 'index.html'), 'utf8');
      return {
        slug,
        day: declared.day,
        title: declared.title,
        summary: declared.summary,
        simulations: simulationNames(declared),
        address: new URL(`${base}days/${slug}/`, origin).href,
        html,
      };
    })
    .sort((a, b) => a.day - b.day);
}
