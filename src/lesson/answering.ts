/** One way to answer a prediction, as the page sees it: choosing, giving a number, drawing. */
import type { Sure } from './gap.ts';

export interface Answering {
  /** What is kept of the answer that stands there now; null while there is none to keep. */
  given(): Readonly<Record<string, unknown>> | null;
  /** Said where there is none. */
  missing(): string;
  /** The answer said back: "100 ms". */
  words(): string;
  /** The answer beside the run. */
  gap(sure: Sure): string;
  /** What the run says, to a learner who did not answer. */
  outcome(): string;
  /** Puts back what was kept; false where it cannot be read. */
  take(kept: Readonly<Record<string, unknown>>): boolean;
  /** The run is over: nothing changes any more, and the outcome stands beside the answer. */
  settle(): void;
}
