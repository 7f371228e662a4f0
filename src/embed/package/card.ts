/** The card of a challenge beside the one lab of a package: the lesson's own, or another one filled in its likeness. */
import type { AnySimulation } from '../../engine/fields.ts';
import type { Challenge } from '../../engine/simulation.ts';
import { sayActs, sayGoal, saySolution } from '../../lesson/challenge-words.ts';

/** The card, asked for in that lab; null where the lesson has no card to make it of. */
export function challengeCard(
  article: HTMLElement,
  simulation: AnySimulation,
  challenge: Challenge,
  lab: string,
): HTMLElement | null {
  const own = article.querySelector<HTMLElement>(`[data-challenge="${challenge.id}"]`);
  const card = own ?? filled(article, simulation, challenge);
  if (card) card.dataset['labId'] = lab;
  return card;
}

function filled(article: HTMLElement, simulation: AnySimulation, challenge: Challenge): HTMLElement | null {
  // Only a card with all its buttons can lose those that are not needed.
  const { id, say, goals, over, par, hint } = challenge;
  const likeness = article.querySelector(over ? '.challenge:has([data-judge])' : '.challenge');
  if (!likeness) return null;
  const card = likeness.cloneNode(true) as HTMLElement;
  card.id = `challenge-${id}`;
  card.dataset['challenge'] = id;
  card.setAttribute('aria-labelledby', `${card.id}-k ${card.id}-q`);
  card.querySelector('.k')!.id = `${card.id}-k`;
  const question = card.querySelector('.q')!;
  question.id = `${card.id}-q`;
  question.textContent = say;
  fill(card.querySelector('.goals')!, goals.length, (line, i) =>
    write(line.querySelector('span')!, sayGoal(simulation, goals[i]!)),
  );
  const many = over ? `At least ${over.wins} of ${over.seeds} seeds must end so. ` : '';
  write(card.querySelector('.par')!, `${many}Par is ${sayActs(par)}.`);
  if (over) {
    card.querySelector('[data-judge]')!.textContent = `Try it on ${over.seeds} seeds`;
    card.querySelector('progress')!.max = over.seeds;
  } else for (const one of card.querySelectorAll('[data-judge], progress')) one.remove();
  card.querySelector('[data-hint] p')!.textContent = hint;
  const acts = saySolution(simulation, challenge);
  fill(card.querySelector('[data-solution] ul')!, acts.length, (line, i) => (line.textContent = acts[i]!));
  return card;
}

/** As many lines as there are things to say, all in the likeness of the first. */
function fill(list: Element, count: number, say: (line: Element, i: number) => void): void {
  const first = list.firstElementChild!;
  const lines = Array.from({ length: count }, () => first.cloneNode(true) as Element);
  lines.forEach(say);
  list.replaceChildren(...lines);
}

/** Words before the element that tells how it stands. */
function write(place: Element, words: string): void {
  place.replaceChildren(`${words} `, ...place.querySelectorAll('.now'));
}
