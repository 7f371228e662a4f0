/** Review questions in the browser: feedback for each answer, and the last answer kept. */
import { learner } from '../learner/store.ts';
import { judge, readNumber } from './judge.ts';

/** The markup is QuestionItem.astro's; feedback is copied from the answer that reads without scripts. */
export function ask(item: HTMLElement, lesson: string, id: string): void {
  const form = item.querySelector('form');
  if (form) askNumber(item, form, lesson, id);
  else askChoice(item, lesson, id);
}

/** Said once to who chooses by arrow keys. */
const byEnter = 'Enter gives this answer.';

function askChoice(item: HTMLElement, lesson: string, id: string): void {
  const inputs = [...item.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const reasons = [...item.querySelectorAll('[data-why]')];
  const answer = (choice: number) => {
    const right = inputs[choice]?.dataset.right !== undefined;
    say(item, right ? 'good' : 'harm', right ? 'Yes.' : 'Not this one.', reasons[choice]);
    if (right) showAnswer(item);
  };
  const kept = learner.recall('answer', lesson, id) as { choice?: unknown } | null;
  const before = inputs.findIndex((_, index) => index === kept?.choice);
  // A choice made while this loaded counts more than an old one.
  if (inputs[before] && inputs.every(({ checked }, index) => !checked || index === before)) {
    inputs[before].checked = true;
    answer(before);
  }
  const give = (choice: number) => {
    learner.keep('answer', lesson, id, { choice });
    answer(choice);
  };
  // Arrow keys choose on their way from answer to answer, so with them choosing is not yet answering.
  let passing = false;
  inputs.forEach((input, choice) => {
    input.addEventListener('keydown', ({ key }) => {
      passing = key.startsWith('Arrow');
      if (key === 'Enter') input.checked = true;
      if (key === 'Enter' || (key === ' ' && input.checked)) give(choice);
    });
    input.addEventListener('change', () => {
      if (!passing) give(choice);
      else if (!item.querySelector('.said')?.textContent?.includes(byEnter)) say(item, 'wait', byEnter, null);
      passing = false;
    });
  });
}

function askNumber(item: HTMLElement, form: HTMLFormElement, lesson: string, id: string): void {
  const input = form.querySelector('input');
  if (!input) return;
  const answer = (given: number) => {
    const verdict = judge(given, Number(form.dataset.answer), Number(form.dataset.tolerance));
    if (verdict === 'right') say(item, 'good', 'Yes.', item.querySelector('[data-why]'));
    else say(item, 'harm', `${given} is ${verdict}.`, null);
    showAnswer(item);
  };
  const kept = learner.recall('answer', lesson, id) as { number?: unknown } | null;
  if (typeof kept?.number === 'number') {
    input.value = String(kept.number);
    answer(kept.number);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = readNumber(input.value);
    if (given === null) return say(item, 'wait', 'Write one number.', null);
    learner.keep('answer', lesson, id, { number: given });
    answer(given);
  });
}

function showAnswer(item: HTMLElement): void {
  item.querySelector('details')?.removeAttribute('data-later');
}

function say(
  item: HTMLElement,
  mark: 'good' | 'harm' | 'wait',
  verdict: string,
  why: Element | null | undefined,
): void {
  const line = document.createElement('p');
  const bold = document.createElement('b');
  bold.textContent = verdict;
  line.append(bold, ' ', ...(why ? [...why.childNodes].map((node) => node.cloneNode(true)) : []));
  const drawn = document.querySelector(`template[data-mark="${mark}"]`);
  const icon = drawn instanceof HTMLTemplateElement ? drawn.content.cloneNode(true) : '';
  item.querySelector('.said')?.replaceChildren(icon, line);
}
