/** The old search: a product is found when it carries every word asked for; the best seller comes first. */
import { products, type Product } from './catalogue.ts';
import { wordsOf } from './words.ts';

/** Products for a query, best first. */
export function searchV1(query: string): Product[] {
  const asked = wordsOf(query);
  return products.filter((product) => asked.every((word) => carries(product, word))).sort(byPopularity);
}

function carries({ nameWords, tagWords, categoryWords }: Product, word: string): boolean {
  return nameWords.includes(word) || tagWords.includes(word) || categoryWords.includes(word);
}

/** The better seller of its shelf first; the older row where two rank alike. */
export function byPopularity(a: Product, b: Product): number {
  return a.rank - b.rank || a.id - b.id;
}
