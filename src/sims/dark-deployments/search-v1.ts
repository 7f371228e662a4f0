/** The old search: a product is found when it carries every word asked for; the best seller comes first. */
import { products, type Product } from './catalogue.ts';
import { wordsOf } from './words.ts';

/** Products for a query, best first. `reversed` says which way round equal sellers fall this time. */
export function searchV1(query: string, reversed = false): Product[] {
  const asked = wordsOf(query);
  return products.filter((product) => asked.every((word) => carries(product, word))).sort(byPopularity(reversed));
}

function carries({ nameWords, tagWords, categoryWords }: Product, word: string): boolean {
  return nameWords.includes(word) || tagWords.includes(word) || categoryWords.includes(word);
}

/**
 * The better seller of its shelf first. Between shelves the older row; of two that sell equally well,
 * whichever came first to the sorting: in a real shop that depends on which machine answers.
 */
export function byPopularity(reversed: boolean): (a: Product, b: Product) => number {
  return (a, b) => a.rank - b.rank || (reversed && a.category === b.category ? b.id - a.id : a.id - b.id);
}
