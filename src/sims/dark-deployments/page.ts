/**
 * A page of results as it was answered. The picture and the description read it, so that neither has to
 * search: the catalogue and both engines are loaded with the model, not with the page.
 */
import { plural, type Category } from './categories.ts';

/** What is shown for a query, best first. */
export interface Results {
  /** At most four. */
  top: readonly { name: string; category: Category }[];
  /** Something is shown, and none of it is what was meant. Only the shopper can know this. */
  wrong: boolean;
}

/** One search, both answers to it, and which of them was shown. */
export interface Page {
  /** Its number, from 0. */
  search: number;
  query: string;
  /** "laptops"; "laptops, headphones or chairs" where the words do not tell. */
  meant: string;
  atMs: number;
  /** Whose answer the shopper was shown. */
  seen: 1 | 2;
  /** Whether the other engine was asked as well. */
  both: boolean;
  v1: Results;
  v2: Results;
}

/** What an answer shows first: "laptops", "shoes", "nothing". */
export function kindOf({ top: [first] }: Results): string {
  return first ? plural(first.category) : 'nothing';
}
