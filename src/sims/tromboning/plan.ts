/** How each drawing lays the map out, and what is written on it. */
import { landmarks, sites } from './sites.ts';
import { building, flatten, headquarters, unflatten, type Flat, type Place } from './geography.ts';

/** How one drawing lays the map out, in the drawing's own units. */
export interface Plan {
  width: number;
  height: number;
  /** Units a mile. */
  scale: number;
  /** The building on the map. */
  origin: Flat;
  /** The building enlarged: its upper left corner, width and the height of one floor. */
  inset: { x: number; y: number; width: number; floor: number };
  /** From the desk to the edge of the inset; the line then goes to the slide. */
  bobLeaves: readonly Flat[];
  /** The same from her desk. */
  aliceLeaves: readonly Flat[];
  /** Which side of the slide is Bob's where it begins. */
  bobTakes: 'upper' | 'lower';
  /** Half the width of a slide pulled all the way out. */
  widest: number;
  /** Size of the one number. */
  figure: number;
  /** Size of every other word. */
  label: number;
  /** Where the number stands when it does not fit into the slide. */
  aside: Flat;
  /** Cities that are named whatever the run shows. */
  named: readonly string[];
}

/** Where there is room to name cities. */
export const widePlan: Plan = {
  width: 1080,
  height: 470,
  scale: 1.15,
  origin: { x: 268, y: 292 },
  inset: { x: 4, y: 22, width: 200, floor: 84 },
  bobLeaves: [
    { x: 112, y: 84 },
    { x: 226, y: 84 },
  ],
  aliceLeaves: [
    { x: 112, y: 168 },
    { x: 226, y: 168 },
  ],
  bobTakes: 'upper',
  widest: 46,
  figure: 66,
  label: 18,
  aside: { x: 484, y: 408 },
  named: ['Columbus', 'Pittsburgh', 'Washington', 'Cleveland', 'Richmond', 'New York'],
};

/** For a phone: lines leave the building down its side, and only cities that the run is about are named. */
export const narrowPlan: Plan = {
  width: 350,
  height: 470,
  scale: 0.5,
  origin: { x: 62, y: 270 },
  inset: { x: 44, y: 4, width: 216, floor: 66 },
  bobLeaves: [
    { x: 64, y: 52 },
    { x: 12, y: 52 },
  ],
  aliceLeaves: [
    { x: 64, y: 118 },
    { x: 28, y: 118 },
  ],
  bobTakes: 'lower',
  widest: 26,
  figure: 58,
  label: 16.5,
  aside: { x: 186, y: 404 },
  named: [],
};

/** Where a place lies, in the drawing's units from its upper left corner. */
export function onMap(place: Place, plan: Plan): Flat {
  const { x, y } = flatten(place);
  return { x: plan.origin.x + x * plan.scale, y: plan.origin.y + y * plan.scale };
}

/** A circle as a path. */
export function circle({ x, y }: Flat, radius: number): string {
  const r = Math.round(radius * 10) / 10;
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0${-2 * r} 0`;
}

/** Words on the map, in the drawing's units. */
export interface Label extends Flat {
  text: string;
  /** Which part of the words is at `x`, as in SVG. */
  anchor: 'start' | 'middle' | 'end';
  /** The place itself, where it has a mark. */
  dot?: Flat;
}

/** The quiet words of the map: rings in miles, the named cities, headquarters and the building's own city. */
export function labelsOf(plan: Plan, named: readonly string[]): Label[] {
  const { origin, scale, width, label } = plan;
  const wide = width > 700;
  // Rings are named south of east, where the map is empty; the smallest further down, clear of the slide.
  const rings = (
    [
      [100, 0.766, 0.643, 0.6],
      [300, 0.966, 0.259, 0],
      [500, 0.966, 0.259, 0],
    ] as const
  ).map(([miles, east, south, down]): Label => ({
    x: Math.min(origin.x + miles * scale * east, width - 30),
    y: origin.y + miles * scale * south + label * down,
    text: miles === 500 ? '500 miles' : String(miles),
    anchor: miles === 500 && !wide ? 'end' : 'middle',
  }));
  const places = [...Object.values(sites), ...landmarks]
    .filter(({ name }) => named.includes(name))
    .map((city): Label => {
      const dot = onMap(city, plan);
      // East of Columbus is where the large number stands.
      const west = city.name === 'Columbus';
      return { x: dot.x + (west ? -7 : 7), y: dot.y - 6, text: city.name, anchor: west ? 'end' : 'start', dot };
    });
  const home = onMap(headquarters, plan);
  return [
    ...rings,
    ...places,
    {
      x: Math.min(home.x + 24, width - 4),
      y: home.y - (wide ? 62 : 42),
      // Cleveland's name would not fit beside it on a narrow map.
      text: !wide && named.includes('Cleveland') ? 'Philadelphia' : 'Philadelphia, headquarters',
      anchor: 'end',
    },
    { x: origin.x, y: origin.y + (wide ? 62 + label : 44 + label), text: building.name, anchor: 'middle', dot: origin },
  ];
}

/** Where a firewall lands that is let go at a point: on the building, when that is near or drawn there, else where it is. */
export function landingAt(x: number, y: number, plan: Plan): Place {
  const { inset, origin } = plan;
  const onInset = x <= inset.x + inset.width && y <= inset.y + 2 * inset.floor + 12;
  return onInset || (Math.abs(x - origin.x) < 14 && Math.abs(y - origin.y) < 14) ? building : placeAt(x, y, plan);
}

/** The place under a point of the drawing, kept inside its edges. */
export function placeAt(x: number, y: number, plan: Plan): Place {
  const within = (value: number, most: number): number => Math.min(most - 24, Math.max(24, value));
  return unflatten({
    x: (within(x, plan.width) - plan.origin.x) / plan.scale,
    y: (within(y, plan.height) - plan.origin.y) / plan.scale,
  });
}
