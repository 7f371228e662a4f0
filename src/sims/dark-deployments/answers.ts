/**
 * What both engines say to a query, and how the two answers compare.
 *
 * Searching is a pure function of the query and of whether the bug is fixed, so each is done once and
 * kept: a week has thousands of searches and about forty queries.
 */
import { plural, type Category, type Product } from './catalogue.ts';
import { queryOf } from './queries.ts';
import { searchV1 } from './search-v1.ts';
import { searchV2 } from './search-v2.ts';

/** As many as a shopper looks at. */
export const SHOWN = 4;

export interface Answer {
  /** The first four, best first. */
  top: readonly Product[];
  /** None of them is of the category that was meant. Only the shopper can know this. */
  wrong: boolean;
}
export interface Answers {
  v1: Answer;
  v2: Answer;
  /** Not the same four in the same order. Different is not wrong. */
  differ: boolean;
  /** None of v2's four is of a category that v1 shows: all a comparison can notice without the shopper. */
  alarming: boolean;
}

/** By the text of the query, before and after the fix. */
const kept = { broken: new Map<string, Answers>(), fixed: new Map<string, Answers>() };

/** Both answers to the query of that text. */
export function answersTo(text: string, fixed: boolean): Answers {
  const known = fixed ? kept.fixed : kept.broken;
  let answers = known.get(text);
  if (answers === undefined) {
    const { meant } = queryOf(text);
    const v1 = answer(searchV1(text), meant);
    const v2 = answer(searchV2(text, fixed), meant);
    const differ = v1.top.length !== v2.top.length || v1.top.some((product, place) => product !== v2.top[place]);
    const alarming = !v2.top.some(({ category }) => v1.top.some((product) => product.category === category));
    answers = { v1, v2, differ, alarming };
    known.set(text, answers);
  }
  return answers;
}

function answer(found: readonly Product[], meant: Category): Answer {
  const top = found.slice(0, SHOWN);
  return { top, wrong: top.every(({ category }) => category !== meant) };
}

/** What an answer shows first: "laptops", "shoes", "nothing". */
export function kindOf({ top: [first] }: Answer): string {
  return first ? plural(first.category) : 'nothing';
}
