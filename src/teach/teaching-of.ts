/** Finds what teachers are told of a day: the teaching.md beside its lesson. */
import type { MarkdownInstance } from 'astro';
import type { Day } from '../site/days.ts';
import { checkParts } from './teaching-parts.ts';

type Notes = MarkdownInstance<Record<string, unknown>>;

const files = import.meta.glob<Notes>('/content/lessons/*/teaching.md', { eager: true });

/** Throws an author's error when there is none, or when a part of it is missing. */
export function teachingOf({ lesson, slug }: Day): Notes {
  const file = (lesson.filePath ?? slug).replace(/lesson\.mdx$/, 'teaching.md');
  const notes = files[`/${file}`];
  if (!notes) throw new Error(`${file} does not exist.\nAdd it: every day has a page for teachers.`);
  checkParts(
    notes.getHeadings().map(({ text }) => text),
    file,
  );
  return notes;
}
