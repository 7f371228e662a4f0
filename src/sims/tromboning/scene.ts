/** All that the picture's lines and packets are placed by: which ways are in use, and where they run in the drawing. */
import { sites } from './sites.ts';
import type { Flat } from './geography.ts';
import { onMap, type Plan } from './plan.ts';
import { inspectorOn, waysOf } from './routes.ts';
import { slideTo, type Slide } from './slide.ts';
import type { Config, Firewall, State } from './state.ts';

/** In the drawing's units. It follows from where the firewalls stand and from the settings, not from the time. */
export interface Scene {
  /** The line through each firewall, in use or not. */
  slides: Readonly<Record<Firewall, Slide>>;
  /** The firewall on Bob's packets' way and on the answers'; null where they go directly or not at all. */
  inspectors: readonly [Firewall | null, Firewall | null];
  /** Whether each of the two ways exists. */
  open: readonly [boolean, boolean];
  /** The site of the file, where it is not Alice's desk. */
  file: Flat | null;
  /** The direct line, Bob's end first. */
  direct: readonly [Flat, Flat];
  bobDesk: Flat;
  /** The building on the map. */
  origin: Flat;
}

/** The firewalls on the map. */
export const boxesOf = ({ policy }: Config): readonly Firewall[] =>
  policy === 'twoFirewalls' ? ['firewall', 'second'] : ['firewall'];

/** Finds both ways anew, for where the firewalls stand. */
export function sceneOf(state: Pick<State, Firewall>, config: Config, plan: Plan): Scene {
  const spot = onMap(sites[config.fileAt], plan);
  // Below its city, whose name and whose firewall may stand there already.
  const below = config.fileAt === 'philadelphia' || plan.width > 700 ? 50 : 24;
  const file = config.fileAt === 'cincinnati' ? null : { x: spot.x, y: spot.y + below };
  const { request, answer } = waysOf(config, state);
  const [bobDesk, aliceDesk] = [plan.bobLeaves[0]!, plan.aliceLeaves[0]!];
  return {
    slides: { firewall: slideTo(state.firewall, plan, file), second: slideTo(state.second, plan, file) },
    inspectors: [request && inspectorOn(request), answer && inspectorOn(answer)],
    open: [request !== null, answer !== null],
    file,
    direct: file ? [plan.origin, file] : [bobDesk, aliceDesk],
    bobDesk,
    origin: plan.origin,
  };
}
