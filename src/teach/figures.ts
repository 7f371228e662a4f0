/** Every scenario of every simulation that a day uses, with its short code and where it can be run. */
import type { AnySimulation } from '../engine/fields.ts';
import { labOf, labsIn } from '../lesson/current.ts';
import { lessonOf } from '../lesson/lesson-of.ts';
import { simulationOfLab, simulationsOf } from '../lesson/simulation-of.ts';
import { days, type Day } from '../site/days.ts';
import { href } from '../site/links.ts';
import { shortCode } from './short-code.ts';

export interface Figure {
  simulation: AnySimulation;
  scenario: string;
  title: string;
  code: string;
  day: Day;
  /** The lab of the lesson that starts with this scenario. */
  lab: string | undefined;
  /** Where it runs alone. */
  href: string;
}

/** The figures of one day: its own simulation first, scenarios as declared. */
export function figuresOf(day: Day): Figure[] {
  const lesson = lessonOf(day);
  const labs = labsIn(lesson.body).map((id) => ({
    id,
    simulation: simulationOfLab(id, lesson, 'Lab').id,
    scenario: labOf(id, lesson, 'Lab').scenario,
  }));
  return simulationsOf(lesson).flatMap((simulation) => {
    const own = labs.filter((lab) => lab.simulation === simulation.id);
    return Object.entries(simulation.scenarios).map(([scenario, { title }]) => {
      const lab = own.find((each) => each.scenario === scenario)?.id;
      return {
        simulation,
        scenario,
        title,
        code: shortCode(simulation.id, scenario),
        day,
        lab,
        href: href(embedPath(simulation.id, scenario)),
      };
    });
  });
}

/** Those of all days. A simulation that two days use belongs to the first. */
export async function figures(): Promise<Figure[]> {
  const all = (await days()).flatMap(figuresOf);
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
}

/** The page of a figure alone, as a path of the site. */
export function embedPath(simulation: string, scenario: string): string {
  return `/embed/v1/${simulation}/?scenario=${scenario}`;
}
