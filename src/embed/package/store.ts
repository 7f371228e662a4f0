/**
 * Stands for src/learner/store.ts in a package: what is kept lasts as long as the page, and the LMS keeps it
 * beyond (course.ts). The browser's own storage belongs to the LMS, and to everybody who learns at that machine.
 */
import { Learner } from '../../learner/learner.ts';
import type { Store } from '../../learner/shelf.ts';

class Memory implements Store {
  readonly #texts = new Map<string, string>();
  /** Called after every change. */
  changed: () => void = () => undefined;

  get length(): number {
    return this.#texts.size;
  }

  key(index: number): string | null {
    return [...this.#texts.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.#texts.set(key, text);
    this.changed();
  }

  removeItem(key: string): void {
    this.#texts.delete(key);
    this.changed();
  }
}

export const memory = new Memory();

export const learner = new Learner({
  base: '/',
  open: () => memory,
  // What an LMS keeps has no days, so no calendar is asked.
  today: () => 0,
  onProblem: () => undefined,
});
