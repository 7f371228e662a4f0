/**
 * What the shop sells: a data table, one shelf a line, the best seller of each shelf first.
 *
 * Each product is `name,tags`, with only the tags somebody asks for: every letter is sent to the
 * learner's browser. Two joined by `=` sell equally well. The names are made up.
 */
import { categories, type Category } from './categories.ts';
import { wordsOf } from './words.ts';

/** One thing the shop sells, as both engines search it. */
export interface Product {
  /** Its row, from 0. */
  id: number;
  name: string;
  category: Category;
  /** Place on its shelf, from 0: the best seller has the lowest. Two that sell equally well share one. */
  rank: number;
  /** Words to be found by, for each place a search engine may look. */
  nameWords: readonly string[];
  tagWords: readonly string[];
  categoryWords: readonly string[];
}

/** In the order of `categories`. */
const shelves = `Larch 14,office;Field 13,student;Studio 16;Nine Lite,student;Harbour 15,office;Ridge Pro,gaming;Quill Flip;Ember 17,gaming;Tern Air,travel;Slate 11,school
Road Runner,running trainers;Court high-top,sneakers;Canvas high-top,sneakers;Tempo 5,running;Trail high-top,hiking boots;Kids’ high-top,children school;Harbour boot,winter;Mud Fox,running;Ankle boot;Deck loafer;Oxford classic,office;Felt slipper
Pocket 6,smartphone;Pocket 6 Max,smartphone;Lumen S,smartphone;Pebble Go,smartphone;Fold Duo,smartphone folding;Rugged X,smartphone;Senior Call;First Ring,children
Hush One,wireless noise cancelling;Loop Mini,wireless earphones;Run Buds,wireless earphones;Studio Monitor;Arc Gamer,gaming;Airline Twin,noise cancelling travel;Base Line;Kids’ Quiet,children
Anglepoise,desk;Task Bar,desk office;Bedside Glow,bedside;Arc Floor,floor;Clip Light,desk;Paper Moon;Night Owl,children;Lantern;Reading Reed,floor
Task Mesh,office desk;Throne GT,gaming;Bar Stool=Oak Dining;Fold Away,folding;Reading Wing,armchair;Deck Lounger,folding;Kneel Easy,office;Nursery Rocker,rocking
Swift Boil,electric;Gooseneck;Quiet Boil,electric=Glass Clear,electric;Retro Dome,electric;Iron Pot,teapot;Travel Mini,electric travel;Stovetop Classic
Commuter 20,office;School Days,school children bag;Summit 45,hiking rucksack=Cabin 40,travel;Roll Pack;City Tote,bag;Camera Sling,bag;Tiny Pack,children
Storm Shell,rain;Down Parka,winter warm coat;Fleece Zip,warm;Denim Classic;Wind Light,running;Kids’ Puddle,children rain raincoat;Evening Blazer,office;Rain Cape,rain raincoat;Wax Field
The Salt Road,novel thriller;One Pan,cookbook;Fox Goes Home,children;The Quiet Tide,novel;Bread Again,cookbook;Night Ferry,thriller novel;City Walks,travel guide;Number Games,children;Garden Year,guide;Learn to Sketch,guide
Pulse 3,smartwatch;Field Auto=Pulse Mini,smartwatch;Dive 200,dive;Dress Thin;Pilot Chrono;Solar Day;Kids’ Tick,children
Volt City,electric city;City Seven,city;Ridge Hard,mountain;Gravel One;Fold Metro,folding city;Kids’ 20,children;Step Easy,city;Road Race;Cargo Long,electric`;

/** Everything the shop sells. */
export const products: readonly Product[] = shelves
  .split('\n')
  .flatMap((shelf, row) =>
    shelf
      .split(';')
      .flatMap((place, rank) =>
        place.split('=').map((line) => ({ line: line.split(','), rank, category: categories[row]! })),
      ),
  )
  .map(({ line: [name = '', tags = ''], rank, category }, id) => ({
    id,
    name,
    category,
    rank,
    nameWords: wordsOf(name),
    tagWords: wordsOf(tags),
    categoryWords: wordsOf(category),
  }));
