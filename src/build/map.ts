/**
 * Draws src/sims/tromboning/map.svg: coast and state borders round the building, from the us-atlas
 * package (U.S. Census Bureau, public domain). Run it again only when the window or projection changes:
 * `node src/build/map.ts`. Units are miles from the building, so any drawing can scale it.
 */
import { writeFileSync } from 'node:fs';
import atlas from 'us-atlas/states-10m.json' with { type: 'json' };
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { flatten, type Flat } from '../sims/tromboning/geography.ts';

/** Miles round the building that any drawing of the map may show. */
const window = { west: -330, east: 760, north: -360, south: 420 };
/** Borders are drawn to within this many miles. */
const TOLERANCE = 2.2;

const topology = atlas as unknown as Topology<{ states: GeometryCollection }>;

/** Ramer-Douglas-Peucker: drops points nearer than the tolerance to the line without them. */
function simplify(points: readonly Flat[]): readonly Flat[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  let farthest = 0;
  let at = 0;
  points.forEach((point, i) => {
    const distance = fromLine(point, first, last);
    if (distance > farthest) [farthest, at] = [distance, i];
  });
  if (farthest < TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function fromLine(p: Flat, a: Flat, b: Flat): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(p.x - a.x, p.y - a.y);
  return Math.abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length;
}

function inWindow({ x, y }: Flat): boolean {
  return x > window.west && x < window.east && y > window.north && y < window.south;
}

/** The parts of a line inside the window. */
function clip(points: readonly Flat[]): Flat[][] {
  const runs: Flat[][] = [[]];
  for (const point of points) {
    if (inWindow(point)) runs.at(-1)!.push(point);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

function draw(lines: readonly (readonly (readonly number[])[])[]): string {
  const runs = lines.flatMap((line) => clip(line.map(([lon, lat]) => flatten({ lat: lat!, lon: lon! }))));
  return runs
    .map((run) => {
      let [x, y] = [0, 0];
      return simplify(run)
        .map((point, i) => {
          const [toX, toY] = [Math.round(point.x), Math.round(point.y)];
          const text = i === 0 ? `M${toX} ${toY}l` : `${toX - x} ${toY - y}`;
          [x, y] = [toX, toY];
          return text;
        })
        .join(' ')
        .replaceAll(' -', '-')
        .replace('l ', 'l');
    })
    .filter((path) => !path.endsWith('l0 0'))
    .join('');
}

const { states } = topology.objects;
const coast = draw(mesh(topology, states, (a, b) => a === b).coordinates);
const borders = draw(mesh(topology, states, (a, b) => a !== b).coordinates);
const box = `${window.west} ${window.north} ${window.east - window.west} ${window.south - window.north}`;
const paths = `<path d="${coast}" stroke-width="1.4"/><path d="${borders}" stroke-width=".8" stroke-opacity=".6"/>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><g fill="none" stroke="#7d8790" stroke-opacity=".5" stroke-linejoin="round">${paths}</g></svg>\n`;
writeFileSync(new URL('../sims/tromboning/map.svg', import.meta.url), svg);
console.log(`map.svg: ${svg.length} bytes`);
