/** Dots, rings and arrow heads, each kind as one path. */
import { paint, type Shape } from '../../lab/drawing/shapes.ts';

/** The middle of a mark. */
export interface Spot {
  x: number;
  y: number;
}

/** Many dots as one path: strokes without length, drawn as wide as their round ends. */
function dots(spots: readonly Spot[]): string {
  let at = '';
  let [x, y] = [NaN, NaN];
  for (const spot of spots) {
    const [nextX, nextY] = [Math.round(spot.x), Math.round(spot.y)];
    at += x === x ? `m${nextX - x} ${nextY - y}h0` : `M${nextX} ${nextY}h0`;
    [x, y] = [nextX, nextY];
  }
  return at;
}

/** Filled dots: live. */
export function filled(spots: readonly Spot[], width: number): Shape[] {
  return spots.length === 0 ? [] : [{ d: dots(spots), stroke: paint('live'), width }];
}

/** Hollow rings: dark. A dot with a smaller one of paper on it. */
export function hollow(spots: readonly Spot[], width: number): Shape[] {
  if (spots.length === 0) return [];
  const d = dots(spots);
  return [
    { d, stroke: paint('dark'), width },
    { d, stroke: paint('paper'), width: width - 4 },
  ];
}

/** An arrow head at the end of a line that goes that way. */
export function head(x: number, y: number, way: 'left' | 'right' | 'up'): string {
  const s = 6;
  if (way === 'left' || way === 'right') {
    const back = way === 'left' ? s : -s;
    return `M${x + back} ${y - s}L${x} ${y}l${back} ${s}`;
  }
  return `M${x - s} ${y + s}L${x} ${y}l${s} ${s}`;
}
