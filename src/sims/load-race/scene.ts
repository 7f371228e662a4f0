/** All that the parts of the picture are drawn from, and the picture made of them. */
import type { Shape } from '../../lab/drawing/shapes.ts';
import { curveShapes } from './curve.ts';
import { laneShapes } from './lanes.ts';
import type { Place } from './place.ts';
import type { Plan, State } from './state.ts';

/** What lanes and chart are drawn from. */
export interface Scene {
  state: State;
  /** Of the incremental load, as it is set now. */
  plan: Plan;
  /** Since the race began. */
  nowMs: number;
  /** Draw nothing that happened. */
  covered: boolean;
  place: Place;
}

/** The race, and in a lab below it the chart on whose axis the learner’s handle lies. */
export function sceneShapes(scene: Scene): Shape[] {
  return scene.place.layout === 'still' ? laneShapes(scene) : [...laneShapes(scene), ...curveShapes(scene)];
}
