/**
 * The labs of a page, by their ids, and what the reader has chosen for all of them.
 *
 * Predictions, challenges and links in the prose reach a lab only through here.
 */
import type { Measures } from '../engine/simulation.ts';
import type { Room } from './room.ts';

/** A lab that has come alive. */
export interface LabOnPage {
  /** Opens the engine room, loading it when it is not there yet. */
  enter(): Promise<Room>;
  /** Opens the run of a link; what of it could not be used is said in the lab. */
  follow(query: string): Promise<void>;
}

const labs = new Map<string, LabOnPage>();
const offered = new Map<string, () => void>();
const waiting = new Map<string, ((lab: LabOnPage) => void)[]>();

/** Called by a lab that has come alive. The returned function takes it off the page again. */
export function register(id: string, lab: LabOnPage): () => void {
  labs.set(id, lab);
  for (const go of waiting.get(id) ?? []) go(lab);
  waiting.delete(id);
  return () => labs.delete(id);
}

/** Names a lab that is made when it is reached for; `make` has it come alive, and may be called again. */
export function offer(id: string, make: () => void): void {
  offered.set(id, make);
  if (waiting.has(id)) make();
}

/** That lab, once it is alive: when it is near the screen, or made. */
export function reach(id: string): Promise<LabOnPage> {
  const lab = labs.get(id);
  if (lab) return Promise.resolve(lab);
  offered.get(id)?.();
  return new Promise((go) => waiting.set(id, [...(waiting.get(id) ?? []), go]));
}

/** Where a reader's choices for every lab are kept: how fast, how much is said, whether anything glides. */
export interface Preferences {
  recall(name: string): string | null;
  keep(name: string, text: string): void;
}

const untilLeft = new Map<string, string>();
let store: Preferences = {
  recall: (name) => untilLeft.get(name) ?? null,
  keep: (name, text) => void untilLeft.set(name, text),
};

/** Lets choices outlast the page. */
export function usePreferences(kept: Preferences): void {
  store = kept;
}

/** What the reader chose; null where nothing was. */
export function preference(name: string): string | null {
  return store.recall(name);
}

/** Remembers a choice, and tells every lab of the page. */
export function prefer(name: string, text: string): void {
  store.keep(name, text);
  for (const hear of hearers) hear();
}

const hearers = new Set<() => void>();

/** `hear` is called after every choice, until the returned function is called. */
export function onPreference(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Said on the document whenever a run of a lab is over. */
export const ranEvent = 'daybreak:ran';

export interface Ran {
  lab: string;
  /** What was measured then, in this run and in those beside it. */
  measures: readonly Measures[];
}
