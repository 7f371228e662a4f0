/**
 * The way through a firewall as a trombone slide: two lines from the building out to it. With the file at another
 * site, the second line goes there, and nothing is left to pull.
 */
import type { Flat, Place } from './geography.ts';
import { onMap, type Plan } from './plan.ts';

/** Both lines, each from a desk, or from the file's site, to the firewall. */
export interface Slide {
  bob: readonly Flat[];
  alice: readonly Flat[];
  /** The part that is pulled out, round the firewall, drawn double; none where the file is elsewhere. */
  inner: string;
  /** Where both lines end. */
  firewall: Flat;
  /** Where the number stands, and whether it is inside the slide. */
  figure: Flat & { inside: boolean };
}

/** `file` is where the file's site is drawn; null while it is in the building. */
export function slideTo(firewallPlace: Place, plan: Plan, file: Flat | null = null): Slide {
  const firewall = onMap(firewallPlace, plan);
  const { origin } = plan;
  if (file)
    return {
      bob: [...plan.bobLeaves, origin, firewall],
      alice: [file, firewall],
      inner: '',
      firewall,
      figure: { ...plan.aside, inside: false },
    };
  const [dx, dy] = [firewall.x - origin.x, firewall.y - origin.y];
  const length = lengthOf(origin, firewall);
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
  // A narrow drawing comes down the side and turns; a wide one goes straight to the slide.
  const begins = (from: readonly Flat[], { y }: Flat): readonly Flat[] =>
    plan.bobTakes === 'lower' ? [...from, { x: from.at(-1)!.x, y }] : from;
  const [a, b, c, d] = [side(1, 0.42), side(1, 1), side(-1, 1), side(-1, 0.42)];
  const turn = `${half.toFixed(1)} ${half.toFixed(1)} 0 0 ${along.x >= 0 ? 1 : 0}`;
  const inside = half * 2 > plan.figure + 14 && length > 300;
  return {
    bob: [...begins(plan.bobLeaves, side(bobSign, 0)), ...lane(bobSign)],
    alice: [...begins(plan.aliceLeaves, side(aliceSign, 0)), ...lane(aliceSign)],
    inner: `M${at(a)}L${at(b)}A${turn} ${at(c)}L${at(d)}`,
    firewall,
    figure: inside
      ? { x: origin.x + along.x * length * 0.5, y: origin.y + along.y * length * 0.5 + plan.figure * 0.35, inside }
      : { ...plan.aside, inside },
  };
}

/** In the units of the two points. */
export function lengthOf(from: Flat, to: Flat): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** "x y" with one decimal. */
export function at({ x, y }: Flat): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Path data of an open line, each point as `at` writes it. */
export function polyline(points: readonly Flat[]): string {
  return `M${points.map(at).join('L')}`;
}
