/**
 * A package that an instructor set up (with-set-up.ts): of the lesson there is one lab left, set up so, with the
 * challenge and the questions that were asked for.
 */
import type { AnySimulation } from '../../engine/fields.ts';
import { pack, unpack } from '../../lab/packing.ts';
import type { LabSettings } from '../../lab/settings.ts';
import { joined, usualOffer } from '../page/labs.ts';
import { showLocks, showNotices } from '../page/said.ts';
import { readSetUp, type SetUp } from '../set-up.ts';
import type { PackageSetUp } from '../with-set-up.ts';
import { challengeCard } from './card.ts';
import { simulationNamed } from './labs.ts';
import { tellOnce } from './telling.ts';

declare global {
  interface Window {
    daybreakSetUp?: unknown;
  }
}

/** The one lab that is left. */
export interface Only {
  /** Its id. */
  lab: string;
  setUp: SetUp;
  /** There is something to play its run with. */
  canPlay: boolean;
}

function isSetUp(given: unknown): given is PackageSetUp {
  const { simulation, query, questions } = (given ?? {}) as Partial<Record<keyof PackageSetUp, unknown>>;
  return typeof simulation === 'string' && typeof query === 'string' && typeof questions === 'boolean';
}

/** Takes everything else from the page; null where nothing is set up, and the whole lesson stays. */
export function showOnly(article: HTMLElement): Only | null {
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
  const setUp = readSetUp(simulation, params, usual);
  const { run, challenge: asked, hidden, controls, locked } = setUp;
  // Nobody else can open the package itself: its embed is the same lab, set up the same.
  const embed = new URL(`../../embed/v1/${simulation.id}/`, article.dataset['address']).href;
  const own = labs.filter(({ settings }) => settings.scenario === run.scenario);
  const [first, ...rest] = own.map(({ settings }) => settings);
  const settings: LabSettings = {
    ...(first ? joined([first, ...rest]) : usualOffer(simulation, run.scenario)),
    id: first?.id ?? 'lab',
    scenario: run.scenario,
    changed: run.changed,
    vs: [],
    locked,
    address: `${embed}${given.query && `?${given.query}`}#`,
  };
  const section = labSection(simulation, settings, own[0]?.words ?? []);
  showNotices(section.querySelector('[data-said]')!, setUp.notices);
  showLocks(section.querySelector('[data-set-by]')!, simulation, setUp, embed);
  const challenge = simulation.challenges.find(({ id }) => id === asked && !hidden.includes('challenge'));
  const card = challenge && challengeCard(article, simulation, challenge, section.id);
  const questions = given.questions ? article.querySelector('.questions') : null;
  article
    .querySelector('.flow')!
    .replaceChildren(...[card, section, questions].filter((part) => part instanceof HTMLElement));
  for (const other of article.querySelectorAll('.backs, .open .one, .open .min')) other.remove();
  if (hidden.includes('link')) document.querySelector('.brand')?.removeAttribute('href');
  article.classList.add('set-up');
  return { lab: section.id, setUp, canPlay: controls !== 'none' && !hidden.includes('transport') };
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
  const said = document.createElement('div');
  said.role = 'status';
  said.dataset['said'] = '';
  const setBy = document.createElement('p');
  setBy.className = 'embed-foot';
  setBy.dataset['setBy'] = '';
  setBy.hidden = true;
  section.append(said, head, place, setBy);
  return section;
}
