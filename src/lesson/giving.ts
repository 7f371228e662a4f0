/** A prediction by giving a number: a slider, and the same number typed beside it. */
import { formatNumber } from '../engine/format-number.ts';
import type { Answering } from './answering.ts';
import { sayNumberGap, type Shown } from './gap.ts';
import { readNumber } from './judge.ts';

interface Asked extends Shown {
  key: number;
  close: number;
  min: number;
  max: number;
}

export function giving(section: HTMLElement, asked: Asked): Answering {
  const { key, close, min, max, unit, decimals } = asked;
  const slider = section.querySelector<HTMLInputElement>('.give [type=range]')!;
  const typed = section.querySelector<HTMLInputElement>('.give [type=text]')!;
  const write = (value: number): string => formatNumber(value, unit, decimals);
  /** null before the slider is moved or a number is written. */
  let number: number | null = null;

  function take(value: number | null, from: HTMLInputElement | null): void {
    number = value;
    const isOn = value !== null && value >= min && value <= max;
    slider.toggleAttribute('data-chosen', isOn);
    slider.setAttribute('aria-valuetext', isOn ? write(value) : 'nothing chosen yet');
    if (isOn && from !== slider) slider.value = String(value);
    if (value !== null && from !== typed) typed.value = String(Number(value.toFixed(decimals)));
  }
  const slide = (): void => take(Number(slider.value), slider);
  slider.addEventListener('input', slide);
  // Where the slider already stands is a choice too, and no event tells of it.
  slider.addEventListener('change', slide);
  slider.addEventListener('pointerup', slide);
  slider.addEventListener('keyup', ({ key: pressed }) => {
    if (/^(Arrow|Home|End|Page|Enter| )/.test(pressed)) slide();
  });
  for (const type of ['input', 'change']) typed.addEventListener(type, () => take(readNumber(typed.value), typed));
  typed.addEventListener('keydown', ({ key: pressed }) => {
    if (pressed === 'Enter') section.querySelector<HTMLElement>('[data-commit]')!.click();
  });

  return {
    given: () => (number === null || number < min || number > max ? null : { number, key }),
    missing: () =>
      number === null && typed.value.trim() === ''
        ? 'Slide or write a number first, or skip.'
        : `Write one number from ${write(min)} to ${write(max)}, or skip.`,
    words: () => write(number ?? min),
    gap: (sure) => sayNumberGap(number ?? min, key, close, { unit, decimals }, sure),
    outcome: () => `The run says ${write(key)}.`,
    take: ({ number: kept }) => {
      if (typeof kept !== 'number' || !(kept >= min && kept <= max)) return false;
      take(kept, null);
      return true;
    },
    settle: () => {
      slider.disabled = typed.disabled = true;
    },
  };
}
