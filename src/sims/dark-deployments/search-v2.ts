/**
 * The new search. It knows synonyms, corrects misspelled words, takes compounds apart, puts products
 * that answer more of the words first, and ranks a hit in the name above one in the category or the tags.
 *
 * It carries a genuine bug. Each choice alone is sound: "raincoat" should find a rain cape, a name
 * says more than a category, and looking inside words finds "phone" in "smartphone". Together they
 * take "laptop" apart into "lap" and "top", find "top" inside the *name* "Court high-top", and rank
 * it above every machine that has "laptop" only as its *category*. The fix compares whole words.
 */
import { products, type Product } from './catalogue.ts';
import { byPopularity } from './search-v1.ts';
import { corrected } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Groups of words that mean the same to a shopper. */
const synonyms =
  'shoe sneaker trainer;backpack rucksack;bicycle bike;headphone earphone;jacket coat;phone smartphone;watch smartwatch'
    .split(';')
    .map((group) => group.split(' '));

/** Words that compounds are made of. */
const halves = new Set(
  'arm back bed book case chair coat cook desk lamp lap pack pot rain ruck sack side table tea top'.split(' '),
);

const WEIGHT = { name: 4, category: 2, tags: 1.5 };
/** What a synonym or half of a compound counts beside the word itself. */
const INDIRECT = 0.6;

/** "raincoat" to ["rain", "coat"]; nothing when it is no compound. */
export function splitCompound(word: string): string[] {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const pair = [word.slice(0, cut), word.slice(cut)];
    if (pair.every((half) => halves.has(half))) return pair;
  }
  return [];
}

/** How v2 matches: whether it compares whole words, and how many products must carry a word for it to be trusted. */
interface Matching {
  wholeWords: boolean;
  trustedFrom: 1 | 2;
}

/** Products for a query, best first. `reversed` as in v1. */
export function searchV2(query: string, { wholeWords, trustedFrom }: Matching, reversed = false): Product[] {
  const asked = wordsOf(query)
    .map((typed) => corrected(typed, trustedFrom))
    .map((word) => ({
      word,
      others: [...synonyms.filter((group) => group.includes(word)).flat(), ...splitCompound(word)],
    }));
  const order = byPopularity(reversed);
  return products
    .map((product) => {
      const scores = asked.map(({ word, others }) =>
        Math.max(
          score(product, word, wholeWords),
          ...others.map((other) => INDIRECT * score(product, other, wholeWords)),
        ),
      );
      return {
        product,
        answered: scores.filter((each) => each > 0).length,
        score: scores.reduce((sum, each) => sum + each, 0),
      };
    })
    .filter(({ answered }) => answered > 0)
    .sort((a, b) => b.answered - a.answered || b.score - a.score || order(a.product, b.product))
    .map(({ product }) => product);
}

function score({ nameWords, categoryWords, tagWords }: Product, term: string, wholeWords: boolean): number {
  if (holds(nameWords, term, wholeWords)) return WEIGHT.name;
  if (holds(categoryWords, term, wholeWords)) return WEIGHT.category;
  return holds(tagWords, term, wholeWords) ? WEIGHT.tags : 0;
}

function holds(words: readonly string[], term: string, wholeWords: boolean): boolean {
  if (wholeWords) return words.includes(term);
  return words.some((word) => word.includes(term)); // the bug: 'high-top' includes 'top'
}
