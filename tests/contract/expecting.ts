/** What theory expects is what many seeds show. */
import { expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { luckSeeds, Outcomes } from '../../src/engine/outcomes.ts';
import { baseConfig } from '../../src/engine/run.ts';
import type { MeasureInfo, Run } from '../../src/engine/simulation.ts';
import { play } from '../../src/engine/timeline.ts';

/** Half a microsecond, in the units of time that measures have: the most by which the moment of one event is rounded. */
const HALF_MICROSECOND: Readonly<Record<string, number>> = { ms: 5e-4, s: 5e-7, min: 5e-7 / 60, h: 5e-7 / 3600 };

/** `run` is one in which nobody acts. */
export function agreesWithTheory(simulation: AnySimulation, run: Run): void {
  const { untilMs } = simulation.scenarios[run.scenario]!;
  const config = baseConfig(simulation, run);
  const expected = Object.entries(simulation.theory ?? {})
    .map(([name, expects]) => [name, expects?.(config, untilMs, run.scenario) ?? null] as const)
    .filter((pair): pair is [string, number] => pair[1] !== null);

  test.runIf(expected.length > 0)(`ends as theory expects: ${expected.map(([name]) => name).join(', ')}`, () => {
    const outcomes = new Outcomes(simulation, run, luckSeeds);
    outcomes.runFor(Infinity);
    const { events } = play(simulation, run);
    for (const [name, value] of expected) {
      // Theory speaks of the runs of which the measure says something.
      const seen = outcomes.done.flatMap(({ measures }) => measures[name] ?? []);
      const { unit } = simulation.measures[name] as MeasureInfo;
      const { mean, error } = ofSample(seen);
      // Of 200 seeds the mean lies within 4 standard errors but for one time in 16,000; 1 % is for what a formula leaves out.
      const tolerance = outcomes.usesChance
        ? 4 * error + 0.01 * Math.abs(value)
        : 1e-6 * Math.abs(value) + events * (HALF_MICROSECOND[unit] ?? 0);
      expect(seen.length, name).toBeGreaterThan(outcomes.usesChance ? 100 : 0);
      expect(Math.abs(mean - value), `${name}: ${mean} of ${seen.length} seeds, theory ${value}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });
}

/** The mean of a sample, and its standard error. */
function ofSample(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
