/** A simulation's picture at one moment as a file that stands alone. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { stillSvg, type Ground, type StillOptions } from '../build/still-svg.ts';
import type { AnySimulation } from '../engine/fields.ts';
import type { Values } from '../engine/simulation.ts';
import type { View } from '../engine/timeline.ts';
import { noHand, type Layout, type PictureProps } from '../lab/picture.ts';
import { pictureOf } from './picture-of.ts';

/** The SVG, in the colours of one theme or of both. */
export function pictureSvg(
  { id }: AnySimulation,
  { state, config, nowMs, measures }: View,
  layout: Layout,
  ground: Ground,
  options?: StillOptions,
): string {
  const Picture = pictureOf(id) as unknown as Component<PictureProps<Values, unknown>>;
  const props = { state, config, nowMs, measures, act: noHand, motion: 'auto' as const, locked: [], layout };
  return stillSvg(render(Picture, { props }).body, ground, options);
}
