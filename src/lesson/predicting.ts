/** Predictions in the browser: kept when made, and set beside the outcome once the lab has run. */
import { ranEvent, type Ran } from '../lab/page.ts';
import { learner } from '../learner/store.ts';
import type { Answering } from './answering.ts';
import { focusOn } from './bring.ts';
import { holds } from './condition.ts';
import { choosing } from './choosing.ts';
import type { Sure } from './gap.ts';
import { giving } from './giving.ts';
import { unfold } from './unfold.ts';

/** Takes up one prediction of the page. Drawing is loaded only where something is drawn. */
export async function predict(section: HTMLElement, lesson: string, id: string): Promise<void> {
  const { as, labId: lab = '', known = '{}', fits = '' } = section.dataset;
  const asked = JSON.parse(known) as never;
  const answering: Answering =
    as === 'draw'
      ? (await import('./drawing.ts')).drawing(section, asked)
      : (as === 'number' ? giving : choosing)(section, asked);
  const commit = section.querySelector<HTMLButtonElement>('[data-commit]')!;
  const said = section.querySelector('.said')!;
  const sures = [...section.querySelectorAll<HTMLInputElement>('.sure input')];

  const kept = learner.recall('prediction', lesson, id) as Readonly<Record<string, unknown>> | null;
  let made = typeof kept === 'object' && kept !== null && answering.take(kept);
  const before = made ? sures.find(({ value }) => Number(value) === kept?.['sure']) : undefined;
  if (before) before.checked = true;
  let ran = false;

  const sure = (): Sure => {
    const chosen = sures.find(({ checked }) => checked);
    return chosen ? (Number(chosen.value) as Sure) : null;
  };
  function keep(): void {
    const given = answering.given();
    if (!given) return;
    made = true;
    learner.keep('prediction', lesson, id, { lab, ...given, ...(sure() !== null && { sure: sure() }) });
  }
  /** A run is over. It answers only when it is the one that was asked about. */
  function end(): void {
    if (ran) return;
    const values = (section.dataset['ran'] ?? '').split(' ').filter(Boolean).map(Number);
    if (fits !== '' && !values.some((value) => holds(fits, value))) {
      if (made) said.textContent = `Kept: ${answering.words()}. This run was another than the question asks about.`;
      return;
    }
    ran = true;
    // Who answered and ran without pressing the button has answered.
    if (!made) keep();
    answering.settle();
    for (const control of [commit, ...sures]) control.disabled = true;
    said.textContent = made ? answering.gap(sure()) : answering.outcome();
  }

  for (const each of sures) each.addEventListener('change', () => made && keep());
  commit.addEventListener('click', () => {
    if (!answering.given()) {
      said.textContent = answering.missing();
      return;
    }
    keep();
    said.textContent = `Kept: ${answering.words()}. Now run it.`;
    const whole = document.getElementById(lab);
    if (whole) unfold(whole);
    whole?.scrollIntoView({ block: 'start' });
    focusOn(lab);
  });
  document.addEventListener(ranEvent, (event) => {
    // By then the page has written down what was measured.
    if ((event as CustomEvent<Ran>).detail.lab === lab) queueMicrotask(end);
  });
  if (made) said.textContent = `Kept: ${answering.words()}. Now run it.`;
  if ('ran' in section.dataset) end();
}
