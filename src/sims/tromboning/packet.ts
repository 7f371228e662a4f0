/** Where the packet is drawn, and where one was lost. */
import type { Flat } from './geography.ts';
import type { Node } from './routes.ts';
import type { Scene } from './scene.ts';
import { lengthOf } from './slide.ts';
import type { Firewall, State } from './state.ts';

const isBox = (node: Node): node is Firewall => node === 'firewall' || node === 'second';

/** null when none is under way. */
export function packetAt({ flight }: Pick<State, 'flight'>, nowMs: number, scene: Scene): Flat | null {
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
export function lossAt({ lost }: Pick<State, 'lost'>, scene: Scene): Flat | null {
  if (lost === null) return null;
  if (!isBox(lost.at)) return scene.file && lost.reply ? scene.file : scene.origin;
  const [start, end] = lineOf(lost.reply ? 'aliceSite' : 'bobSite', lost.at, true, lost.reply, scene).slice(-2);
  return between(end!, start!, Math.min(0.5, 52 / Math.max(lengthOf(start!, end!), 1)));
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
