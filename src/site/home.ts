/** What the calendar shows of this learner: days read, the day to go on with, and what is kept. */
import type { Kind } from '../learner/records.ts';
import { learner } from '../learner/store.ts';
import { countsOf, dayNow } from './progress.ts';

const cards = [...document.querySelectorAll<HTMLElement>('[data-day]')];

function showDays(): void {
  const read = new Map(learner.all('read').map(({ lesson, on }) => [lesson, on]));
  const now = dayNow(
    cards.map((card) => card.dataset.day ?? ''),
    read,
    learner.today,
  );
  for (const card of cards) {
    const slug = card.dataset.day ?? '';
    const current = slug === now?.slug;
    card.classList.toggle('now', current);
    card.querySelector('[data-when=read]')?.toggleAttribute('hidden', !read.has(slug));
    card.querySelector('[data-when=now]')?.toggleAttribute('hidden', !current);
    const label = card.querySelector('[data-when-label]');
    if (label && now) label.textContent = now.label;
  }
}

function showKept(said?: string): void {
  const count = (kind: Kind): number => learner.all(kind).length;
  const counts = countsOf({
    days: count('read'),
    predictions: count('prediction'),
    challenges: count('challenge'),
    answers: count('answer'),
  });
  const place = document.querySelector('[data-kept-said]');
  if (place && (counts !== null || said !== undefined)) {
    place.textContent =
      said ?? (learner.keeps ? `In this browser only: ${counts}.` : `Until you leave this page: ${counts}.`);
  }
  const all = document.querySelector('[data-kept-all]');
  if (all) all.textContent = learner.exported();
  document.querySelector('[data-kept] details')?.toggleAttribute('hidden', counts === null);
  document.querySelector('[data-forget]')?.toggleAttribute('hidden', counts === null);
}

document.querySelector('[data-forget]')?.addEventListener('click', () => {
  learner.forget();
  delete document.documentElement.dataset.theme;
  showDays();
  showKept(
    'Forgotten: read marks, predictions, challenges, answers, the theme and how you set the labs. Nothing of you is left in this browser.',
  );
});
showDays();
showKept();
