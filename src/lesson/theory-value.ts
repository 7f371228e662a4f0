/** Calls a formula of a simulation's theory.ts by the text an author wrote: "firstByteMs(250, 0.8)". */

const theories = import.meta.glob<Readonly<Record<string, unknown>>>('/src/sims/*/theory.ts', { eager: true });

/** Throws an author error that lists the formulas there are. */
export function theoryValue(simulation: string, call: string, file: string): number {
  const path = `/src/sims/${simulation}/theory.ts`;
  const formulas = theories[path] ?? {};
  const [, name = '', given = ''] = /^(\w+)\(([^()]*)\)$/.exec(call.trim()) ?? [];
  const formula = formulas[name];
  const values = given.trim() === '' ? [] : given.split(',').map(Number);
  if (typeof formula === 'function' && values.every(Number.isFinite)) {
    const value = (formula as (...numbers: number[]) => unknown)(...values);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  const known = Object.keys(formulas).filter((each) => typeof formulas[each] === 'function');
  throw new Error(
    `theory="${call}" is not a formula with numbers that gives a number.\n` +
      `The formulas are: ${known.join(', ') || 'none'}.\nCorrect it in ${file}, or add the formula to ${path.slice(1)}.`,
  );
}
