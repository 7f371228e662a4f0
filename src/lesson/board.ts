/** The board of a challenge: its goals and how they stand, in view for as long as its lab is. */
import type { AnySimulation } from '../engine/fields.ts';
import type { Challenge, Measures } from '../engine/simulation.ts';
import { sayActs, standing } from './challenge-words.ts';

/** How far a run has come. */
interface Progress {
  measures: Measures;
  atEnd: boolean;
  acts: number;
}

/** Shows how the goals stand; null where the lab shows no run of this challenge. */
export function show(
  board: HTMLElement,
  simulation: AnySimulation,
  { goals }: Challenge,
  progress: Progress | null,
): void {
  board.querySelectorAll<HTMLElement>('.goals li').forEach((line, i) => {
    const stands = progress && standing(simulation, goals[i]!, progress.measures, progress.atEnd);
    line.dataset['state'] = stands?.mark ?? 'wait';
    write(line.querySelector('.now')!, stands ? ` (${stands.words})` : '');
  });
  write(board.querySelector('[data-acts]')!, progress ? ` So far: ${sayActs(progress.acts)}.` : '');
}

/** Only what changed is written, or it would be said again. */
export function write(place: Element, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}

/** With less of it in view, the last line of the board may be out of view. */
const HALF = 0.5;

/** Lets the board float at the head of the window while the lab is in view and the board's own place is not. */
export function keepInView(board: HTMLElement, lab: Element): void {
  const place = board.parentElement!;
  /** How much of each is in view, from 0 to 1. */
  const seen = new Map<Element, number>();
  const see = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, intersectionRatio } of entries) seen.set(target, intersectionRatio);
    // In a frame as high as its page the head of the window is out of view as well, and covers what is there.
    const scrolls = document.documentElement.scrollHeight > innerHeight;
    const floats = scrolls && (seen.get(lab) ?? 0) > 0 && (seen.get(place) ?? 1) < HALF;
    // Nothing moves: the place keeps its height, and what is focused stays clear of the board.
    place.style.minBlockSize = floats ? `${place.offsetHeight}px` : '';
    board.toggleAttribute('data-floats', floats);
    document.documentElement.style.scrollPaddingBlockStart = floats ? `${board.offsetHeight}px` : '';
  };
  const watch = new IntersectionObserver(see, { threshold: [0, HALF] });
  watch.observe(lab);
  watch.observe(place);
}
