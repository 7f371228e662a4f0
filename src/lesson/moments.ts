/** Links to a moment of a run: a phrase in the prose moves the figure it speaks of. */
import { reach } from '../lab/page.ts';
import { bring } from './bring.ts';

/** Opens the run and moment of a link in the lab it names; the lab says what of the link could not be used. */
export async function goTo(link: HTMLAnchorElement): Promise<void> {
  const { search } = new URL(link.href);
  const lab = new URLSearchParams(search).get('lab') ?? '';
  const isHere = [...document.querySelectorAll<HTMLElement>('[data-lab], [data-makes]')].some(
    ({ dataset }) => (dataset['lab'] ?? dataset['makes']) === lab,
  );
  if (!isHere) {
    location.assign(link.href);
    return;
  }
  // So that "back" leads to the sentence again.
  if (location.hash !== `#${lab}`) history.pushState(null, '', `#${lab}`);
  bring(lab);
  const found = await reach(lab);
  await found.follow(search);
  bring(lab);
}
