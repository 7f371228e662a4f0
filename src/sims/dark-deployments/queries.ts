/** What shoppers type: each query, the category that is meant, and how often it comes. */
import { categories, type Category } from './catalogue.ts';

export interface Query {
  text: string;
  /** What the shopper wants to see. No search engine is told. */
  meant: Category;
}

/** One line a category, in the order of `categories`; each query with its weight among all but the first. */
const mix = `laptop 0;student laptop 1;gaming laptop 1
running shoes 12;sneakers 6;boots 4;trainers 3;hiking boots 1;school shoes 1
phone 10;smartphone 4
headphones 11;wireless headphones 5;earphones 2;noise cancelling headphones 1
desk lamp 8;lamp 5;bedside lamp 3;floor lamp 2
office chair 7;gaming chair 4;armchair 3;folding chair 1;rocking chair 1
kettle 8;electric kettle 4;teapot 1
backpack 9;rucksack 3;school bag 2
rain jacket 7;winter jacket 5;raincoat 2;warm coat 1
cookbook 4;novel 3;children's book 2;travel guide 2;thriller 1
watch 6;smartwatch 3;dive watch 1
bicycle 6;city bicycle 3;mountain bicycle 3;electric bicycle 2`;

const rows = mix
  .split('\n')
  .flatMap((line, row) => line.split(';').map((cell) => ({ cell, meant: categories[row]! })))
  .map(({ cell, meant }) => ({
    text: cell.slice(0, cell.lastIndexOf(' ')),
    meant,
    weight: Number(cell.slice(cell.lastIndexOf(' '))),
  }));

/** Every query of the mix; the first is "laptop". */
export const queries: readonly Query[] = rows;
export const laptop: Query = rows[0]!;
const others = rows.slice(1);
const totalWeight = others.reduce((sum, { weight }) => sum + weight, 0);

/** The query of that text. */
export function queryOf(text: string): Query {
  return rows.find((row) => row.text === text) ?? laptop;
}

/** The query for a draw in [0, 1): "laptop" for the first `laptopShare` of it, then the rest by weight. */
export function queryFor(draw: number, laptopShare: number): Query {
  if (draw < laptopShare) return laptop;
  let left = ((draw - laptopShare) / (1 - laptopShare)) * totalWeight;
  for (const query of others) {
    left -= query.weight;
    if (left < 0) return query;
  }
  return others[others.length - 1]!;
}
