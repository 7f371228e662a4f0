/**
 * Draws src/sims/tromboning/map.svg: coast and state borders round the building. Run it again only when the
 * window or the projection changes: `node src/build/map.ts`. Units are miles from the building, so any drawing
 * can scale it.
 *
 * The lines are the U.S. Census Bureau's cartographic boundaries (public domain) as the us-atlas package has
 * them, copyright 2013-2019 Michael Bostock, ISC licence. Canada's shores are not among them.
 */
import { writeFileSync } from 'node:fs';
import atlas from 'us-atlas/states-10m.json' with { type: 'json' };
import { feature, meshArcs } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { flatten, type Flat } from '../sims/tromboning/geography.ts';

/** Miles round the building that the wide and the narrow drawing of the map show, and a little more. */
const windows = [
  { west: -260, east: 730, north: -280, south: 180 },
  { west: -150, east: 600, north: -560, south: 420 },
];
/** Borders are drawn to within this many miles. */
const TOLERANCE = 1.6;
/** Islands less wide and high than this are left out: so small they are specks. */
const SMALLEST_ISLAND = 9;

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

function isShown(point: Flat | undefined): boolean {
  if (!point) return false;
  const { x, y } = point;
  return windows.some(({ west, east, north, south }) => x > west && x < east && y > north && y < south);
}

/** The parts of a line that are shown, each to the first point outside: a straight border may have no other. */
function clip(points: readonly Flat[]): Flat[][] {
  const runs: Flat[][] = [[]];
  points.forEach((point, i) => {
    if (isShown(points[i - 1]) || isShown(point) || isShown(points[i + 1])) runs.at(-1)!.push(point);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 1);
}

function isSpeck(points: readonly Flat[]): boolean {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const [first, last] = [points[0]!, points.at(-1)!];
  return first.x === last.x && first.y === last.y && size < SMALLEST_ISLAND;
}

/** Line by line between the points where lines meet, which simplifying must leave in place. */
function draw(arcs: readonly (readonly number[])[]): string {
  return arcs
    .flat()
    .map((arc) => feature(topology, { type: 'LineString', arcs: [arc] }).geometry)
    .map(({ coordinates }) => coordinates.map(([lon, lat]) => flatten({ lat: lat!, lon: lon! })))
    .filter((line) => !isSpeck(line))
    .flatMap(clip)
    .map(pathOf)
    .join('');
}

function pathOf(run: readonly Flat[]): string {
  const points = simplify(run).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  const steps = points
    .slice(1)
    .map(({ x, y }, i) => ({ x: x - points[i]!.x, y: y - points[i]!.y }))
    .filter(({ x, y }) => x !== 0 || y !== 0);
  if (steps.length === 0) return '';
  const text = (values: readonly Flat[]): string => values.map(({ x, y }) => `${x} ${y}`).join(' ');
  return `M${text(points.slice(0, 1))}l${text(steps)}`.replaceAll(' -', '-');
}

const { states } = topology.objects;
const coast = draw(meshArcs(topology, states, (a, b) => a === b).arcs);
const borders = draw(meshArcs(topology, states, (a, b) => a !== b).arcs);
const [west, north] = [Math.min(...windows.map((each) => each.west)), Math.min(...windows.map((each) => each.north))];
const [east, south] = [Math.max(...windows.map((each) => each.east)), Math.max(...windows.map((each) => each.south))];
const box = `${west} ${north} ${east - west} ${south - north}`;
const source =
  '<!-- Lines: U.S. Census Bureau, public domain; from us-atlas, (c) 2013-2019 Michael Bostock, ISC licence -->';
const paths = `<path d="${coast}" stroke-width="1.4"/><path d="${borders}" stroke-width=".8" stroke-opacity=".6"/>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${source}<g fill="none" stroke="#7d8790" stroke-opacity=".5" stroke-linejoin="round">${paths}</g></svg>\n`;
writeFileSync(new URL('../sims/tromboning/map.svg', import.meta.url), svg);
console.log(`map.svg: ${svg.length} bytes`);
