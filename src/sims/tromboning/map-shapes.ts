/** The lines of the map in use now, as shapes: ways, what shares the firewall, equal detours, the best spot. */
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { fourSites, sites } from './sites.ts';
import { bestOfFour, isBest } from './best-of-four.ts';
import { detourMiles, equalDetour } from './detour.ts';
import { isMoved } from './figure.ts';
import { building, distanceMiles, type Flat, type Place } from './geography.ts';
import { onMap, type Plan } from './plan.ts';
import type { Scene } from './scene.ts';
import { at, lengthOf, polyline, type Slide } from './slide.ts';
import type { Config, Firewall, State } from './state.ts';

type Boxes = Pick<State, Firewall>;

/** The ways and what else is in use, but for what moves: `packet.ts` draws that on top. */
export function mapShapes(boxes: Boxes, config: Config, scene: Scene, plan: Plan): Shape[] {
  const desks = scene.file ? [scene.bobDesk] : [scene.bobDesk, plan.aliceLeaves[0]!];
  return [
    ...sharing(boxes, config, scene, plan),
    ...ways(config, scene, plan),
    ...fileShapes(scene, plan),
    ...desks.map(({ x, y }) => markAt('live', x, y, 12)),
  ];
}

/** Whoever else's traffic the firewall carries. */
function sharing({ firewall }: Boxes, { sites: shown, backup }: Config, scene: Scene, plan: Plan): Shape[] {
  const to = scene.slides.firewall.firewall;
  const lineFrom = (place: Place): string => `M${at(onMap(place, plan))}L${at(to)}`;
  const richmond = onMap(sites.richmond, plan);
  return [
    ...(shown === 'four'
      ? fourSites
          .filter((site) => site !== 'cincinnati')
          .map((site): Shape => ({ d: lineFrom(sites[site]), stroke: paint('live'), width: 2.4 }))
          .concat(bestShapes(firewall, plan))
      : []),
    ...(backup
      ? [
          { d: lineFrom(sites.richmond), stroke: paint('wait'), width: 7 },
          {
            text: 'a backup',
            x: richmond.x - 14,
            y: richmond.y + 12,
            anchor: 'end' as const,
            fill: paint('wait'),
            weight: 600,
          },
        ]
      : []),
  ];
}

/** The best spot is shown to whoever has come near enough. */
function bestShapes(firewall: Place, plan: Plan): Shape[] {
  if (!isBest(firewall)) return [];
  const { x, y } = onMap(bestOfFour, plan);
  return [
    { d: `M${x - 34} ${y}h68M${x} ${y - 34}v68`, stroke: paint('good'), width: 1.6 },
    markAt('good', x + 44, y, 16),
  ];
}

/**
 * Once a firewall was pulled: all places where it could stand for the same detour, with their name. Drawn below
 * everything else, and not as shapes, since it is in the page before there is anything to draw.
 */
export function curveOf(boxes: Boxes, config: Config, scene: Scene, plan: Plan): { d: string; text: string } & Flat {
  const none = { d: '', text: '', x: 0, y: 0 };
  const which = scene.inspectors[0];
  if (which === null || config.sites !== 'one' || !isMoved(boxes, config)) return none;
  const file = sites[config.fileAt];
  const miles = detourMiles(building, boxes[which], file);
  if (miles < distanceMiles(building, file) + 1) return none;
  const line = equalDetour(building, file, miles, 72).map((place) => onMap(place, plan));
  // Named at its right, clear of the handle.
  const { y: handleY } = onMap(boxes[which], plan);
  const clear = line.filter(({ y }) => Math.abs(y - handleY) >= 50);
  const { x, y } = clear.reduce((most, each) => (each.x > most.x ? each : most), scene.origin);
  const fits = x < plan.width - 130;
  return { d: `${polyline(line)}Z`, text: fits ? 'the same detour' : '', x: x + 8, y: y + 6 };
}

