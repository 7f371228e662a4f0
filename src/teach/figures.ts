/** Every scenario of every simulation that a day uses, with its short code and where it can be run. */
import type { AnySimulation } from '../engine/fields.ts';
import { labOf, labsIn, type CurrentLesson } from '../lesson/current.ts';
import { lessonOf } from '../lesson/lesson-of.ts';
import { simulationOfLab, simulationsOf } from '../lesson/simulation-of.ts';
import { days, type Day } from '../site/days.ts';
import { href } from '../site/links.ts';
import { isBuilt } from './built.ts';
import { shortCode } from './short-code.ts';

export interface Figure {
  simulation: AnySimulation;
  scenario: string;
  title: string;
  code: string;
  day: Day;
  /** The lab of the lesson that starts with this scenario. */
  lab: string | undefined;
  /** Where it runs: alone where figures are built for embedding, otherwise in a lab of its lesson. */
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
        href: isBuilt.embeds
          ? href(embedPath(simulation.id, scenario))
          : runningIn(lab ?? labFor(simulation.id, lesson, own[0]?.id), scenario, day),
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

function runningIn(lab: string, scenario: string, day: Day): string {
  return `${day.href}?lab=${lab}&scenario=${scenario}#${lab}`;
}

function labFor(simulation: string, { file }: CurrentLesson, lab: string | undefined): string {
  if (lab !== undefined) return lab;
  throw new Error(
    `${file} names the simulation "${simulation}" and shows it in no lab, so its printed links lead nowhere.\n` +
      `Add a <Lab> with one of its scenarios, or take it out of simulation: in ${file}.`,
  );
}
