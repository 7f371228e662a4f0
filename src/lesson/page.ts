/**
 * What a lesson does in the browser beside its labs. Predictions, questions and challenges are there as
 * HTML; what makes one work is loaded when the reader comes to it, or has been there before.
 */
import { ranEvent, usePreferences, type Ran } from '../lab/page.ts';
import { learner } from '../learner/store.ts';

const article = document.querySelector<HTMLElement>('[data-lesson]')!;
const lesson = article.dataset['lesson'] ?? '';

/** By the attribute that holds its id: the kind of its records, and what makes it work. */
const parts = {
  predict: { kind: 'prediction', load: () => import('./predicting.ts').then(({ predict }) => predict) },
  question: { kind: 'answer', load: () => import('./asking.ts').then(({ ask }) => ask) },
  challenge: { kind: 'challenge', load: () => import('./challenging.ts').then(({ challenge }) => challenge) },
  bench: { kind: 'bench', load: () => import('./benching.ts').then(({ bench }) => bench) },
} as const;
const any = Object.keys(parts)
  .map((name) => `[data-${name}]`)
  .join();

/** What is done to a part while it loads, and to which of its elements: it is done again when it is there. */
const held: Readonly<Record<string, string>> = {
  click: 'button',
  change: 'input',
  keydown: '.pt, input',
  pointerdown: '.plot',
  pointermove: '.plot',
  pointerup: '.plot',
};
const waking = new Map<HTMLElement, Event[]>();
/** What was done to a part that could not be loaded. Not the presses: the reader is asked to press again. */
const unanswered = new Map<HTMLElement, Event[]>();
const notLoaded = 'This part could not be loaded. Check the connection and press again.';

function partOf({ dataset }: HTMLElement): (typeof parts)[keyof typeof parts] & { id: string } {
  const name = Object.keys(parts).find((each) => each in dataset) as keyof typeof parts;
  return { ...parts[name], id: dataset[name] ?? '' };
}

async function wake(section: HTMLElement): Promise<void> {
  if (waking.has(section)) return;
  const early = unanswered.get(section) ?? [];
  waking.set(section, early);
  const { load, id } = partOf(section);
  const said = section.querySelector('.said')!;
  try {
    const answer = await load();
    if (said.textContent === notLoaded) said.textContent = '';
    await answer(section, lesson, id);
  } catch (error) {
    waking.delete(section);
    unanswered.set(
      section,
      early.filter(({ type }) => type !== 'click'),
    );
    said.textContent = notLoaded;
    throw error;
  }
  section.dataset['alive'] = '';
  for (const event of early) {
    const Again = event.constructor as typeof Event;
    event.target?.dispatchEvent(new Again(event.type, event));
  }
}

function near(event: Event): void {
  const target = event.target as Element;
  const section = target.closest<HTMLElement>(any);
  if (!section || 'alive' in section.dataset) return;
  void wake(section);
  if (!target.closest(held[event.type] ?? '_')) return;
  waking.get(section)!.push(event);
  // A form that nothing answers yet would leave the page.
  if (event.type === 'click') event.preventDefault();
}
for (const type of ['pointerover', 'focusin', ...Object.keys(held)]) article.addEventListener(type, near, true);

for (const section of article.querySelectorAll<HTMLElement>(any)) {
  for (const answer of section.querySelectorAll<HTMLElement>('.answer')) answer.dataset['later'] = '';
  const { kind, id } = partOf(section);
  // A link may bring texts, which only the bench has.
  if (learner.recall(kind, lesson, id) !== null || (kind === 'bench' && location.search.includes('x.')))
    void wake(section);
}

// A lab says on the document that it has run.
document.addEventListener(ranEvent, (event) => {
  const { lab, measures } = (event as CustomEvent<Ran>).detail;
  for (const folded of article.querySelectorAll<HTMLDetailsElement>(`details[data-after="${lab}"]`)) folded.open = true;
  for (const asked of article.querySelectorAll<HTMLElement>(`[data-predict][data-lab-id="${lab}"]`)) {
    const { measure = '' } = asked.dataset;
    asked.dataset['ran'] = measures.map((each) => each[measure] ?? '').join(' ');
    void wake(asked);
  }
});

// A link to a moment moves the figure of this page; where that cannot be, it is a link like any other.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-moment]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import('./moments.ts').then(({ goTo }) => goTo(link)).catch(() => location.assign(link.href));
});

/** A learner decides when a day is read: scrolling past is not reading. */
const read = article.querySelector<HTMLButtonElement>('[data-read]')!;
function showRead(isRead: boolean): void {
  read.ariaPressed = String(isRead);
  read.querySelector('span')!.textContent = isRead ? 'Read' : 'Mark as read';
}
showRead(learner.recall('read', lesson, 'lesson') === true);
read.addEventListener('click', () => {
  const isRead = read.ariaPressed !== 'true';
  if (isRead) learner.keep('read', lesson, 'lesson', true);
  else learner.drop('read', lesson, 'lesson');
  showRead(isRead);
});

usePreferences({
  recall: (name) => learner.setting(`lab-${name}`),
  keep: (name, text) => learner.set(`lab-${name}`, text),
});

if (article.querySelector('.later')) {
  import('./later.ts')
    .then(({ watchLater }) => watchLater(article))
    .catch(() => {
      for (const place of article.querySelectorAll('[data-makes]'))
        place.textContent = 'This figure could not be loaded. Check the connection, then load the page again.';
      delete document.documentElement.dataset['linked'];
    });
}
