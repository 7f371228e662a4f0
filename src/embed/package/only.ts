/**
 * A package that an instructor set up (with-set-up.ts): of the lesson there is one lab left, set up so, with the
 * challenge and the questions that were asked for.
 */
import type { AnySimulation } from '../../engine/fields.ts';
import { fieldsOf } from '../../engine/fields.ts';
import { scenarioOf } from '../../engine/run.ts';
import { pack, unpack } from '../../lab/packing.ts';
import type { LabSettings } from '../../lab/settings.ts';
import type { PackageSetUp } from '../with-set-up.ts';
import { challengeCard } from './card.ts';
import { simulationNamed } from './labs.ts';
import type { Opened } from './place.ts';
import { readHere } from './read-here.ts';
import { tellOnce } from './telling.ts';

declare global {
  interface Window {
    daybreakSetUp?: unknown;
  }
}

function isSetUp(given: unknown): given is PackageSetUp {
  const { simulation, query, questions } = (given ?? {}) as Partial<Record<keyof PackageSetUp, unknown>>;
  return typeof simulation === 'string' && typeof query === 'string' && typeof questions === 'boolean';
}

/** Takes everything else from the page; null where nothing is set up, and the whole lesson stays. */
export function showOnly(article: HTMLElement): Opened | null {
  const { daybreakSetUp: given = null } = window;
  if (given === null) return null;
  const simulation = isSetUp(given) ? simulationNamed(given.simulation) : undefined;
  if (!isSetUp(given) || !simulation) {
    tellOnce('The set-up of this package cannot be read, so you see the whole lesson.');
    return null;
  }
  const params = new URLSearchParams(given.query);
  const labs = labsOf(article, simulation);
  const usual = labs[0]?.settings.scenario ?? Object.keys(simulation.scenarios)[0]!;
  const { run, challenge, notices } = readHere(simulation, params, usual);
  for (const notice of notices) tellOnce(notice);
  // A challenge may need controls that another lab does not offer.
  const scenario = challenge?.scenario ?? run.scenario;
  const own = labs.find(({ settings }) => settings.scenario === scenario);
  const settings = {
    ...(own?.settings ?? settingsFor(simulation, scenario)),
    scenario: run.scenario,
    changed: run.changed,
    vs: [],
  };
  const section = labSection(simulation, settings, own?.words ?? []);
  const asked = challenge && challengeCard(article, simulation, challenge, section.id);
  const questions = given.questions ? article.querySelector('.questions') : null;
  article
    .querySelector('.flow')!
    .replaceChildren(section, ...[asked, questions].filter((part) => part instanceof HTMLElement));
  for (const rest of article.querySelectorAll('.backs, .open .one, .open .min')) rest.remove();
  return { lab: section.id, query: given.query };
}

/** A lab of the lesson: how it is set up, and what is said of it. */
interface LessonLab {
  settings: LabSettings;
  words: readonly Element[];
}

/** The lesson's own labs of that simulation, in their order. */
function labsOf(article: HTMLElement, simulation: AnySimulation): LessonLab[] {
  return [...article.querySelectorAll<HTMLElement>('[data-island], [data-makes]')]
    .filter(({ dataset }) => (dataset['island'] ?? dataset['simulation']) === simulation.id)
    .map((place) => ({
      settings: unpack(place.dataset['settings'] ?? '') as LabSettings,
      words: [...(place.closest('.lab')?.querySelectorAll('.lab-head > :not(h2, h3)') ?? [])],
    }));
}

function labSection(simulation: AnySimulation, settings: LabSettings, words: readonly Element[]): HTMLElement {
  const section = document.createElement('section');
  section.className = 'lab';
  section.id = settings.id;
  section.setAttribute('aria-labelledby', `${settings.id}-title`);
  const head = document.createElement('header');
  head.className = 'lab-head';
  const title = document.createElement('h2');
  title.id = `${settings.id}-title`;
  title.textContent = settings.title;
  head.append(title, ...words);
  const place = document.createElement('div');
  Object.assign(place.dataset, { island: simulation.id, settings: pack(settings) });
  section.append(head, place);
  return section;
}

/** Most measures that are shown beside each other. */
const MOST_MEASURES = 3;

/** A lab for a scenario that the lesson does not show: everything can be changed. */
function settingsFor(simulation: AnySimulation, scenario: string): LabSettings {
  return {
    id: 'lab',
    title: scenarioOf(simulation, scenario).title,
    scenario,
    changed: {},
    fields: [],
    more: Object.keys(fieldsOf(simulation)),
    acts: Object.keys(simulation.inputs),
    measures: Object.keys(simulation.measures).slice(0, MOST_MEASURES),
    vs: [],
  };
}
