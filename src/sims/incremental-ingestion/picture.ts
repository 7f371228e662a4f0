/** The whole picture as data: its size, its shapes, and where the commit of order 42 can be grasped. */
import type { Shape } from '../../lab/drawing/shapes.ts';
import { axisShapes } from './axis-shapes.ts';
import type { Scale } from './geometry.ts';
import { heldCommit, oneBarAxis } from './held.ts';
import { oneBarPlans } from './one-bar-plan.ts';
import { oneBarShapes } from './one-bar-shapes.ts';
import { planOf, type Plan, type Scene } from './plan.ts';
import { statusShapes } from './status-shapes.ts';
import { stepShapes } from './step-shapes.ts';

/** Where the commit is, made or planned, and what of it can be touched. */
export interface Hold {
  /** Run time. */
  commitMs: number;
  committed: boolean;
  axis: Scale;
  /** Of the handle's middle, from the top of the drawing. */
  y: number;
  /** Radius of what can be touched: 22 px or more on screen. */
  reach: number;
}

/** In the drawing's own units. */
export interface Whole {
  /** Of letters. */
  size: number;
  width: number;
  height: number;
  shapes: readonly Shape[];
  /** null where there is nothing to grasp: another kind of run, a still, or a field that is locked. */
  hold: Hold | null;
}

/** The plan follows from the settings and the layout. `isLocked` takes the handle away. */
export function drawWhole(before: Omit<Scene, 'plan'>, layout: Plan['layout'], isLocked: boolean): Whole {
  const plan = planOf(before.config, layout);
  const scene = { ...before, plan };
  if (before.config.work !== 'one-order') {
    const shapes = [...axisShapes(scene), ...stepShapes(scene), ...statusShapes(scene)];
    return { ...plan, shapes: shown(shapes), hold: null };
  }
  const { height, y, reach } = oneBarPlans[layout];
  const held = heldCommit(scene);
  const canHold = !isLocked && layout !== 'still';
  return {
    ...plan,
    height,
    shapes: shown(oneBarShapes(scene, held, canHold)),
    hold: canHold ? { ...held, axis: oneBarAxis(scene.config, layout), y, reach } : null,
  };
}

/** Without those that have nothing to draw. */
function shown(shapes: readonly Shape[]): Shape[] {
  return shapes.filter((shape) => !('d' in shape && shape.d === ''));
}
