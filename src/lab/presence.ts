/** How a lab stands on its page: how wide, whether in sight, and whether its reader wants things to glide. */
import { onPreference, preference } from './page.ts';

export interface Presence {
  /** Its width in px has changed. */
  fit(width: number): void;
  /** It has come into sight, or gone out of it. */
  sight(isSeen: boolean): void;
  /** The reader's choices have changed; `isStill` when nothing should glide. */
  choose(isStill: boolean): void;
}

/** When what has the focus is taken away, the focus stays in the lab: on the picture, where its keys work. */
export function keepFocus(root: HTMLElement): () => void {
  let held: Element | null = null;
  let isHandle = false;
  const hold = (event: FocusEvent): void => {
    held = event.target as Element;
    isHandle = held.closest('.drawing') !== null;
  };
  const watch = new MutationObserver(() => {
    if (held?.isConnected === false && document.activeElement === document.body) {
      // A picture drawn anew, wide or narrow, has the same handle.
      const handle = isHandle ? root.querySelector<SVGElement>('.drawing:not(.beside, .before) [tabindex="0"]') : null;
      (handle ?? root.querySelector<HTMLElement>('.stage'))?.focus({ preventScroll: true });
    }
  });
  root.addEventListener('focusin', hold);
  watch.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', hold);
    watch.disconnect();
  };
}

/** Calls back at once and after every change, until the returned function is called. */
export function watchPresence(root: HTMLElement, { fit, sight, choose }: Presence): () => void {
  let isNear = true;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const see = (): void => sight(isNear && !document.hidden);
  const settle = (): void => {
    const chosen = preference('motion');
    choose(chosen === 'step' || (chosen !== 'auto' && still.matches));
  };
  const width = new ResizeObserver(([entry]) => entry && fit(entry.contentRect.width));
  const place = new IntersectionObserver(
    ([entry]) => {
      isNear = entry?.isIntersecting ?? false;
      see();
    },
    { rootMargin: '200px' },
  );
  settle();
  width.observe(root);
  place.observe(root);
  document.addEventListener('visibilitychange', see);
  still.addEventListener('change', settle);
  const unheed = onPreference(settle);
  return () => {
    width.disconnect();
    place.disconnect();
    document.removeEventListener('visibilitychange', see);
    still.removeEventListener('change', settle);
    unheed();
  };
}
