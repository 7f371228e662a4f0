/** What the components of a lesson need to know of it, from its day. */
import type { Day } from '../site/days.ts';
import type { CurrentLesson } from './current.ts';
import { simulationNames } from './front-matter.ts';

export function lessonOf({ slug, lesson }: Day): CurrentLesson {
  return {
    slug,
    file: lesson.filePath ?? `content/lessons/${slug}/lesson.mdx`,
    simulations: simulationNames(lesson.data),
    body: lesson.body ?? '',
  };
}
