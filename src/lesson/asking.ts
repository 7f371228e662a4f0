/** Review questions in the browser: feedback for each answer, and the last answer kept. */
import { learner } from '../learner/store.ts';
import { judge, readNumber } from './judge.ts';

/** The markup is QuestionItem.astro's; feedback is copied from the answer that reads without scripts. */
export function askQuestions(within: ParentNode, lesson: string): void {
  for (const item of within.querySelectorAll<HTMLElement>('[data-question]')) {
    const form = item.querySelector('form');
    if (form) askNumber(item, form, lesson);
    else askChoice(item, lesson);
  }
}

const idOf = (item: HTMLElement) => item.dataset.question ?? '';

function askChoice(item: HTMLElement, lesson: string): void {
  const inputs = [...item.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const reasons = [...item.querySelectorAll('[data-why]')];
  hideAnswer(item);
  const answer = (choice: number) => {
    const right = inputs[choice]?.dataset.right !== undefined;
    say(item, right ? 'good' : 'harm', right ? 'Yes.' : 'Not this one.', reasons[choice]);
    if (right) showAnswer(item);
  };
  const kept = learner.recall('answer', lesson, idOf(item)) as { choice?: unknown } | null;
  const before = inputs.findIndex((_, index) => index === kept?.choice);
  if (inputs[before]) {
    inputs[before].checked = true;
    answer(before);
  }
  inputs.forEach((input, choice) =>
    input.addEventListener('change', () => {
      learner.keep('answer', lesson, idOf(item), { choice });
      answer(choice);
    }),
  );
}

function askNumber(item: HTMLElement, form: HTMLFormElement, lesson: string): void {
  const input = form.querySelector('input');
  if (!input) return;
  hideAnswer(item);
  const answer = (given: number) => {
    const verdict = judge(given, Number(form.dataset.answer), Number(form.dataset.tolerance));
    if (verdict === 'right') say(item, 'good', 'Yes.', item.querySelector('[data-why]'));
    else say(item, 'harm', `${given} is ${verdict}.`, null);
    showAnswer(item);
  };
  const kept = learner.recall('answer', lesson, idOf(item)) as { number?: unknown } | null;
  if (typeof kept?.number === 'number') {
    input.value = String(kept.number);
    answer(kept.number);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = readNumber(input.value);
    if (given === null) return say(item, 'wait', 'Write one number.', null);
    learner.keep('answer', lesson, idOf(item), { number: given });
    answer(given);
  });
}

function hideAnswer(item: HTMLElement): void {
  item.querySelector('details')?.setAttribute('hidden', '');
}

function showAnswer(item: HTMLElement): void {
  item.querySelector('details')?.removeAttribute('hidden');
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
