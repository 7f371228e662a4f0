/** Finds the simulations a lesson names, and which of them is meant where. */
import type { AnySimulation } from '../engine/fields.ts';
import { labOf, type CurrentLesson } from './current.ts';
import { withScenario } from './several.ts';

const modules = import.meta.glob<{ simulation: AnySimulation }>('/src/sims/*/index.ts', { eager: true });

type Naming = Pick<CurrentLesson, 'simulations' | 'file'>;

/** The lesson's simulations, its own first. Throws an author's error that lists what exists. */
export function simulationsOf({ simulations, file }: Naming): AnySimulation[] {
  return simulations.map((id) => {
    const found = modules[`/src/sims/${id}/index.ts`];
    if (found) return found.simulation;
    const known = Object.keys(modules).map((path) => path.split('/')[3]);
    throw new Error(
      `${file} names the simulation "${id}", which does not exist.\n` +
        `There are: ${known.join(', ') || 'none'}.\n` +
        `Correct simulation: in ${file}, or add the simulation as src/sims/${id}/index.ts.`,
    );
  });
}

/** The simulation of the lesson that has that scenario. Throws an author's error when none has it, or two have. */
export function simulationFor(scenario: string, lesson: Naming): AnySimulation {
  return withScenario(simulationsOf(lesson), scenario, lesson.file);
}

/** The simulation a lab of the lesson shows. Throws an author's error when there is no such lab. */
export function simulationOfLab(lab: string, lesson: CurrentLesson, component: string): AnySimulation {
  return simulationFor(labOf(lab, lesson, component).scenario, lesson);
}
