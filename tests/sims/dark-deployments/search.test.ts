import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askV1, askV2, compareAnswers, type Build } from '../../../src/sims/dark-deployments/answers.ts';
import { products } from '../../../src/sims/dark-deployments/catalogue.ts';
import { categories } from '../../../src/sims/dark-deployments/categories.ts';
import { queries, queryFor, type Query } from '../../../src/sims/dark-deployments/queries.ts';
import { searchV1 } from '../../../src/sims/dark-deployments/search-v1.ts';
import { searchV2, splitCompound } from '../../../src/sims/dark-deployments/search-v2.ts';
import { corrected, isOneSlip } from '../../../src/sims/dark-deployments/spelling.ts';

const broken = { wholeWords: false, trustedFrom: 1 } as const;
const fixed = { wholeWords: true, trustedFrom: 1 } as const;
const queryOf = (text: string): Query => queries.find((query) => query.text === text)!;
const wrongIn = (build: Build): string[] =>
  queries.filter(({ text }) => askV2(queryOf(text), build).shown.wrong).map(({ text }) => text);
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
  const shown = searchV2('laptop', broken).slice(0, 4);
  expect(kinds(shown)).toEqual(['shoes', 'shoes', 'shoes', 'shoes']);
  for (const { name } of shown) expect(name).toContain('high-top');
  expect(kinds(searchV2('laptop', fixed))).toEqual(['laptop', 'laptop', 'laptop', 'laptop']);
});

test('v2 is the better search elsewhere: it finds four where v1 finds one, of the kind that was meant', () => {
  for (const query of ['trainers', 'rucksack', 'armchair', 'mountain bicycle']) {
    expect(searchV1(query)).toHaveLength(1);
    const four = searchV2(query, broken).slice(0, 4);
    expect(new Set(kinds(four)).size).toBe(1);
    expect(four[0]!.category).toBe(searchV1(query)[0]!.category);
  }
});

test('each version of v2 gets one query of the mix wrong, the fixed one and the rewrite none, and v1 none', () => {
  expect(wrongIn('first')).toEqual(['laptop']);
  expect(wrongIn('second')).toEqual(['gravel']);
  expect([...wrongIn('fixed'), ...wrongIn('rewrite')]).toEqual([]);
  expect(queries.filter(({ text }) => askV1(queryOf(text)).shown.wrong)).toEqual([]);
});

test('a slip is one letter too many, too few or wrong, or two neighbours that changed places', () => {
  for (const typed of ['bicyclee', 'bicyle', 'bicycla', 'bicylce'])
    expect(isOneSlip(typed, 'bicycle'), typed).toBe(true);
  for (const typed of ['bicycle', 'bycicle', 'bicy', 'bicycles and'])
    expect(isOneSlip(typed, 'bicycle'), typed).toBe(false);
});

test('v2 corrects what v1 finds nothing for, and shows what was meant', () => {
  const misspelled = queries.filter(({ text }) => askV1(queryOf(text)).products.length === 0);
  expect(misspelled.length).toBeGreaterThanOrEqual(5);
  for (const { text, meant } of misspelled)
    expect(
      askV2(queryOf(text), 'first').products.map(({ category }) => category),
      text,
    ).toEqual(Array(4).fill(meant[0]));
});

test('the rare bug: a word that only one product carries is taken for a slip of another', () => {
  expect(names(searchV1('gravel'))).toEqual(['Gravel One']);
  expect(corrected('gravel', 2)).toBe('travel');
  expect(corrected('gravel', 1)).toBe('gravel');
  expect(kinds(searchV2('gravel', { wholeWords: true, trustedFrom: 2 }))).toEqual([
    'kettle',
    'backpack',
    'headphones',
    'book',
  ]);
  expect(kinds(searchV2('gravel', fixed))).toEqual(['bicycle']);
});

test('an ambiguous query has several meanings, and any of them is right', () => {
  const ambiguous = queries.filter(({ meant }) => meant.length > 1);
  expect(ambiguous.length).toBeGreaterThanOrEqual(3);
  for (const { text, meant } of ambiguous)
    for (const { category } of askV1(queryOf(text)).products) expect(meant, `${text}: ${category}`).toContain(category);
});

test('where two sell equally well, they change places by chance, and nothing else does', () => {
  const moved = queries.filter(({ text }) => !compareAnswers(askV1(queryOf(text)), askV1(queryOf(text), true)).equal);
  expect(moved.map(({ text }) => text)).toEqual(expect.arrayContaining(['chair', 'kettle', 'backpack', 'watch']));
  for (const { text } of moved)
    expect(compareAnswers(askV1(queryOf(text)), askV1(queryOf(text), true)).overlap, text).toBeGreaterThanOrEqual(0.6);
  const tied = ['chair', 'kettle', 'backpack', 'watch'];
  const asks = [askV1, (query: Query, reversed: boolean) => askV2(query, 'first', reversed)];
  let steady = 0;
  for (const ask of asks)
    for (const query of queries) {
      const { products } = ask(query, false);
      if (products.some(({ category }) => tied.includes(category))) continue;
      expect(ask(query, true).products, query.text).toEqual(products);
      steady += 1;
    }
  expect(steady).toBeGreaterThan(queries.length);
});

test('comparing by kind sees the wrong answers without knowing what was meant, and far more that only differ', () => {
  for (const build of ['first', 'second'] as const)
    for (const { text } of queries) {
      const v2 = askV2(queryOf(text), build);
      expect(compareAnswers(askV1(queryOf(text)), v2).strange, text).toBe(v2.shown.wrong);
    }
  expect(
    queries.filter(({ text }) => !compareAnswers(askV1(queryOf(text)), askV2(queryOf(text), 'first')).equal).length,
  ).toBeGreaterThan(20);
});

test('"laptop" is as frequent as asked, and popular queries come oftener than rare ones', () => {
  const draws = Array.from({ length: 10_000 }, (_, i) => queryFor((i + 0.5) / 10_000, 0.15).text);
  const share = (text: string): number => draws.filter((each) => each === text).length / draws.length;
  expect(share('laptop')).toBeCloseTo(0.15, 4);
  expect(share('running shoes')).toBeGreaterThan(10 * share('school shoes'));
  expect(Math.abs(0.85 * queryOf('gravel').share - 0.001)).toBeLessThan(0.0001);
  for (const { text } of queries) expect(share(text)).toBeGreaterThan(0);
});

test('the code shown in the lesson is the code that runs', () => {
  const lesson = readFileSync('content/lessons/01-dark-deployments/lesson.mdx', 'utf8');
  const own = lesson.replace(/<Wild[\s\S]*?<\/Wild>/g, '');
  const shown = [...own.matchAll(/```ts[^\n]*\n([\s\S]*?)```/g)].map(([, code]) => code!);
  const runs = ['search-v2', 'spelling'].map((file) => readFileSync(`src/sims/dark-deployments/${file}.ts`, 'utf8'));
  expect(shown).toHaveLength(2);
  for (const code of shown)
    expect(
      runs.some((source) => source.includes(code)),
      code,
    ).toBe(true);
});
