/** What an embed takes from the lesson of its simulation, while the site is built. */
import type { AnySimulation } from '../../engine/fields.ts';
import { computedRun } from '../../lesson/computed.ts';
import { labOf, labsIn } from '../../lesson/current.ts';
import { drawStill, stillFile, stillRuns } from '../../lesson/lab-still.ts';
import { lessonOf } from '../../lesson/lesson-of.ts';
import { simulationsOf } from '../../lesson/simulation-of.ts';
import { days, type Day } from '../../site/days.ts';
import { joined, usualOffer, type Offer } from './labs.ts';

/** A picture beside the lesson, and its size in px, for which the page keeps its place. */
interface StillFile {
  src: string;
  width: number;
  height: number;
}

export interface EmbedLesson {
  title: string;
  slug: string;
  href: string;
  /** The scenario where none is asked for. */
  scenario: string;
  /** What can be done in each scenario. */
  offers: Readonly<Record<string, Offer>>;
  /** How the run of the page's own scenario ends. */
  still: { wide: StillFile; narrow: StillFile; words: string };
}

/** Every simulation that a lesson has, with that lesson; the first lesson that has it. */
export async function embeds(): Promise<{ simulation: AnySimulation; lesson: EmbedLesson }[]> {
  const found = new Map<string, { simulation: AnySimulation; lesson: EmbedLesson }>();
  for (const day of await days())
    for (const simulation of simulationsOf(lessonOf(day)))
      if (!found.has(simulation.id)) found.set(simulation.id, { simulation, lesson: embedLesson(simulation, day) });
  return [...found.values()];
}

function embedLesson(simulation: AnySimulation, day: Day): EmbedLesson {
  const lesson = lessonOf(day);
  const tags = labsIn(lesson.body)
    .map((lab) => ({ lab, tag: labOf(lab, lesson, 'Lab') }))
    .filter(({ tag }) => Object.hasOwn(simulation.scenarios, tag.scenario));
  const offers = Object.keys(simulation.scenarios).map((scenario): [string, Offer] => {
    const [first, ...rest] = tags.filter(({ tag }) => tag.scenario === scenario).map(({ tag }) => offerOf(tag));
    return [scenario, first ? joined([first, ...rest]) : usualOffer(simulation, scenario)];
  });
  const { lab, tag } = tags[0]!;
  const { state, config, nowMs } = computedRun(
    simulation,
    { scenario: tag.scenario, changed: stillRuns(lab, lesson)[0]! },
    lesson.file,
  ).end;
  const still = (layout: 'wide' | 'narrow'): StillFile => {
    const one = { lab, run: 0, layout };
    const [, width, height] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawStill(one, lesson))!;
    return { src: `${day.href}${stillFile(one)}`, width: Number(width), height: Number(height) };
  };
  return {
    title: day.lesson.data.title,
    slug: day.slug,
    href: day.href,
    scenario: tag.scenario,
    offers: Object.fromEntries(offers),
    still: { wide: still('wide'), narrow: still('narrow'), words: simulation.describe(state, config, nowMs) },
  };
}

function offerOf({ title, fields, more, acts, measures }: Offer): Offer {
  return { title, fields, more, acts, measures };
}
