/** The warehouse counted against the truth, in a line. */
import type { Mark, Measures } from '../../engine/simulation.ts';
import { counted } from './calendar.ts';

/** "2 lost, 1 stale, 0 duplicates, 0 ghosts of 14 rows": empty before there is anything to count. */
export function countWords(measures: Measures): { words: string; mark: Mark } {
  const wrong = ['lost', 'stale', 'duplicates', 'ghosts'].map((name) => ({ name, count: measures[name] ?? null }));
  const words = wrong.map(({ name, count }) => `${count} ${count === 1 ? name.replace(/s$/, '') : name}`).join(', ');
  return {
    words: wrong[0]!.count === null ? '' : `${words} of ${counted(measures['sourceRows'] ?? 0, 'row')}`,
    mark: wrong.some(({ count }) => count) ? 'harm' : 'good',
  };
}
