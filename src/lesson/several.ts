/** A lesson may use several simulations: which of them has what an author names. */
import type { AnySimulation } from '../engine/fields.ts';

/** What a theory.ts exports, by name. */
type Formulas = Readonly<Record<string, unknown>>;

/** The one simulation that has that scenario. Throws an author's error when none has it, or two have. */
export function withScenario(simulations: readonly AnySimulation[], scenario: string, file: string): AnySimulation {
  const having = simulations.filter(({ scenarios }) => Object.hasOwn(scenarios, scenario));
  return onlyOne(
    'scenario',
    scenario,
    having.map(({ id }) => id),
    {
      of: Object.fromEntries(simulations.map(({ id, scenarios }) => [id, Object.keys(scenarios)])),
      place: 'scenarios.ts',
      file,
      pick: (id) => simulations.find((each) => each.id === id)!,
    },
  );
}

/** A formula's value, and the simulation whose it is. */
export interface TheoryValue {
  value: number;
  simulation: string;
}

/**
 * Calls a formula by the text an author wrote: "firstByteMs(250, 0.8)". `theories` has the formulas of each
 * simulation. Throws an author's error when no simulation has it, two have, or it gives no number.
 */
export function callFormula(theories: Readonly<Record<string, Formulas>>, call: string, file: string): TheoryValue {
  const [, name = '', given = ''] = /^(\w+)\(([^()]*)\)$/.exec(call.trim()) ?? [];
  const known = (formulas: Formulas): string[] =>
    Object.keys(formulas).filter((each) => typeof formulas[each] === 'function');
  const of = Object.fromEntries(Object.entries(theories).map(([id, formulas]) => [id, known(formulas)]));
  const parts = given.trim() === '' ? [] : given.split(',').map((part) => part.trim());
  const values = parts.map(Number);
  if (name === '' || parts.includes('') || !values.every(Number.isFinite)) {
    throw new Error(
      `theory="${call}" is not a formula with numbers, such as theory="name(1, 2)".\n${listOf(of)}\nCorrect it in ${file}.`,
    );
  }
  const having = Object.keys(of).filter((id) => of[id]!.includes(name));
  const simulation = onlyOne('formula', name, having, { of, place: 'theory.ts', file, pick: (id) => id });
  const value = (theories[simulation]![name] as (...numbers: number[]) => unknown)(...values);
  if (typeof value === 'number' && Number.isFinite(value)) return { value, simulation };
  throw new Error(
    `theory="${call}" gives ${String(value)}, which is no number.\nCorrect the numbers in ${file}, or the formula in src/sims/${simulation}/theory.ts.`,
  );
}

function onlyOne<Found>(
  what: 'scenario' | 'formula',
  name: string,
  having: readonly string[],
  where: { of: Readonly<Record<string, readonly string[]>>; place: string; file: string; pick: (id: string) => Found },
): Found {
  const { of, place, file, pick } = where;
  const [first, second] = having;
  if (first !== undefined && second === undefined) return pick(first);
  const files = (first === undefined ? Object.keys(of) : having).map((id) => `src/sims/${id}/${place}`);
  if (first === undefined) {
    throw new Error(
      `No simulation of this lesson has a ${what} "${name}".\n${listOf(of)}\n` +
        `Correct the name in ${file}, or add it to ${files.join(' or ')}.`,
    );
  }
  throw new Error(
    `The ${what} "${name}" is in more than one simulation of this lesson: ${having.join(', ')}.\n` +
      `Rename all but one of them in ${files.join(' and ')}, so that its name in ${file} says which is meant.`,
  );
}

/** One line for each simulation: "dark-deployments" has: week, big-bang. */
function listOf(of: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(of)
    .map(([id, names]) => `"${id}" has: ${names.join(', ') || 'none'}.`)
    .join('\n');
}
