/** What the page does for the bench: it alone knows of storage, clipboard and downloads. */
import type { Statements } from './statements.ts';

export interface Host {
  /** Remembers what the learner has written. */
  keep(statements: Statements): void;
  /** False where the browser does not allow it. */
  copy(text: string): Promise<boolean>;
  save(name: string, content: Blob): void;
}
