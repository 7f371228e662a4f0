/** The sizes of the picture, for each kind of run and each layout. */
import type { Later } from './later-here.svelte.ts';
import type { Config, State } from './state.ts';

/** At most this many transactions are drawn, the newest. */
export const MOST_BARS = 100;

/** All that the parts of the picture are drawn from. */
export interface Scene {
  state: State;
  config: Config;
  nowMs: number;
  /** Draw nothing of what the warehouse holds. */
  covered: boolean;
  plan: Plan;
  /** Null before the run has begun. */
  later: Later | null;
}

/** Beside text, on a phone, or in a frame. */
export type Layout = 'wide' | 'narrow' | 'still';

/** In the drawing's own units. */
export interface Plan {
  layout: Layout;
  width: number;
  height: number;
  /** Of letters; and about how wide one is. */
  size: number;
  letter: number;
  /** The axis with its bars; null where there is only room for the five steps. */
  axis: { top: number; lanes: number; pitch: number; y: number } | null;
  /** Where the five steps begin; null where a sync is one act. */
  stepsY: number | null;
}

/** Whether each bar has its words. */
export function isNamed({ work }: Config): boolean {
  return work !== 'traffic' && work !== 'five-orders';
}

/** Whether kinds of change are told by the ends of bars alone. */
export function needsLegend(config: Config, layout: Layout): boolean {
  return (
    (config.work === 'traffic' && config.changes === 'mixed' && layout !== 'still') ||
    (isNamed(config) && layout === 'narrow')
  );
}

/** The drawing of one order takes only its width and letters from it; the rest is in one-bar-plan.ts. */
export function planOf(config: Config, layout: Layout): Plan {
  const isStill = layout === 'still';
  const isWide = layout === 'wide';
  const steps = config.stepS > 0;
  const size = isWide ? 20 : isStill ? 20.5 : 16.5;
  const plan = { layout, size, letter: size * 0.53, width: isWide ? 1080 : isStill ? 440 : 350 };
  if (isStill && steps) return { ...plan, height: 268, axis: null, stepsY: 2 };
  const lanes = config.work === 'five-orders' ? 5 : isNamed(config) ? (steps ? 4 : 6) : isStill ? 12 : steps ? 10 : 16;
  const top = isStill ? 30 : size * 3;
  const pitch = isNamed(config)
    ? size * 1.3
    : (isStill ? 142 : config.work === 'five-orders' ? 200 : lanes * size * 0.7) / lanes;
  // A row above the axis is for the mark.
  const y = Math.round(top + lanes * pitch + (isStill ? 6 : size * 1.3));
  const below = isStill ? 268 : Math.round(y + size * (steps ? 2.6 : 3.2));
  // On a phone the three kinds of change are told apart in a line of their own.
  const legend = layout === 'narrow' && needsLegend(config, layout) ? 26 : 0;
  if (!steps) return { ...plan, height: below + legend, axis: { top, lanes, pitch, y }, stepsY: null };
  const stepsY = below + (isWide ? 34 : 4);
  return { ...plan, height: stepsY + (isWide ? 184 : 262), axis: { top, lanes, pitch, y }, stepsY };
}
