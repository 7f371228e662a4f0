/** Where the picture's things lie: the map's frame, the slide between building and firewall, the packet on it. */
import { cities } from './cities.ts';
import { building, flatten, headquarters, unflatten, type Flat, type Place } from './geography.ts';
import type { Config, State } from './model.ts';

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
  named: readonly string[];
}

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

export function onMap(place: Place, plan: Plan): Flat {
  const { x, y } = flatten(place);
  return { x: plan.origin.x + x * plan.scale, y: plan.origin.y + y * plan.scale };
}

export interface Label extends Flat {
  text: string;
  anchor: 'start' | 'middle' | 'end';
  /** The place itself, where it has a mark. */
  dot?: Flat;
}

/** The quiet words of the map: rings in miles, cities, headquarters and the building's own city. */
export function labelsOf(plan: Plan): Label[] {
  const { origin, scale, width, label } = plan;
  const wide = width > 700;
  // Rings are named south of east, where the map is empty; the smallest further down, clear of the slide.
  const rings = [100, 300, 500].map((miles): Label => ({
    x: Math.min(origin.x + miles * scale * (miles === 100 ? 0.766 : 0.966), width - 30),
    y: origin.y + miles * scale * (miles === 100 ? 0.643 : 0.259) + (miles === 100 ? label * 0.6 : 0),
    text: miles === 500 ? '500 miles' : String(miles),
    anchor: miles === 500 && !wide ? 'end' : 'middle',
  }));
  const places = cities
    .filter(({ name }) => plan.named.includes(name))
    .map((city): Label => {
      const dot = onMap(city, plan);
      return { x: dot.x + 7, y: dot.y - 6, text: city.name, anchor: 'start', dot };
    });
  const home = onMap(headquarters, plan);
  return [
    ...rings,
    ...places,
    {
      x: Math.min(home.x + 24, width - 4),
      y: home.y - (wide ? 62 : 42),
      text: 'Philadelphia, headquarters',
      anchor: 'end',
    },
    { x: origin.x, y: origin.y + (wide ? 62 + label : 44 + label), text: building.name, anchor: 'middle', dot: origin },
  ];
}

/** The place under a point of the drawing, kept inside its edges. */
export function placeAt(x: number, y: number, plan: Plan): Place {
  const within = (value: number, most: number): number => Math.min(most - 24, Math.max(24, value));
  return unflatten({
    x: (within(x, plan.width) - plan.origin.x) / plan.scale,
    y: (within(y, plan.height) - plan.origin.y) / plan.scale,
  });
}

/** Both sides of the slide, each from a desk to the firewall's side of it. */
export interface Slide {
  bob: readonly Flat[];
  alice: readonly Flat[];
  /** Round the firewall, from the end of one side to the end of the other. */
  bow: string;
  /** The part that is pulled out, drawn double. */
  inner: string;
  firewall: Flat;
  /** Where the number stands, and whether it is inside the slide. */
  figure: Flat & { inside: boolean };
}

export function slideTo(firewallPlace: Place, plan: Plan): Slide {
  const firewall = onMap(firewallPlace, plan);
  const { origin } = plan;
  const [dx, dy] = [firewall.x - origin.x, firewall.y - origin.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  const along = length < 1 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length };
  const half = Math.min(plan.widest, 12 + length * 0.07);
  // Of the two sides, the one that begins higher up.
  const up = along.x >= 0 ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x };
  const side = (sign: 1 | -1, share: number): Flat => ({
    x: origin.x + along.x * length * share + up.x * half * sign,
    y: origin.y + along.y * length * share + up.y * half * sign,
  });
  const lane = (sign: 1 | -1): Flat[] => [side(sign, 0), side(sign, 1)];
  const [bobSign, aliceSign] = plan.bobTakes === 'upper' ? ([1, -1] as const) : ([-1, 1] as const);
  const begins = (from: readonly Flat[], to: Flat): Flat[] => {
    const last = from.at(-1)!;
    // A narrow drawing comes down the side and turns; a wide one goes straight to the slide.
    return plan.bobTakes === 'lower' ? [...from, { x: last.x, y: to.y }] : [...from];
  };
  const bow = (share: number): string => {
    const [a, b, c, d] = [side(1, share), side(1, 1), side(-1, 1), side(-1, share)];
    const sweep = along.x >= 0 ? 1 : 0;
    return `M${at(a)}L${at(b)}A${half.toFixed(1)} ${half.toFixed(1)} 0 0 ${sweep} ${at(c)}L${at(d)}`;
  };
  const inside = half * 2 > plan.figure + 14 && length > 300;
  return {
    bob: [...begins(plan.bobLeaves, side(bobSign, 0)), ...lane(bobSign)],
    alice: [...begins(plan.aliceLeaves, side(aliceSign, 0)), ...lane(aliceSign)],
    bow: bow(1),
    inner: bow(0.42),
    firewall,
    figure: inside
      ? { x: origin.x + along.x * length * 0.5, y: origin.y + along.y * length * 0.5 + plan.figure * 0.35, inside }
      : { ...plan.aside, inside },
  };
}

/** "x y" with one decimal. */
export function at({ x, y }: Flat): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

export function polyline(points: readonly Flat[]): string {
  return `M${points.map(at).join('L')}`;
}

/** Where the packet is now; null when none is under way. */
export function packetAt(state: State, config: Config, nowMs: number, slide: Slide): Flat | null {
  const { flight } = state;
  if (flight === null) return null;
  const takes = flight.arrivesMs - flight.departedMs;
  const share = takes > 0 ? Math.min(1, Math.max(0, (nowMs - flight.departedMs) / takes)) : 1;
  const [bobDesk, aliceDesk] = [slide.bob[0]!, slide.alice[0]!];
  if (config.policy === 'trustBuilding' && flight.from !== 'firewall') {
    const [from, to] = flight.reply ? [aliceDesk, bobDesk] : [bobDesk, aliceDesk];
    return between(from, to, flight.to === 'switch' ? 0 : share);
  }
  if (flight.from === 'firewall' && flight.to === 'firewall') return slide.firewall;
  const outward = flight.to === 'firewall';
  const inward = flight.from === 'firewall';
  const bobs = outward ? !flight.reply : inward ? flight.reply : flight.from === 'bob' || flight.to === 'bob';
  const path = bobs ? slide.bob : slide.alice;
  const [start, end] = [path.at(-2)!, path.at(-1)!];
  if (outward) return between(start, end, share);
  if (inward) return between(end, start, share);
  const desk = path[0]!;
  return flight.to === 'switch' ? between(desk, start, share) : between(start, desk, share);
}

function between(a: Flat, b: Flat, share: number): Flat {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
