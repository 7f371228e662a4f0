/**
 * v2's spelling corrector: a word it does not know becomes one it knows, if a single slip of the finger
 * lies between the two.
 *
 * Its second version carries a genuine, rare bug. To keep typing errors out of its dictionary it trusts
 * only words that at least two products carry. One bicycle is called "Gravel One", and no other product
 * carries "gravel": so "gravel" is taken for a slip of "travel".
 */
import { products } from './catalogue.ts';

/** How many products carry a word. */
const carriers = new Map<string, number>();
for (const { nameWords, tagWords, categoryWords } of products)
  for (const word of new Set([...nameWords, ...tagWords, ...categoryWords]))
    carriers.set(word, (carriers.get(word) ?? 0) + 1);

/** The word itself when it is trusted, else the trusted word next to it that most products carry, else the word itself. */
export function corrected(word: string, trustedFrom: 1 | 2): string {
  const count = (each: string): number => carriers.get(each) ?? 0;
  if (word.length < 5 || count(word) >= trustedFrom) return word;
  const near = [...carriers.keys()].filter((known) => count(known) >= trustedFrom && isOneSlip(word, known));
  return near.reduce((best, each) => (count(each) > count(best) ? each : best), near[0] ?? word);
}

/** One letter added, left out or wrong, or two neighbours swapped (Damerau, 1964: four of five misspellings). */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.length !== restB.length)
    return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
