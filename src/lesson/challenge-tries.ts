/** What is kept of a challenge, and what counts as a try. */
import type { Run } from '../engine/simulation.ts';

export interface Tries {
  /** How many failed. */
  tries: number;
  /** The fewest acts that won; null while it is not won. */
  won: number | null;
}

/** Written by any version of the page, so whatever cannot be read counts as nothing. */
export function readTries(kept: unknown): Tries {
  const { tries, won } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<string, unknown>>;
  return { tries: isCount(tries) ? tries : 0, won: isCount(won) ? won : null };
}

/** Runs with the same text are one try. What is done at the very end comes too late to be another one. */
export function tryOf(run: Run, untilUs: number): string {
  return JSON.stringify({ ...run, inputs: run.inputs.filter(({ at }) => at.timeUs < untilUs) });
}

function isCount(given: unknown): given is number {
  return typeof given === 'number' && Number.isInteger(given) && given >= 0;
}

/** Said on the document when a try has been judged. */
export const triedEvent = 'daybreak:tried';

export interface Tried extends Tries {
  /** Of the challenge. */
  id: string;
}
