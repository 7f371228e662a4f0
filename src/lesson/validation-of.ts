/** What a simulation was checked against, measured once in a build. */
import { formatNumber } from '../engine/format-number.ts';
import type { Validation, ValidationChart, ValidationCurves } from '../engine/validation.ts';

interface Module {
  validation: readonly Validation[];
  chart?: ValidationChart;
  curves?: ValidationCurves;
}
const modules = import.meta.glob<Module>('/src/sims/*/validation.ts', { eager: true });
const known = new Map<string, readonly Checked[]>();

/** One row of a model card, as it is printed. */
export interface Checked {
  what: string;
  source: string;
  /** Published, or of theory. */
  expected: string;
  /** What the model gives. */
  measured: string;
  how: string;
}

/** The rows of a simulation; none where it has no validation.ts. Throws an author's error for one that the model misses. */
export function validationOf(simulation: string): readonly Checked[] {
  const path = `/src/sims/${simulation}/validation.ts`;
  const rows = known.get(simulation) ?? (modules[path]?.validation ?? []).map((row) => check(row, path.slice(1)));
  known.set(simulation, rows);
  return rows;
}

/** The chart of a simulation; null where it has none. */
export function chartOf(simulation: string): ValidationChart | null {
  return modules[`/src/sims/${simulation}/validation.ts`]?.chart ?? null;
}

/** The formulas a simulation draws through its dots; null where it has none. */
export function curvesOf(simulation: string): ValidationCurves | null {
  return modules[`/src/sims/${simulation}/validation.ts`]?.curves ?? null;
}

/** Measures one row. Throws an author's error when the model is further off than the row allows. */
export function check(row: Validation, file: string): Checked {
  const { what, source, expected, unit, decimals, tolerance, how } = row;
  const measured = row.measured();
  if (!(Math.abs(measured - expected) <= tolerance)) {
    const write = (value: number): string => formatNumber(value, unit, decimals + 2);
    throw new Error(
      `The model is further from what it was checked against than it may be, in "${what}".\n` +
        `${source} says ${write(expected)}, give or take ${write(tolerance)}; the model gives ${write(measured)}.\n` +
        `Correct the row in ${file}, or find out what changed in ${file.replace(/\/[^/]+$/, '')}.`,
    );
  }
  const [published, own] = [expected, measured].map((value) => formatNumber(value, unit, decimals));
  return { what, source, expected: published!, measured: own!, how };
}
