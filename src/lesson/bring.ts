/** Brings a lab of the page to the reader. */
import { reach } from '../lab/page.ts';
import { unfold } from './unfold.ts';

/** Scrolls a lab's picture into view and puts the focus there, where its keys work. */
export function bring(lab: string): void {
  const whole = document.getElementById(lab);
  if (whole) unfold(whole);
  const picture = document.querySelector(`[data-lab="${lab}"] .pic`);
  if (picture) picture.scrollIntoView({ block: 'center' });
  else whole?.scrollIntoView({ block: 'start' });
  focusOn(lab);
}

/** Puts the focus on a lab's picture; on one that is still being made once it is there, if the reader is where they were. */
export function focusOn(lab: string): void {
  const focus = (): boolean => {
    const stage = document.querySelector<HTMLElement>(`[data-lab="${lab}"] .stage`);
    stage?.focus({ preventScroll: true });
    return stage !== null;
  };
  const from = document.activeElement;
  if (!focus()) void reach(lab).then(() => document.activeElement === from && focus());
}