/** The way or ways in use. Where the two directions differ, heads say which is which. */
function ways({ policy, wan }: Config, scene: Scene, plan: Plan): Shape[] {
  const [out, back] = scene.inspectors;
  if (!scene.open[0] || !scene.open[1]) {
    const cut = slideShapes(scene.slides.firewall, paint('ink-3'), plan, '3 6');
    const { bob } = scene.slides.firewall;
    const [start, end] = [bob.at(-2)!, bob.at(-1)!];
    return wan ? cut : [...cut, markAt('harm', (start.x + end.x) / 2, (start.y + end.y) / 2, 26)];
  }
  const live = paint('live');
  const boxes = [...new Set([out, back])].filter((each) => each !== null);
  const isDirect = out === null || back === null;
  const oneWay = out !== back;
  const [bobs, files] = scene.direct;
  return [
    ...boxes.flatMap((each) => slideShapes(scene.slides[each], live, plan)),
    ...(oneWay && out ? slideHeads(scene.slides[out], true, scene) : []),
    ...(oneWay && back ? slideHeads(scene.slides[back], false, scene) : []),
    ...(isDirect
      ? [
          ...(scene.file ? [{ d: polyline([...plan.bobLeaves, bobs]), stroke: live, width: 3.2 }] : []),
          { d: `M${at(bobs)}L${at(files)}`, stroke: live, width: 3.2 },
          ...(out === null ? [head(bobs, files, 0.82)] : []),
          ...(back === null ? [head(files, bobs, 0.82)] : []),
        ]
      : []),
    ...(policy === 'everyHost'
      ? [plan.bobLeaves[0]!, scene.file ?? plan.aliceLeaves[0]!].map((desk) => shield(desk, plan))
      : []),
  ];
}

function slideShapes({ bob, alice, inner }: Slide, stroke: string, { width }: Plan, dash?: string): Shape[] {
  const wide = width > 700;
  const line = { stroke, width: 3.2, dash };
  return [
    { ...line, d: polyline(bob) },
    { ...line, d: polyline(alice) },
    ...(inner === '' || dash !== undefined
      ? []
      : [
          { d: inner, stroke, width: wide ? 11 : 9 },
          { d: inner, stroke: paint('plate'), width: wide ? 6 : 4.5 },
        ]),
  ];
}

/** Which way packets run on the two lines of a slide: out on one, back on the other. */
function slideHeads({ bob, alice }: Slide, isRequest: boolean, { file }: Scene): Shape[] {
  const [b0, b1, a0, a1] = [bob.at(-2)!, bob.at(-1)!, alice.at(-2)!, alice.at(-1)!];
  const onBob = isRequest ? head(b0, b1, 0.5) : head(b1, b0, 0.5);
  const onAlice = isRequest ? head(a1, a0, file ? 0.7 : 0.5) : head(a0, a1, file ? 0.7 : 0.5);
  return [onBob, onAlice];
}

/** The head of an arrow at that share of the way. */
function head(from: Flat, to: Flat, share: number): Shape {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, lengthOf(from, to));
  const [ux, uy] = [(dx / length) * 11, (dy / length) * 11];
  const tip = { x: from.x + dx * share + ux, y: from.y + dy * share + uy };
  const wing = (side: 1 | -1): Flat => ({ x: tip.x - 1.5 * ux - side * uy, y: tip.y - 1.5 * uy + side * ux });
  return { d: `M${at(wing(1))}L${at(tip)}L${at(wing(-1))}`, stroke: paint('live'), width: 3.2 };
}

/** A firewall in a computer. */
function shield({ x, y }: Flat, { width }: Plan): Shape {
  // Clear of the person and of the floor's name.
  const left = x + (width > 700 ? -34 : 48);
  const top = y - 9;
  return {
    d: `${box(left, top, 24, 18, 2)}M${left} ${y - 3}h24M${left} ${y + 3}h24M${left + 12} ${top}v6M${left + 6} ${y - 3}v6M${left + 18} ${y - 3}v6M${left + 12} ${y + 3}v6`,
    stroke: paint('ink'),
    fill: paint('plate'),
    width: 1.4,
  };
}

/** The computer that has the file, where it is not Alice's. */
function fileShapes({ file }: Scene, { width }: Plan): Shape[] {
  if (file === null) return [];
  const { x, y } = file;
  return [
    {
      d: `${box(x - 9, y - 9, 18, 20, 2)}M${x - 4} ${y - 3}h8M${x - 4} ${y + 1}h8`,
      stroke: paint('ink'),
      fill: paint('paper'),
      width: 1.6,
    },
    // Beside it where there is room, else below.
    width > 700 && x > width / 2
      ? { text: 'the file', x: x + 16, y: y + 6, weight: 600 }
      : { text: 'the file', x, y: y + 28, anchor: 'middle', weight: 600 },
  ];
}
