/** Calls a formula of a lesson's simulations by the text an author wrote. */
import type { CurrentLesson } from './current.ts';
import { callFormula, type TheoryValue } from './several.ts';

const theories = import.meta.glob<Readonly<Record<string, unknown>>>('/src/sims/*/theory.ts', { eager: true });

/** Looks in the theory.ts of every simulation of the lesson. Throws an author's error that lists the formulas there are. */
export function theoryValue(call: string, { simulations, file }: CurrentLesson): TheoryValue {
  const own = simulations.map((id) => [id, theories[`/src/sims/${id}/theory.ts`] ?? {}] as const);
  return callFormula(Object.fromEntries(own), call, file);
}
