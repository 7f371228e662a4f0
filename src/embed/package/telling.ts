/** What a package says of itself: one standing line, a list of what counts, and notices, each said once. */
import type { Progress } from '../progress.ts';
import type { Book } from './book.ts';
import type { Part } from './parts.ts';

const headings: Readonly<Record<Part['kind'], string>> = {
  prediction: 'Guesses made',
  lab: 'Figures run',
  answer: 'Questions answered',
  challenge: 'Challenges tried',
};

const said = new Set<string>();

/** Says something at the foot of the window, once; more than one thing stands there together. */
export function tellOnce(words: string): void {
  const place = document.querySelector('[data-notice]');
  if (!place || said.has(words)) return;
  said.add(words);
  let list = place.querySelector('div');
  if (!list) {
    list = document.createElement('div');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'OK';
    close.addEventListener('click', () => place.replaceChildren());
    place.replaceChildren(list, close);
  }
  const line = document.createElement('p');
  line.textContent = words;
  list.append(line);
}

/** The line at the head of the page: whether anything is recorded. */
export function tellCourse(words: string): void {
  const place = document.querySelector('[data-course]');
  if (place && place.textContent !== words) place.textContent = words;
}

/** Shows what counts, and how far it has come. */
export function showProgress(book: Book, { isComplete, score }: Progress): void {
  const place = document.querySelector('[data-counts]');
  if (!place) return;
  const lines = (Object.keys(headings) as Part['kind'][]).flatMap((kind) => {
    const parts = book.parts.filter((part) => part.kind === kind && part.isNeeded);
    if (parts.length === 0) return [];
    const open = parts.filter((part) => book.standing(part) === 'open');
    const line = document.createElement('li');
    line.append(`${headings[kind]}: ${parts.length - open.length} of ${parts.length}.`);
    const [next] = open;
    if (next) line.append(' Next: ', linkTo(next));
    return [line];
  });
  place.querySelector('ul')!.replaceChildren(...lines);
  const isAsked = book.parts.some(({ isNeeded }) => isNeeded);
  const open = isAsked
    ? 'The lesson is complete when all of this is done.'
    : 'Nothing here is asked of you, so nothing here completes the lesson.';
  const done = isComplete ? 'You have done all that counts.' : open;
  place.querySelector('.said')!.textContent =
    score === null
      ? done
      : `${done} Score so far: ${score} of 100, for guesses made, right answers and challenges won.`;
}

/** Most of a title that a link shows. */
const LONGEST = 60;

function linkTo({ section, title }: Part): HTMLAnchorElement {
  section.id ||= `part-${title.replace(/\W+/g, '-')}`;
  const link = document.createElement('a');
  link.href = `#${section.id}`;
  link.textContent = title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
  return link;
}
