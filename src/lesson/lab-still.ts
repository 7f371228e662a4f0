/** The pictures of a lab's runs at their ends, as files beside the page: what is seen where scripts are off. */
import type { Values } from '../engine/simulation.ts';
import { computedView } from './computed.ts';
import { labOf, type CurrentLesson } from './current.ts';
import { pictureSvg } from './picture-svg.ts';
import { simulationOfLab } from './simulation-of.ts';

/** One file: which of the lab's runs, drawn how wide. */
export interface LabStill {
  lab: string;
  /** 0 is the lab's own run; then those beside it. */
  run: number;
  layout: 'wide' | 'narrow';
}

/** What each of a lab's runs begins with, as it is shown where scripts are off. */
export function stillRuns(lab: string, lesson: CurrentLesson): Values[] {
  const { set, vs, still } = labOf(lab, lesson, 'Lab');
  return [{}, ...vs].map((other) => ({ ...set, ...still, ...other }));
}

/** The files of a lab, each with its name from the page of the lesson. */
export function labStills(lab: string, lesson: CurrentLesson): LabStill[] {
  return stillRuns(lab, lesson).flatMap((_, run) =>
    (['wide', 'narrow'] as const).map((layout) => ({ lab, run, layout })),
  );
}

/** Its name, from the page of the lesson. */
export function stillFile({ lab, run, layout }: LabStill): string {
  return `${lab}${run === 0 ? '' : `-${run}`}-${layout}.svg`;
}

/** The file itself. Throws an author's error when the lesson has no such lab. */
export function drawStill({ lab, run, layout }: LabStill, lesson: CurrentLesson): string {
  const { scenario } = labOf(lab, lesson, 'Lab');
  const simulation = simulationOfLab(lab, lesson, 'Lab');
  const changed = stillRuns(lab, lesson)[run]!;
  return pictureSvg(simulation, computedView(simulation, { scenario, changed }, lesson.file), layout, 'both');
}
