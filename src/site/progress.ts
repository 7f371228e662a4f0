/** Where a learner is on the calendar, in words. */

export interface Now {
  slug: string;
  label: 'start here' | 'today' | 'next';
}

/**
 * The first day not yet read. It is today's, unless another was read today: one idea a day is enough.
 * `read` has the day each lesson was read on. null when all are read.
 */
export function dayNow(slugs: readonly string[], read: ReadonlyMap<string, number>, today: number): Now | null {
  const slug = slugs.find((each) => !read.has(each));
  if (slug === undefined) return null;
  const known = slugs.filter((each) => read.has(each));
  if (known.length === 0) return { slug, label: 'start here' };
  return { slug, label: known.some((each) => read.get(each) === today) ? 'next' : 'today' };
}

export interface Counts {
  days: number;
  predictions: number;
  challenges: number;
  answers: number;
}

/** "2 days read, 1 prediction and 3 answers"; null when there is nothing. */
export function countsOf({ days, predictions, challenges, answers }: Counts): string | null {
  const parts = [
    days > 0 && `${days} ${days === 1 ? 'day' : 'days'} read`,
    predictions > 0 && `${predictions} ${predictions === 1 ? 'prediction' : 'predictions'}`,
    challenges > 0 && `${challenges} ${challenges === 1 ? 'challenge' : 'challenges'}`,
    answers > 0 && `${answers} ${answers === 1 ? 'answer' : 'answers'}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return parts.length === 1 ? `${parts[0]}` : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
