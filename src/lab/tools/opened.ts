/** What happens to a tool once it is there, the same for each of them. */
import { preference } from '../page.ts';

/** These also open by themselves, and then leave the focus where it is. */
const selfOpening: readonly (string | undefined)[] = ['compare', 'futures'];

/** Whether the reader asked for this tool just now, and has not gone elsewhere while it loaded. */
function isAwaited(root: Element): boolean {
  const { activeElement } = document;
  const name = root.closest<HTMLElement>('[data-tool]')?.dataset['tool'];
  if (activeElement?.matches(`[data-opens="${name}"]`)) return true;
  // Some browsers do not focus a button that is pressed.
  if (activeElement === document.body) return !selfOpening.includes(name);
  return name === 'keys' && root.closest('[data-lab]')?.contains(activeElement) === true;
}

/**
 * For `use:`. The heading takes the focus of whoever opened the tool, and comes into view. Escape closes
 * it, as does the key that opened it, and gives the focus back.
 */
export function opened(root: HTMLElement, close: () => void): void {
  const heading = root.querySelector('h3')!;
  const before = document.activeElement;
  const isLegend = root.closest('[data-tool="keys"]') !== null;
  if (isAwaited(root)) {
    const isStill = preference('motion') === 'step' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
  }
  root.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.key === 'Escape' || (isLegend && event.key === '?'))) return;
    event.preventDefault();
    close();
    if (before?.closest('[data-lab]')) (before as HTMLElement).focus({ preventScroll: true });
  });
}
