/**
 * What the shop sells: a data table, one shelf a line, the best seller of each shelf first.
 *
 * Each product is `name,tags`. The names are made up.
 */
import { wordsOf } from './words.ts';

export const categories = [
  'laptop', 'shoes', 'phone', 'headphones', 'lamp', 'chair', 'kettle', 'backpack', 'jacket', 'book', 'watch', 'bicycle',
] as const;
export type Category = (typeof categories)[number];

export interface Product {
  /** Its row, from 0. */
  id: number;
  name: string;
  category: Category;
  /** Place on its shelf, from 0: the best seller has the lowest. */
  rank: number;
  /** Words to be found by, for each place a search engine may look. */
  nameWords: readonly string[];
  tagWords: readonly string[];
  categoryWords: readonly string[];
}

/** In the order of `categories`. */
const shelves = `Larch 14,light office;Field 13,light student;Studio 16,creative;Nine Lite,budget student;Harbour 15,office;Ridge Pro,gaming;Quill Flip,touch pen;Ember 17,gaming;Tern Air,light travel;Slate 11,budget school
Road Runner,running trainers;Court high-top,canvas sneakers;Canvas high-top,summer sneakers;Tempo 5,running race;Trail high-top,hiking boots;Kids’ high-top,children school;Harbour boot,winter leather;Mud Fox,running trail;Ankle boot,leather;Deck loafer,summer;Oxford classic,leather office;Felt slipper,home
Pocket 6,smartphone;Pocket 6 Max,smartphone camera;Lumen S,smartphone;Pebble Go,smartphone small;Fold Duo,smartphone folding;Rugged X,outdoor smartphone;Senior Call,big buttons;First Ring,children
Hush One,wireless noise cancelling;Loop Mini,wireless earphones;Run Buds,wireless sport earphones;Studio Monitor,wired music;Arc Gamer,gaming microphone;Airline Twin,noise cancelling travel;Base Line,wired budget;Kids’ Quiet,children
Anglepoise,desk reading;Task Bar,desk office;Bedside Glow,bedside small;Arc Floor,floor living;Clip Light,desk clip;Paper Moon,pendant paper;Night Owl,children night;Lantern,garden outdoor;Reading Reed,floor reading
Task Mesh,office desk;Throne GT,gaming;Bar Stool,kitchen stool;Oak Dining,wood dining;Fold Away,folding camping;Reading Wing,armchair leather;Deck Lounger,garden folding;Kneel Easy,office back;Nursery Rocker,rocking nursery
Swift Boil,electric fast;Gooseneck,coffee pour;Quiet Boil,electric quiet;Glass Clear,electric glass;Retro Dome,electric retro;Iron Pot,teapot tea;Travel Mini,electric travel;Stovetop Classic,whistling steel
Commuter 20,office daypack;School Days,school children bag;Summit 45,hiking rucksack;Cabin 40,travel cabin;Roll Pack,waterproof roll;City Tote,bag shopping;Camera Sling,camera photo bag;Tiny Pack,children nursery
Storm Shell,rain waterproof;Down Parka,winter warm coat;Fleece Zip,warm fleece;Denim Classic,denim;Wind Light,running sport;Kids’ Puddle,children rain raincoat;Evening Blazer,office formal;Rain Cape,rain raincoat;Wax Field,outdoor country
The Salt Road,novel thriller;One Pan,cookbook kitchen;Fox Goes Home,children picture;The Quiet Tide,novel;Bread Again,cookbook baking;Night Ferry,thriller novel;City Walks,travel guide;Number Games,children puzzle;Garden Year,garden guide;Learn to Sketch,art guide
Pulse 3,smartwatch sport;Field Auto,automatic leather;Pulse Mini,smartwatch small;Dive 200,dive steel;Dress Thin,dress leather;Pilot Chrono,pilot steel;Solar Day,solar;Kids’ Tick,children
Volt City,electric city;City Seven,city;Ridge Hard,mountain;Gravel One,gravel road;Fold Metro,folding commuter city;Kids’ 20,children;Step Easy,city easy;Road Race,road race;Cargo Long,cargo electric`;

/** Everything the shop sells. */
export const products: readonly Product[] = shelves
  .split('\n')
  .flatMap((shelf, row) => shelf.split(';').map((line, rank) => ({ line: line.split(','), rank, category: categories[row]! })))
  .map(({ line: [name = '', tags = ''], rank, category }, id) => ({
    id,
    name,
    category,
    rank,
    nameWords: wordsOf(name),
    tagWords: wordsOf(tags),
    categoryWords: wordsOf(category),
  }));

/** "4 laptops", "4 pairs of shoes". */
export function counted(count: number, category: Category): string {
  if (category === 'shoes' || category === 'headphones') return `${count} ${count === 1 ? 'pair' : 'pairs'} of ${category}`;
  return `${count} ${count === 1 ? category : plural(category)}`;
}

/** "laptops", "watches", "shoes". */
export function plural(category: Category): string {
  if (category.endsWith('s')) return category;
  return category.endsWith('ch') ? `${category}es` : `${category}s`;
}
