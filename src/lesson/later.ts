/**
 * Folded parts of a lesson. A lab in one is made when the part is opened, by whatever opens it: a hand, a key, a
 * search in the page, a link to something inside, or whoever reaches for the lab.
 */
import { offer } from '../lab/page.ts';
import { unfold } from './unfold.ts';

const tried = new WeakSet<HTMLElement>();

/** Makes the lab of a place, once. What fails is said there, and can be tried again. */
async function make(place: HTMLElement): Promise<void> {
  if (tried.has(place)) return;
  tried.add(place);
  const said = place.querySelector('p')!;
  said.textContent = 'Setting the figure up';
  place.ariaBusy = 'true';
  place.querySelector('button')?.remove();
  try {
    await (await import('./making.ts')).makeLab(place);
  } catch (error) {
    tried.delete(place);
    place.ariaBusy = null;
    said.textContent = 'This figure could not be loaded. Check the connection, then try again.';
    const again = document.createElement('button');
    again.className = 'btn quiet';
    again.type = 'button';
    again.textContent = 'Try again';
    again.addEventListener('click', () => {
      // The button goes, and the focus stays where the figure will be.
      place.closest('details')?.querySelector('summary')?.focus({ preventScroll: true });
      void make(place);
    });
    place.append(again);
    // No other figure waits for a run that cannot be shown.
    delete document.documentElement.dataset['linked'];
    reportError(error);
  }
}

/** What an address names; as it is written where it cannot be decoded. */
function named(hash: string): HTMLElement | null {
  const written = hash.slice(1);
  try {
    return document.getElementById(decodeURIComponent(written));
  } catch {
    return document.getElementById(written);
  }
}

/** Opens the parts round what an address names, and goes there. */
function show(hash: string): void {
  const target = named(hash);
  if (!target?.closest('details:not([open])')) return;
  unfold(target);
  target.scrollIntoView();
}

/** On paper a lab that was not made is what it is without scripts: a still and its words. */
function print(places: readonly HTMLElement[]): void {
  const papers: Element[] = [];
  addEventListener('beforeprint', () => {
    for (const place of places) {
      const words = place.isConnected && place.parentElement?.querySelector('noscript')?.textContent;
      if (!words) continue;
      const paper = document.createElement('div');
      paper.className = 'on-paper';
      paper.innerHTML = words;
      place.after(paper);
      papers.push(paper);
    }
  });
  addEventListener('afterprint', () => {
    for (const paper of papers.splice(0)) paper.remove();
  });
}

/** Takes up the folded parts of a lesson. */
export function watchLater(article: HTMLElement): void {
  const places = [...article.querySelectorAll<HTMLElement>('[data-makes]')];
  const linked = new URLSearchParams(location.search).get('lab');
  for (const place of places) {
    const { makes = '' } = place.dataset;
    const open = (): void => {
      unfold(place);
      void make(place);
    };
    offer(makes, open);
    const part = place.closest<HTMLDetailsElement>('.later')!;
    part.addEventListener('toggle', () => part.open && void make(place));
    if (makes === linked || part.open) open();
  }
  print(places);
  show(location.hash);
  addEventListener('hashchange', () => show(location.hash));
  // A link to the address the page has already changes nothing that would be heard.
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (link) show(link.hash);
  });
}
