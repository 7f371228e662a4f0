/**
 * What the shop sells: a data table, one shelf a line, most popular things first where it matters.
 *
 * Each product is `name,tags,popularity`; popularity is sales in a usual week. The names are made up.
 */
import { wordsOf } from './words.ts';

export const categories = [
  'laptop', 'shoes', 'headphones', 'phone', 'lamp', 'chair', 'kettle', 'backpack', 'jacket', 'book', 'watch', 'bicycle',
] as const;
export type Category = (typeof categories)[number];

export interface Product {
  /** Its row, from 0. */
  id: number;
  name: string;
  category: Category;
  popularity: number;
  /** Words to be found by, for each place a search engine may look. */
  nameWords: readonly string[];
  tagWords: readonly string[];
  categoryWords: readonly string[];
}

/** In the order of `categories`. */
const shelves = `Larch 14,light office,98;Field 13,light student,93;Studio 16,creative,88;Nine Lite,budget student,84;Harbour 15,office,71;Ridge Pro,gaming,66;Quill Flip,touch pen,58;Ember 17,gaming,49;Tern Air,light travel,45;Slate 11,budget school,38
Court high-top,canvas sneakers,90;Canvas high-top,summer sneakers,86;Trail high-top,hiking boots,77;Kids’ high-top,children school,73;Road Runner,running trainers,95;Tempo 5,running race,80;Mud Fox,running trail,62;Harbour boot,winter leather,68;Ankle boot,leather,57;Deck loafer,summer,53;Oxford classic,leather office,51;Felt slipper,home,47
Hush One,wireless noise cancelling,97;Studio Monitor,wired music,64;Loop Mini,wireless earphones,89;Run Buds,wireless sport earphones,75;Kids’ Quiet,children,41;Airline Twin,noise cancelling travel,55;Base Line,wired budget,44;Arc Gamer,gaming microphone,59
Pocket 6,smartphone,99;Pocket 6 Max,smartphone camera,92;Lumen S,smartphone,83;Pebble Go,smartphone small,65;Senior Call,big buttons,42;Rugged X,outdoor smartphone,50;Fold Duo,smartphone folding,54;First Ring,children,36
Anglepoise,desk reading,85;Bedside Glow,bedside small,70;Arc Floor,floor living,67;Clip Light,desk clip,61;Paper Moon,pendant paper,48;Task Bar,desk office,72;Night Owl,children night,46;Lantern,garden outdoor,43;Reading Reed,floor reading,39
Task Mesh,office desk,82;Throne GT,gaming,76;Oak Dining,wood dining,60;Reading Wing,armchair leather,52;Fold Away,folding camping,56;Nursery Rocker,rocking nursery,35;Bar Stool,kitchen stool,63;Kneel Easy,office back,37;Deck Lounger,garden folding,40
Swift Boil,electric fast,87;Gooseneck,coffee pour,69;Stovetop Classic,whistling steel,60;Glass Clear,electric glass,58;Travel Mini,electric travel,45;Iron Pot,teapot tea,47;Quiet Boil,electric quiet,62;Retro Dome,electric retro,53
Commuter 20,office daypack,81;Summit 45,hiking rucksack,74;School Days,school children bag,78;Roll Pack,waterproof roll,59;Camera Sling,camera photo bag,46;Cabin 40,travel cabin,65;Tiny Pack,children nursery,34;City Tote,bag shopping,57
Storm Shell,rain waterproof,88;Down Parka,winter warm coat,79;Denim Classic,denim,66;Wind Light,running sport,61;Rain Cape,rain raincoat,49;Fleece Zip,warm fleece,70;Wax Field,outdoor country,44;Kids’ Puddle,children rain raincoat,55;Evening Blazer,office formal,52
The Salt Road,novel thriller,94;One Pan,cookbook kitchen,83;Bread Again,cookbook baking,68;The Quiet Tide,novel,71;Fox Goes Home,children picture,76;City Walks,travel guide,54;Night Ferry,thriller novel,63;Garden Year,garden guide,48;Learn to Sketch,art guide,43;Number Games,children puzzle,51
Field Auto,automatic leather,69;Dive 200,dive steel,64;Pulse 3,smartwatch sport,91;Pulse Mini,smartwatch small,67;Dress Thin,dress leather,50;Kids’ Tick,children,38;Pilot Chrono,pilot steel,47;Solar Day,solar,45
City Seven,city,75;Ridge Hard,mountain,72;Gravel One,gravel road,64;Fold Metro,folding commuter city,60;Volt City,electric city,80;Kids’ 20,children,56;Cargo Long,cargo electric,46;Step Easy,city easy,52;Road Race,road race,49`;

/** Everything the shop sells. */
export const products: readonly Product[] = shelves
  .split('\n')
  .flatMap((shelf, row) => shelf.split(';').map((line) => ({ line: line.split(','), category: categories[row]! })))
  .map(({ line: [name = '', tags = '', popularity = ''], category }, id) => ({
    id,
    name,
    category,
    popularity: Number(popularity),
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
