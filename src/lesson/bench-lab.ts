/** What an author is told about the bench of a lesson. */
import type { CurrentLesson } from './current.ts';

/** The simulation whose runs the bench plays; it is fixed in src/bench/traces.ts. */
const SIMULATION = 'incremental-ingestion';

/** Throws an author's error unless the lab can show what the bench plays, and the lesson has one bench. */
export function requireTraces(simulation: string, lab: string, { body, file }: CurrentLesson): void {
  if (simulation !== SIMULATION)
    throw new Error(
      `<Bench> plays traces of ${SIMULATION}, and the lab "${lab}" shows ${simulation}.\nName another lab in ${file}.`,
    );
  const benches = [...body.matchAll(/<Bench\b/g)].length;
  if (benches > 1)
    throw new Error(
      `A lesson has one <Bench>, since a link brings statements to one; this one has ${benches}.\nTake the others from ${file}.`,
    );
}
