/** A prediction by choosing one of a few ranges. */
import type { Answering } from './answering.ts';
import { sayChoiceGap } from './gap.ts';

export function choosing(section: HTMLElement, { key, outcome }: { key: number; outcome: string }): Answering {
  const inputs = [...section.querySelectorAll<HTMLInputElement>('.opts input')];
  const choice = (): number => inputs.findIndex(({ checked }) => checked);
  const words = (): string =>
    [...(inputs[choice()]?.closest('label')?.childNodes ?? [])]
      .map((node) => node.textContent?.trim())
      .filter(Boolean)
      .join(' ');
  return {
    given: () => (choice() < 0 ? null : { choice: choice(), key }),
    missing: () => 'Choose one first, or skip.',
    words,
    gap: (sure) => sayChoiceGap(words(), outcome, choice() === key, sure),
    outcome: () => `The run says ${outcome}.`,
    take: (kept) => {
      const before = inputs.find((_, index) => index === kept['choice']);
      // A choice made while this loaded counts more than an old one.
      if (before && choice() < 0) before.checked = true;
      return before !== undefined;
    },
    settle: () => {
      for (const input of inputs) input.disabled = true;
    },
  };
}
