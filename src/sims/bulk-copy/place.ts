/** Where things lie. Two drawings of one scene for a lab, and one with few words for a still. */
type Layout = 'wide' | 'narrow' | 'still';

interface Spot {
  x: number;
  y: number;
  anchor?: 'end';
}
/** One layout. */
export interface Place {
  layout: Layout;
  /** In the drawing's own units, as all that follows. */
  width: number;
  height: number;
  /** Height of the text: 13 px on a lab of 704 px, and 15 on a phone of 320 px. */
  size: number;
  /** The building, with Alice’s floor above Bob’s. */
  house: { x: number; y: number; w: number; h: number };
  /** The slide: its lanes, where it is bent, and how far it is pushed in on the direct way. */
  slide: { top: number; bottom: number; bend: number; direct: number };
  /** The one number: inside the slide, wherever that ends. */
  number: { x: number; directX: number; y: number; size: number };
  /** Where labels stand: the way, its far end, and what is below or beside the number. A still has none. */
  words: { way: Spot; firewall: Spot; captionX: number; captionY: number };
  /** The bars, with what they are measured in above and to the right. */
  strip: { x: number; y: number; w: number; h: number };
}

/** By the names of `src/lab/picture.ts`. */
export const places: { readonly [Name in Layout]: Place } = {
  wide: {
    layout: 'wide',
    width: 1080,
    height: 362,
    size: 20,
    house: { x: 2, y: 12, w: 168, h: 192 },
    slide: { top: 60, bottom: 156, bend: 850, direct: 196 },
    number: { x: 214, directX: 284, y: 126, size: 50 },
    words: { way: { x: 850, y: 32, anchor: 'end' }, firewall: { x: 924, y: 115 }, captionX: 240, captionY: 124 },
    strip: { x: 48, y: 262, w: 880, h: 90 },
  },
  narrow: {
    layout: 'narrow',
    width: 350,
    height: 392,
    size: 16.5,
    house: { x: 1, y: 4, w: 84, h: 180 },
    slide: { top: 50, bottom: 138, bend: 266, direct: 94 },
    number: { x: 106, directX: 156, y: 92, size: 32 },
    words: { way: { x: 1, y: 204 }, firewall: { x: 348, y: 171, anchor: 'end' }, captionX: 0, captionY: 115 },
    strip: { x: 52, y: 258, w: 182, h: 100 },
  },
  still: {
    layout: 'still',
    width: 440,
    height: 268,
    size: 20.5,
    house: { x: 2, y: 6, w: 122, h: 140 },
    slide: { top: 42, bottom: 112, bend: 362, direct: 132 },
    number: { x: 158, directX: 196, y: 90, size: 38 },
    words: { way: { x: 0, y: 0 }, firewall: { x: 0, y: 0 }, captionX: 0, captionY: 0 },
    strip: { x: 4, y: 170, w: 432, h: 92 },
  },
};
