/**
 * Keeps what a picture needs once its run has begun. Every lab of a page begins at the start of a run, drawn
 * while the site was built, and loads its model at the first touch: what is drawn only after that comes with it.
 */
export type Later = typeof import('./later.ts');

// A rune, so that what is on screen is drawn again once it comes.
let here = $state.raw<Later | null>(null);

/** Null until it has been brought. */
export function laterHere(): Later | null {
  return here;
}

/** Called by a lab once its model is loaded, and at once where stills are drawn. */
export function bringLater(later: Later): void {
  here = later;
}
