/** The board of a challenge: its goals and how they stand, in view for as long as its lab is. */

/** Lets the board float at the foot of the window while the lab is in view and the board's own place is not. */
export function keepInView(board: HTMLElement, lab: Element): void {
  const place = board.parentElement!;
  const seen = new Map<Element, boolean>();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
    const floats = seen.get(lab) === true && seen.get(place) === false;
    // Nothing moves: the place keeps its height, and what is focused stays clear of the board.
    place.style.minBlockSize = floats ? `${place.offsetHeight}px` : '';
    board.toggleAttribute('data-floats', floats);
    document.documentElement.style.scrollPaddingBlockEnd = floats ? `${board.offsetHeight}px` : '';
  });
  watch.observe(lab);
  watch.observe(place);
}
