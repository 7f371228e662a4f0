/** The packet under way, where one was lost, and the first byte. */
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';
import type { Flat } from './geography.ts';
import { circle } from './plan.ts';
import type { Node } from './routes.ts';
import type { Scene } from './scene.ts';
import { lengthOf } from './slide.ts';
import type { Firewall, State } from './state.ts';

const isBox = (node: Node): node is Firewall => node === 'firewall' || node === 'second';

/** What moves, drawn above everything else. In steps an arrow says which way it goes. */
export function movingShapes(state: State, nowMs: number, scene: Scene, motion: 'auto' | 'step'): Shape[] {
  const packet = packetAt(state, nowMs, scene);
  if (packet) {
    const { x, y } = packet;
    // Out to the firewall or back from it.
    const s = isBox(state.flight!.to) ? 1 : -1;
    const arrow = `M${x - 13 * s} ${y - 14}h${26 * s}m${-8 * s}-5l${9 * s} 5 ${-9 * s} 5`;
    return [
      { d: box(x - 8, y - 8, 16, 16, 0), fill: paint('paper') },
      markAt('wait', x, y, 16),
      ...(motion === 'step' && scene.inspectors[0] ? [{ d: arrow, stroke: paint('wait'), width: 2 }] : []),
    ];
  }
  const loss = lossAt(state, scene);
  if (loss) return ringed('harm', loss);
  return state.firstByteMs === null ? [] : ringed('good', scene.bobDesk);
}

function ringed(mark: 'harm' | 'good', at: Flat): Shape[] {
  return [{ d: circle(at, 14), fill: paint('paper'), stroke: paint(mark), width: 2 }, markAt(mark, at.x, at.y, 15)];
}

/** null when none is under way. */
function packetAt({ flight }: Pick<State, 'flight'>, nowMs: number, scene: Scene): Flat | null {
  if (flight === null) return null;
  const { from, to, reply, departedMs, arrivesMs } = flight;
  const takes = arrivesMs - departedMs;
  const share = takes > 0 ? Math.min(1, Math.max(0, (nowMs - departedMs) / takes)) : 1;
  if (isBox(to)) {
    if (from === to) return scene.slides[to].firewall;
    return along(lineOf(from, to, true, reply, scene), share);
  }
  if (isBox(from)) return along(lineOf(to, from, false, reply, scene), 1 - share);
  const [bobs, files] = scene.direct;
  if (from === 'bobSite' && to === 'aliceSite') return between(bobs, files, share);
  if (from === 'aliceSite' && to === 'bobSite') return between(files, bobs, share);
  const atDesk = from === 'bob' || to === 'bob' ? 'bob' : 'alice';
  const outward = from === atDesk ? share : 1 - share;
  const box = scene.inspectors[reply ? 1 : 0];
  if (scene.file) return atDesk === 'alice' ? scene.file : between(scene.bobDesk, scene.origin, outward);
  if (box === null) {
    // In the building the whole direct line is drawn as the second half, from the switch to the desk.
    const [start, end] = reply ? [files, bobs] : [bobs, files];
    return between(start, end, from === atDesk ? 0 : share);
  }
  const line = scene.slides[box][atDesk];
  return between(line[0]!, line.at(-2)!, outward);
}

/** Beside the firewall that dropped it, or where no way went on. */
function lossAt({ lost }: Pick<State, 'lost'>, scene: Scene): Flat | null {
  if (lost === null) return null;
  if (!isBox(lost.at)) return scene.file && lost.reply ? scene.file : scene.origin;
  const [start, end] = lineOf(lost.reply ? 'aliceSite' : 'bobSite', lost.at, true, lost.reply, scene).slice(-2);
  return between(end!, start!, 40 / (40 + lengthOf(start!, end!)));
}

/** The line of a hop between a site and a firewall: for neighbours Alice's answers go out on her side, and come back on Bob's. */
function lineOf(site: Node, box: Firewall, outward: boolean, reply: boolean, scene: Scene): readonly Flat[] {
  const alices = scene.file ? site === 'aliceSite' : reply === outward;
  return scene.slides[box][alices ? 'alice' : 'bob'];
}

function along(line: readonly Flat[], share: number): Flat {
  return between(line.at(-2)!, line.at(-1)!, share);
}

function between(a: Flat, b: Flat, share: number): Flat {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
