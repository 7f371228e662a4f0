/**
 * What both engines say to a query, and how the two answers compare.
 *
 * Searching is a pure function of the query, the build and which way round ties fall, so each answer is
 * worked out once and kept: a week has thousands of searches and about sixty queries.
 */
import type { Product } from './catalogue.ts';
import type { Category } from './categories.ts';
import type { Page, Results } from './page.ts';
import type { Query } from './queries.ts';
import { overlapAt, rboExt } from './ranking.ts';
import { searchV1 } from './search-v1.ts';
import { searchV2 } from './search-v2.ts';
import type { Config } from './state.ts';

/** As many as a shopper looks at. */
const SHOWN = 4;
/** How deep rank-biased overlap looks: at 0.9 the first four places carry three fifths of the weight. */
const RBO_P = 0.9;

/** What a search found. */
export interface Answer {
  /** The first four, best first. */
  products: readonly Product[];
  /** The same, as it is drawn and judged. */
  shown: Results;
}
/** One answer beside another to the same query. */
export interface Comparison {
  /** The same products in the same order. */
  equal: boolean;
  /** Share of the four that both show. */
  overlap: number;
  /** Rank-biased overlap, 0 to 1; see `rboExt`. */
  rbo: number;
  /** Each shows something, and nothing of one is of a category that the other shows. */
  strange: boolean;
}

/** What v2 is: one of two versions of the new search, each with its own bug, that search put right, or v1's rules written anew. */
export type Build = Config['candidate'] | 'fixed';

/** By engine, by which way ties fall, by the number of the query. */
const kept: Record<'v1' | Exclude<Build, 'rewrite'>, [Answer[], Answer[]]> = {
  v1: [[], []],
  first: [[], []],
  second: [[], []],
  fixed: [[], []],
};
const comparisons = new Map<Answer, Map<Answer, Comparison>>();

/** The old search's answer. `reversed` says which way round ties fall this time. */
export function askV1(query: Query, reversed = false): Answer {
  return (kept.v1[reversed ? 1 : 0][query.id] ??= answer(searchV1(query.text, reversed), query));
}

/** The new search's answer. */
export function askV2(query: Query, build: Build, reversed = false): Answer {
  if (build === 'rewrite') return askV1(query, reversed);
  const how = { wholeWords: build !== 'first', trustedFrom: build === 'second' ? 2 : 1 } as const;
  return (kept[build][reversed ? 1 : 0][query.id] ??= answer(searchV2(query.text, how, reversed), query));
}

function answer(found: readonly Product[], { meant }: Query): Answer {
  const products = found.slice(0, SHOWN);
  return {
    products,
    shown: {
      top: products.map(({ name, category }) => ({ name, category })),
      wrong: products.length > 0 && !products.some(({ category }) => meant.includes(category)),
    },
  };
}

/** The two side by side; each pair is compared once. */
export function compareAnswers(one: Answer, other: Answer): Comparison {
  let known = comparisons.get(one);
  if (!known) comparisons.set(one, (known = new Map<Answer, Comparison>()));
  let comparison = known.get(other);
  if (!comparison) {
    const [a, b] = [one.products, other.products];
    const kinds = new Set<Category>(a.map(({ category }) => category));
    comparison = {
      equal: a.length === b.length && a.every((product, place) => product === b[place]),
      overlap: overlapAt(SHOWN, a, b),
      rbo: rboExt(a, b, RBO_P),
      strange: a.length > 0 && b.length > 0 && !b.some(({ category }) => kinds.has(category)),
    };
    known.set(other, comparison);
  }
  return comparison;
}

/** The page of a search that was answered. */
export function pageOf(
  seen: Pick<Page, 'search' | 'atMs' | 'seen' | 'both'>,
  query: Query,
  v1: Answer,
  v2: Answer,
): Page {
  return { ...seen, query: query.text, meant: query.meantWords, v1: v1.shown, v2: v2.shown };
}

/** What v2 is by now. */
export function buildOf({ fix }: { fix: string }, { candidate }: Config): Build {
  return fix === 'shipped' ? 'fixed' : candidate;
}
