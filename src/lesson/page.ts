/** What a lesson does in the browser beside its labs: the read mark, the questions, the folded text. */
import { learner } from '../learner/store.ts';
import { askQuestions } from './asking.ts';

const article = document.querySelector<HTMLElement>('[data-lesson]');
const lesson = article?.dataset.lesson;

/** A learner decides when a day is read: scrolling past is not reading. */
function keepReadMark(button: HTMLButtonElement, slug: string): void {
  const show = (read: boolean) => {
    button.setAttribute('aria-pressed', String(read));
    const label = button.querySelector('span');
    if (label) label.textContent = read ? 'Read' : 'Mark as read';
  };
  show(learner.recall('read', slug, 'lesson') === true);
  button.addEventListener('click', () => {
    const read = button.getAttribute('aria-pressed') !== 'true';
    if (read) learner.keep('read', slug, 'lesson', true);
    else learner.drop('read', slug, 'lesson');
    show(read);
  });
}

/** A lab says on the document that it has run: `daybreak:ran`, detail { lab }. */
function openAfterRuns(): void {
  document.addEventListener('daybreak:ran', (event) => {
    const { lab } = (event as CustomEvent<{ lab: string }>).detail;
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('details[data-after]')) {
      if (folded.dataset.after === lab) folded.open = true;
    }
  });
}

if (article && lesson) {
  const button = article.querySelector<HTMLButtonElement>('[data-read]');
  if (button) keepReadMark(button, lesson);
  askQuestions(article, lesson);
  openAfterRuns();
}
