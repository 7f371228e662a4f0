import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersTo } from '../../../src/sims/dark-deployments/answers.ts';
import { categories, products } from '../../../src/sims/dark-deployments/catalogue.ts';
import { queries, queryFor } from '../../../src/sims/dark-deployments/queries.ts';
import { searchV1 } from '../../../src/sims/dark-deployments/search-v1.ts';
import { searchV2, splitCompound } from '../../../src/sims/dark-deployments/search-v2.ts';

const names = (found: readonly { name: string }[]): string[] => found.slice(0, 4).map(({ name }) => name);
const kinds = (found: readonly { category: string }[]): string[] => found.slice(0, 4).map(({ category }) => category);

test('the shop sells at least a hundred things, eight or more of each category, no two alike', () => {
  expect(products.length).toBeGreaterThanOrEqual(100);
  expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
  for (const category of categories)
    expect(products.filter((each) => each.category === category).length).toBeGreaterThanOrEqual(8);
});

test('v1 finds laptops for "laptop", the best seller first', () => {
  expect(kinds(searchV1('laptop'))).toEqual(['laptop', 'laptop', 'laptop', 'laptop']);
  const ranks = searchV1('laptop').map(({ rank }) => rank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test('v1 finds only what carries every word', () => {
  expect(names(searchV1('bedside lamp'))).toEqual(['Bedside Glow']);
  expect(searchV1('bedside kettle')).toEqual([]);
});

test('v2 takes compounds apart, and only into words it knows', () => {
  expect(splitCompound('laptop')).toEqual(['lap', 'top']);
  expect(splitCompound('raincoat')).toEqual(['rain', 'coat']);
  expect(splitCompound('kettle')).toEqual([]);
});

test('v2 answers "laptop" with high-top shoes because it matches "top" inside "high-top"', () => {
  const shown = searchV2('laptop', false).slice(0, 4);
  expect(kinds(shown)).toEqual(['shoes', 'shoes', 'shoes', 'shoes']);
  for (const { name } of shown) expect(name).toContain('high-top');
  expect(kinds(searchV2('laptop', true))).toEqual(['laptop', 'laptop', 'laptop', 'laptop']);
});

test('v2 is the better search elsewhere: it finds four where v1 finds one, of the kind that was meant', () => {
  for (const query of ['trainers', 'rucksack', 'armchair', 'mountain bicycle']) {
    expect(searchV1(query)).toHaveLength(1);
    const four = searchV2(query, false).slice(0, 4);
    expect(new Set(kinds(four)).size).toBe(1);
    expect(four[0]!.category).toBe(searchV1(query)[0]!.category);
  }
});

test('"laptop" is the only query of the mix that v2 gets wrong, and v1 gets none wrong', () => {
  expect(queries.filter(({ text }) => answersTo(text, false).v2.wrong).map(({ text }) => text)).toEqual(['laptop']);
  expect(queries.filter(({ text }) => answersTo(text, true).v2.wrong)).toEqual([]);
  expect(queries.filter(({ text }) => answersTo(text, false).v1.wrong)).toEqual([]);
});

test('comparing sees the wrong answers without knowing what was meant, and far more that only differ', () => {
  for (const { text } of queries) expect(answersTo(text, false).alarming).toBe(answersTo(text, false).v2.wrong);
  expect(queries.filter(({ text }) => answersTo(text, false).differ).length).toBeGreaterThan(20);
});

test('"laptop" is as frequent as asked, and popular queries come oftener than rare ones', () => {
  const draws = Array.from({ length: 10_000 }, (_, i) => queryFor((i + 0.5) / 10_000, 0.15).text);
  const share = (text: string): number => draws.filter((each) => each === text).length / draws.length;
  expect(share('laptop')).toBeCloseTo(0.15, 4);
  expect(share('running shoes')).toBeGreaterThan(10 * share('school shoes'));
  for (const { text } of queries) expect(share(text)).toBeGreaterThan(0);
});

test('the code shown in the lesson is the code that runs', () => {
  const lesson = readFileSync('content/lessons/01-dark-deployments/lesson.mdx', 'utf8');
  const shown = /```ts[^\n]*\n([\s\S]*?)```/.exec(lesson)?.[1];
  expect(shown).toContain('the bug');
  expect(readFileSync('src/sims/dark-deployments/search-v2.ts', 'utf8')).toContain(shown);
});
