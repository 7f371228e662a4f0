/** Keeps and recalls what one learner did on this site. The format is described in records.ts. */
import { asideKey, ownPrefix, readKey, readRecord, recordKey, settingKey, writeRecord } from './records.ts';
import type { About, Kept, Kind } from './records.ts';
import { Shelf } from './shelf.ts';
import type { Store } from './shelf.ts';

export type Problem = 'not-kept' | 'set-aside';

export interface LearnerOptions {
  /** The path the site is served under. */
  base: string;
  open: () => Store;
  /** Whole days since 1 January 1970 in the learner's calendar. */
  today: () => number;
  /** Called at most once for each problem. */
  onProblem: (problem: Problem) => void;
}

export class Learner {
  readonly #options: LearnerOptions;
  readonly #shelf: Shelf;
  #saidSetAside = false;

  constructor(options: LearnerOptions) {
    this.#options = options;
    this.#shelf = new Shelf(options.open, () => options.onProblem('not-kept'));
  }

  /** False once the browser has refused to keep something: it is then kept only until the page is left. */
  get keeps(): boolean {
    return !this.#shelf.refused;
  }

  get today(): number {
    return this.#options.today();
  }

  /** `value` must survive JSON. */
  keep(kind: Kind, lesson: string, id: string, value: unknown): void {
    this.#shelf.set(this.#key(kind, lesson, id), writeRecord({ on: this.today, value }));
  }

  /** What was kept, or null. It was written by any version of the page, so look before you use it. */
  recall(kind: Kind, lesson: string, id: string): unknown {
    return this.#read(this.#key(kind, lesson, id))?.value ?? null;
  }

  drop(kind: Kind, lesson: string, id: string): void {
    this.#shelf.remove(this.#key(kind, lesson, id));
  }

  /** Every readable record of one kind, in the order of their keys. */
  all(kind: Kind): (About & Kept)[] {
    return this.#records().filter((record) => record.kind === kind);
  }

  setting(name: string): string | null {
    return this.#shelf.get(settingKey(this.#options.base, name));
  }

  /** null goes back to the default. */
  set(name: string, text: string | null): void {
    const key = settingKey(this.#options.base, name);
    if (text === null) this.#shelf.remove(key);
    else this.#shelf.set(key, text);
  }

  /** Removes every entry of this site at this base, and nothing else. Returns how many there were. */
  forget(): number {
    const own = this.#shelf.keys().filter((key) => key.startsWith(ownPrefix(this.#options.base)));
    for (const key of own) this.#shelf.remove(key);
    return own.length;
  }

  /** All records as JSON text, to look at or to take along. */
  exported(): string {
    return JSON.stringify({ format: 'daybreak', version: 1, records: this.#records() }, null, 2);
  }

  #key(kind: Kind, lesson: string, id: string): string {
    return recordKey(this.#options.base, { kind, lesson, id });
  }

  #records(): (About & Kept)[] {
    return this.#shelf.keys().flatMap((key) => {
      const about = readKey(this.#options.base, key);
      const kept = about && this.#read(key);
      return about && kept ? [{ ...about, ...kept }] : [];
    });
  }

  #read(key: string): Kept | null {
    const text = this.#shelf.get(key);
    if (text === null) return null;
    const kept = readRecord(text);
    if (kept === null) this.#setAside(key, text);
    return kept;
  }

  #setAside(key: string, text: string): void {
    const aside = asideKey(this.#options.base, key);
    if (aside !== null) this.#shelf.set(aside, text);
    this.#shelf.remove(key);
    if (this.#saidSetAside) return;
    this.#saidSetAside = true;
    this.#options.onProblem('set-aside');
  }
}
