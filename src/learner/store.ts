/**
 * The learner of this page. Safe to import anywhere, a server render included: storage is touched
 * at the first call.
 */
import { Learner } from './learner.ts';
import type { Problem } from './learner.ts';

const said: Record<Problem, string> = {
  'not-kept': 'This browser blocks storage, so your progress is not kept. Everything else works.',
  'set-aside': 'Some of your kept progress could not be read. It was set aside, and the rest is as it was.',
};

/** One polite line at the foot of the window; the layout provides its place, already in the page. */
function notice(problem: Problem): void {
  const place = document.querySelector('[data-notice]');
  if (!place) return;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'OK';
  close.addEventListener('click', () => place.replaceChildren());
  place.replaceChildren(said[problem], close);
}

function localDay(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}

export const learner = new Learner({
  base: import.meta.env.BASE_URL,
  // In somebody else's page nothing is stored unasked: there is no store then, and memory does as where storage is blocked.
  open: () => ('embed' in document.documentElement.dataset ? (null as unknown as Storage) : localStorage),
  today: localDay,
  onProblem: notice,
});
