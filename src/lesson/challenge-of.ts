/** Finds the challenge a lesson names, and the lab it is for. */
import type { AnySimulation } from '../engine/fields.ts';
import type { Challenge } from '../engine/simulation.ts';
import { labOf, type CurrentLesson } from './current.ts';

/** Throws an author's error when there is no such challenge, or its scenario is not the lab's. */
export function challengeOf(simulation: AnySimulation, id: string, lab: string, lesson: CurrentLesson): Challenge {
  const found = simulation.challenges.find((each) => each.id === id);
  if (!found) {
    throw new Error(
      `The simulation "${simulation.id}" has no challenge "${id}".\n` +
        `It has: ${simulation.challenges.map((each) => each.id).join(', ') || 'none'}.\n` +
        `Correct the id in ${lesson.file}, or add it to challenges in src/sims/${simulation.id}/index.ts.`,
    );
  }
  const { scenario } = labOf(lab, lesson, 'Challenge');
  if (scenario === found.scenario) return found;
  throw new Error(
    `The challenge "${id}" begins in the scenario "${found.scenario}", but the lab "${lab}" shows "${scenario}".\n` +
      `Name a lab with scenario="${found.scenario}" in ${lesson.file}, or add one.`,
  );
}
