/** Where things lie. Two drawings for a lab, and the lanes alone for a still. */
type Layout = 'wide' | 'narrow' | 'still';

/** One layout. */
export interface Place {
  layout: Layout;
  /** In the drawing's own units, as all that follows. */
  width: number;
  height: number;
  /** Height of the text: 13 px on a lab of 704 px, and 15 on a phone of 320 px. */
  size: number;
  /** Both lanes, on one axis of six hours, labelled every so many. In a wide drawing words stand beside a lane, else above it. */
  lanes: { x: number; w: number; h: number; full: number; delta: number; axis: number; every: number };
  /** Time over changed rows. */
  chart: { x: number; y: number; w: number; h: number };
}

/** By the names of `src/lab/picture.ts`. */
export const places: { readonly [Name in Layout]: Place } = {
  wide: {
    layout: 'wide',
    width: 1080,
    height: 460,
    size: 20,
    lanes: { x: 190, w: 750, h: 42, full: 4, delta: 62, axis: 116, every: 1 },
    chart: { x: 190, y: 216, w: 862, h: 184 },
  },
  narrow: {
    layout: 'narrow',
    width: 350,
    height: 428,
    size: 16.5,
    lanes: { x: 1, w: 348, h: 28, full: 24, delta: 88, axis: 126, every: 2 },
    chart: { x: 48, y: 222, w: 282, h: 160 },
  },
  still: {
    layout: 'still',
    width: 440,
    height: 268,
    size: 20.5,
    lanes: { x: 2, w: 436, h: 52, full: 38, delta: 138, axis: 212, every: 2 },
    chart: { x: 0, y: 0, w: 0, h: 0 },
  },
};
