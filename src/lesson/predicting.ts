/** Predictions in the browser: kept when made, and set beside the outcome once the lab has run. */
import { ranEvent } from '../lab/settings.ts';
import { learner } from '../learner/store.ts';

const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'] ?? '';

for (const section of document.querySelectorAll<HTMLElement>('[data-predict]')) keepPrediction(section);

function keepPrediction(section: HTMLElement): void {
  const { predict: id = '', labId: lab = '', key = '' } = section.dataset;
  const inputs = [...section.querySelectorAll<HTMLInputElement>('input')];
  const commit = section.querySelector<HTMLButtonElement>('[data-commit]');
  const said = section.querySelector('.said');
  const answer = section.querySelector<HTMLDetailsElement>('details');
  if (!commit || !said || !answer) return;
  const kept = learner.recall('prediction', lesson, id) as { choice?: unknown } | null;
  let choice = inputs.findIndex((_, index) => index === kept?.choice);
  let ran = false;
  answer.dataset['later'] = '';

  const text = (index: number): string =>
    [...(inputs[index]?.closest('label')?.childNodes ?? [])]
      .map((node) => node.textContent?.trim())
      .filter(Boolean)
      .join(' ');
  function tell(): void {
    const made = choice >= 0;
    if (ran) {
      const right = String(choice) === key;
      const outcome = `The run says ${answer!.dataset['outcome']}.`;
      said!.textContent = made
        ? `You said ${text(choice)}. ${outcome} ${right ? 'You saw it coming.' : 'That gap is what this lesson is about.'}`
        : outcome;
    } else if (made) said!.textContent = `Kept: ${text(choice)}. Now run it.`;
    commit!.disabled = ran;
    for (const input of inputs) input.disabled = ran;
  }

  if (choice >= 0) inputs[choice]!.checked = true;
  commit.addEventListener('click', () => {
    choice = inputs.findIndex(({ checked }) => checked);
    if (choice < 0) said.textContent = 'Choose one first, or skip.';
    else {
      learner.keep('prediction', lesson, id, { lab, choice, key: Number(key) });
      tell();
      document.getElementById(lab)?.scrollIntoView({ block: 'start' });
      document.querySelector<HTMLElement>(`[data-lab="${lab}"] .stage`)?.focus({ preventScroll: true });
    }
  });
  document.addEventListener(ranEvent, (event) => {
    if ((event as CustomEvent<{ lab: string }>).detail.lab !== lab) return;
    ran = true;
    tell();
  });
  tell();
}
