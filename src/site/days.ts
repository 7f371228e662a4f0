/** The days that are published, in order, and where each one lives. */
import { getCollection } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import { href } from './links.ts';

export interface Day {
  number: number;
  slug: string;
  href: string;
  lesson: CollectionEntry<'lessons'>;
}

export async function days(): Promise<Day[]> {
  const lessons = await getCollection('lessons');
  return lessons
    .map((lesson) => ({ number: lesson.data.day, slug: lesson.id, href: dayHref(lesson.id), lesson }))
    .sort((one, other) => one.number - other.number);
}

export function dayHref(slug: string): string {
  return href(`/days/${slug}/`);
}

/** Ticks on the horizon and numbers on the calendar: enough to see that more is to come. */
const shown = 15;

/** The stretch of days drawn around one of them; its length does not grow with the number of lessons. */
export function stretch(around: number): number[] {
  const first = Math.max(1, around - shown + 3);
  return Array.from({ length: shown }, (_, index) => first + index);
}
