/** The warehouse counted against the truth, in a line. */
import type { Mark, Measures } from '../../engine/simulation.ts';
import { counted } from './calendar.ts';

/** "2 lost, 1 stale of 14 rows": what is lost always, the other ways only where a row went wrong so; empty before there is anything to count. */
export function countWords(measures: Measures): { words: string; mark: Mark } {
  const wrong = ['lost', 'stale', 'duplicates', 'ghosts'].map((name) => ({ name, count: measures[name] ?? null }));
  const shown = wrong.filter(({ name, count }) => name === 'lost' || count);
  const words = shown.map(({ name, count }) => `${count} ${count === 1 ? name.replace(/s$/, '') : name}`).join(', ');
  return {
    words: wrong[0]!.count === null ? '' : `${words} of ${counted(measures['sourceRows'] ?? 0, 'row')}`,
    mark: wrong.some(({ count }) => count) ? 'harm' : 'good',
  };
}
