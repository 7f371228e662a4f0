/** What shoppers type: each query, what is meant by it, and how often it comes. */
import { categories, plural, type Category } from './categories.ts';

/** Something shoppers type. */
export interface Query {
  /** Its place in the mix. */
  id: number;
  text: string;
  /** What the shopper may want to see: one category, or several where the words alone do not tell. No search engine is told. */
  meant: readonly Category[];
  /** "laptops"; "laptops, headphones or chairs". */
  meantWords: string;
  /** Its share among all searches that are not for "laptop". */
  share: number;
}

/**
 * One line a category, in the order of `categories`; each query with its weight. Popular and rare ones,
 * misspelled ones, and in the last line ambiguous ones with all that may be meant. "gravel" is the rare
 * one: about 1 search in 1,000.
 */
const mix = `laptop 0;student laptop 1;gaming laptop 1
running shoes 12;sneakers 6;boots 4;trainers 3;hiking boots 1;school shoes 1;snekers 1
phone 10;smartphone 4;smartphnoe 1
headphones 11;wireless headphones 5;earphones 2;noise cancelling headphones 1;headphnes 1
desk lamp 8;lamp 5;bedside lamp 3;floor lamp 2
office chair 7;chair 8;gaming chair 4;armchair 3;folding chair 1;rocking chair 1
kettle 12;electric kettle 4;teapot 1;ketle 1
backpack 9;rucksack 3;school bag 2
rain jacket 7;winter jacket 5;raincoat 2;warm coat 1;jaket 1
cookbook 4;novel 3;children's book 2;travel guide 2;thriller 1
watch 10;smartwatch 3;dive watch 1
bicycle 6;city bicycle 3;mountain bicycle 3;electric bicycle 2;bicylce 1;gravel .25
gaming 2 laptop headphones chair;electric 1 kettle bicycle;travel 1 laptop headphones kettle backpack book;running 1 shoes jacket headphones`;

const lines = mix.split('\n').flatMap((line, row) =>
  line.split(';').map((cell) => {
    const [, text = '', weight = '', meant = ''] = /^(.+?) ([\d.]+)(?: (.+))?$/.exec(cell)!;
    const own = categories[row];
    return { text, weight: Number(weight), meant: own ? [own] : (meant.split(' ') as Category[]) };
  }),
);
const totalWeight = lines.reduce((sum, { weight }) => sum + weight, 0);

/** Every query of the mix; the first is "laptop". */
export const queries: readonly Query[] = lines.map(({ text, meant, weight }, id) => ({
  id,
  text,
  meant,
  meantWords: anyOf(meant.map(plural)),
  share: weight / totalWeight,
}));
/** The query of the story: the first v2 answers it with shoes. How often it comes is a field, not part of the mix. */
export const laptop: Query = queries[0]!;
const others = queries.slice(1);

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** The query for a draw in [0, 1): "laptop" for the first `laptopShare` of it, then the rest by their shares. */
export function queryFor(draw: number, laptopShare: number): Query {
  if (draw < laptopShare) return laptop;
  let left = (draw - laptopShare) / (1 - laptopShare);
  for (const query of others) {
    left -= query.share;
    if (left < 0) return query;
  }
  return others[others.length - 1]!;
}
