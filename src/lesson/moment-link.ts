/** The address of a moment in a run, as a link in the prose. */
import type { AnySimulation } from '../engine/fields.ts';
import type { Values } from '../engine/simulation.ts';
import { writeRunLink } from '../engine/run-link.ts';
import { computedMoment } from './computed.ts';
import { labOf, type CurrentLesson } from './current.ts';

export interface AskedMoment {
  lab: string;
  /** start, end, 120ms, or cue <id>. */
  at: string;
  /** Where nothing is said, the lab's own. */
  scenario?: string;
  set?: Values;
}

/** A link that opens the lab at that moment. Throws an author's error when there is no such lab, scenario or moment. */
export function momentLink(simulation: AnySimulation, asked: AskedMoment, lesson: CurrentLesson): string {
  const own = labOf(asked.lab, lesson, 'At');
  const scenario = asked.scenario ?? own.scenario;
  const changed = asked.set ?? (scenario === own.scenario ? own.set : {});
  const { timeline, moment } = computedMoment(simulation, { scenario, at: asked.at, changed }, lesson.file);
  const link = writeRunLink(simulation, timeline.run, { lab: asked.lab, moment });
  if ('problem' in link) throw new Error(`${link.problem}\nThis is asked for in ${lesson.file}.`);
  return `?${link.query}#${asked.lab}`;
}
