/** One simple line drawing a category, in a box of 118 by 72. */
import type { Category } from './categories.ts';

/** Path data, to be stroked and not filled. */
export const productDrawings: Readonly<Record<Category, string>> = {
  laptop: 'M24 10h70v46H24zM10 60h98l-4 7H14zM32 20h28M32 28h18',
  shoes:
    'M26 8l20-1c4 0 9 10 14 23 4 9 11 13 22 15 12 2 21 4 22 13H28c-2-16 0-33-2-50zM24 58h82c0 6-2 8-5 8H27c-2 0-3-3-3-8zM46 28l14-2M48 35l14-2M51 42l14-3',
  headphones: 'M31 46V38a28 28 0 0 1 56 0v8M25 42h12v22H25zM81 42h12v22H81z',
  phone: 'M43 4h32v64H43zM54 61h10M43 12h32M43 56h32',
  lamp: 'M44 8h30l12 26H32zM59 34v30M42 66h34',
  chair: 'M42 6h34v30H42zM38 40h42v8H38zM42 48l-4 20M76 48l4 20',
  kettle: 'M38 24h40l7 42H31zM46 24c2-18 22-18 24 0M83 34l16-8M58 18v-6',
  backpack: 'M37 66V28c0-22 44-22 44 0v38zM45 42h28v24H45zM52 10c0-8 14-8 14 0M45 50h28',
  jacket: 'M46 8l13 7 13-7 18 12 8 34-14 4-4-16v26H38V42l-4 16-14-4 8-34zM59 15v53',
  book: 'M59 16c-9-7-24-8-36-5v50c12-3 27-2 36 5 9-7 24-8 36-5V11c-12-3-27-2-36 5zM59 16v50',
  watch: 'M42 36a17 17 0 1 0 34 0a17 17 0 1 0-34 0M49 21l3-17h14l3 17M49 51l3 17h14l3-17M59 26v10l7 5',
  bicycle:
    'M15 48a16 16 0 1 0 32 0a16 16 0 1 0-32 0M71 48a16 16 0 1 0 32 0a16 16 0 1 0-32 0M31 48l14-28h32l10 28M45 20l14 28h-28M59 48l18-28M70 10h12l-5 10M38 16h13',
};

/** A name on one line when it is short, else on two of even length. */
export function twoLines(name: string): readonly string[] {
  const words = name.split(' ');
  if (words.length === 1 || name.length <= 8) return [name];
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  const longest = (lines: string[]): number => Math.max(...lines.map((line) => line.length));
  return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}
