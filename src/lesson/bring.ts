/** Brings a lab of the page to the reader. */

/** Scrolls a lab's picture into view and puts the focus there, where its keys work. */
export function bring(lab: string): void {
  const figure = document.querySelector(`[data-lab="${lab}"]`);
  figure?.querySelector('.pic')?.scrollIntoView({ block: 'center' });
  figure?.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
}
