/**
 * One run under many seeds: is what was seen luck?
 *
 * The seeds are played one after another, in slices, and no log is kept: only what was measured at
 * each end. That is quick enough for hundreds of seeds beside a page that stays alive.
 */
import type { AnySimulation } from './fields.ts';
import { Machine } from './machine.ts';
import { baseConfig, orderedInputs, scenarioOf } from './run.ts';
import type { Measures, Run, TimedInput, Values } from './simulation.ts';

/** The seeds that stand for chance: 1 to 200. */
export const luckSeeds: readonly number[] = Array.from({ length: 200 }, (_, i) => i + 1);

export interface Outcome {
  seed: number;
  /** At the end of the run; every one is null where the model stopped before it. */
  measures: Measures;
}

export class Outcomes {
  /** In the order of the seeds. */
  readonly done: readonly Outcome[];
  private readonly simulation: AnySimulation;
  private readonly seeds: readonly number[];
  private readonly outcomes: Outcome[] = [];
  private readonly config: Values;
  private readonly inputs: readonly TimedInput[];
  private readonly untilMs: number;
  /** The seed being played, begun and not yet at its end. */
  private machine: Machine | null = null;
  private drew = false;

  /** The seed of `run` itself does not matter. */
  constructor(simulation: AnySimulation, run: Run, seeds: readonly number[]) {
    this.simulation = simulation;
    this.seeds = seeds;
    this.done = this.outcomes;
    this.config = baseConfig(simulation, run);
    this.inputs = orderedInputs(simulation, run);
    this.untilMs = scenarioOf(simulation, run.scenario).untilMs;
  }

  /** Whether every seed has been played. */
  get whole(): boolean {
    return this.outcomes.length === this.seeds.length;
  }

  /** Whether seeds can end differently, as far as they are played. */
  get usesChance(): boolean {
    return this.drew;
  }

  /** Plays up to `eventCount` more events; beginning a seed counts as one. True when every seed has been played. */
  runFor(eventCount: number): boolean {
    for (let left = eventCount; left > 0 && !this.whole;) left -= this.playOn(left);
    return this.whole;
  }

  /** Goes on with one seed and returns the events it took. */
  private playOn(most: number): number {
    const seed = this.seeds[this.outcomes.length]!;
    const before = this.machine?.events ?? -1;
    try {
      this.machine ??= new Machine(this.simulation, this.config, seed, this.inputs, null);
      const { machine, untilMs } = this;
      const arrived = machine.advance({ timeUs: Math.round(untilMs * 1000) }, most);
      if (arrived) this.end(seed, this.simulation.measure(machine.state, machine.config, untilMs));
      return Math.max(1, machine.events - before);
    } catch {
      // The present run says what went wrong with the model; here the seed has nothing to show.
      this.end(seed, Object.fromEntries(Object.keys(this.simulation.measures).map((name) => [name, null])));
      return 1;
    }
  }

  private end(seed: number, measures: Measures): void {
    const { machine, outcomes } = this;
    this.drew ||= machine?.usesChance ?? false;
    this.machine = null;
    outcomes.push({ seed, measures });
    // Where nothing was left to chance, every other seed would end the same.
    if (machine && !this.drew)
      outcomes.push(...this.seeds.slice(outcomes.length).map((other) => ({ seed: other, measures })));
  }
}
