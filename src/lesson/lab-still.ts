/** The picture of a lab's run at its end, as a file beside the page: what is seen where scripts are off. */
import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { stillSvg, type Theme } from '../build/still-svg.ts';
import type { Values } from '../engine/simulation.ts';
import { noHand, type PictureProps } from '../lab/picture.ts';
import { computedView } from './computed.ts';
import { labOf, type CurrentLesson } from './current.ts';
import { pictureOf } from './picture-of.ts';
import { simulationOfLab } from './simulation-of.ts';

export const themes: readonly Theme[] = ['light', 'dark'];

/** The file of that still, from the page of the lesson. */
export function labStillFile(lab: string, theme: Theme): string {
  return `${lab}-${theme}.svg`;
}

/** The still as a file of its own. Throws an author's error when the lesson has no such lab. */
export function labStill(lab: string, lesson: CurrentLesson, theme: Theme): string {
  const { scenario, set } = labOf(lab, lesson, 'Lab');
  const simulation = simulationOfLab(lab, lesson, 'Lab');
  const { state, config, nowMs, measures } = computedView(simulation, { scenario, changed: set }, lesson.file);
  const Picture = pictureOf(simulation.id) as unknown as Component<PictureProps<Values, unknown>>;
  const { body } = render(Picture, {
    props: { state, config, nowMs, measures, act: noHand, motion: 'auto', locked: [], layout: 'still' },
  });
  return stillSvg(body, theme);
}
