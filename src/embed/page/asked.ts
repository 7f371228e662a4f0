/** The challenge that is set in an embed. Loaded only where one is. */
import { challenge as takeUp } from '../../lesson/challenging.ts';
import { readTries, type Tried } from '../../lesson/challenge-tries.ts';
import { learner } from '../../learner/store.ts';

export interface Asked {
  /** Joins what an earlier visit had come to with what has been done here by now; null where it was of another challenge. */
  restore(tried: Tried): Tried | null;
}

/** Shows the challenge of that name in the page, and follows it. */
export function ask(main: HTMLElement, id: string): Asked {
  const section = main.querySelector<HTMLElement>(`[data-challenge="${id}"]`)!;
  const { lesson = '', sim: lab } = main.dataset;
  section.hidden = false;
  const card = takeUp(section, lesson, id);
  void card.enter();
  repeat(section.querySelector('.said')!, main.querySelector('.transport')!);
  return {
    restore({ id: before, tries, won }) {
      if (before !== id) return null;
      const now = readTries(learner.recall('challenge', lesson, id));
      // What was won stays won, also where the learner began before the host had answered.
      const wins = [won, now.won].filter((acts) => acts !== null);
      const both = { tries: tries + now.tries, won: wins.length > 0 ? Math.min(...wins) : null };
      learner.keep('challenge', lesson, id, { lab, ...both });
      if (now.won === null) card.recall();
      return { id, ...both };
    },
  };
}

/**
 * What the card says stands beside what plays the run as well: in a frame as high as its page the card is often out of
 * sight. It is read out once, by the card.
 */
function repeat(said: Element, play: Element): void {
  const line = document.createElement('p');
  line.className = 'verdict';
  line.ariaHidden = 'true';
  play.after(line);
  new MutationObserver(() => (line.textContent = said.textContent)).observe(said, { childList: true });
}
