/** The present run under many seeds, played while the page stays alive. */
import type { AnySimulation } from '../../engine/fields.ts';
import { luckSeeds, Outcomes } from '../../engine/outcomes.ts';
import type { Measures, Run } from '../../engine/simulation.ts';
import { inSlices } from './slices.ts';

/** A fraction of a millisecond of work. */
const EVENTS_AT_ONCE = 40;

export class Tries {
  readonly run: Run;
  /** How each seed ended, by the seed: 1 to 200. */
  readonly done: ReadonlyMap<number, Measures>;
  readonly of = luckSeeds.length;
  playing = false;
  private readonly simulation: AnySimulation;
  private readonly changed: () => void;
  private readonly outcomes: Outcomes;
  private readonly known = new Map<number, Measures>();
  /** Seeds outside the two hundred: those a learner came with. */
  private readonly others = new Map<number, Measures>();
  private stops: (() => void)[] = [];

  /** `changed` is called after every slice. */
  constructor(simulation: AnySimulation, run: Run, changed: () => void) {
    this.simulation = simulation;
    this.run = run;
    this.changed = changed;
    this.done = this.known;
    this.outcomes = new Outcomes(simulation, run, luckSeeds);
  }

  get whole(): boolean {
    return this.outcomes.whole;
  }

  /** Whether another seed can end differently, as far as they are played. */
  get usesChance(): boolean {
    return this.outcomes.usesChance;
  }

  /** How that seed ends; undefined while it is not known. */
  end(seed: number): Measures | undefined {
    return this.known.get(seed) ?? this.others.get(seed);
  }

  /** Whether that run is this one, but for the seed. */
  isOf({ scenario, changed, inputs }: Run): boolean {
    const own = this.run;
    return JSON.stringify([scenario, changed, inputs]) === JSON.stringify([own.scenario, own.changed, own.inputs]);
  }

  /** Begins, or goes on where it was stopped. */
  play(): void {
    if (this.playing || this.whole) return;
    this.playing = true;
    this.stops.push(
      inSlices(
        () => this.outcomes.runFor(EVENTS_AT_ONCE),
        (whole) => {
          this.playing = !whole;
          for (const { seed, measures } of this.outcomes.done.slice(this.known.size)) this.known.set(seed, measures);
          this.changed();
        },
      ),
    );
  }

  /** Plays one more seed, if it is none of the two hundred. */
  ask(seed: number): void {
    if (luckSeeds.includes(seed) || this.others.has(seed)) return;
    const one = new Outcomes(this.simulation, this.run, [seed]);
    this.stops.push(
      inSlices(
        () => one.runFor(EVENTS_AT_ONCE),
        (whole) => {
          if (!whole) return;
          this.others.set(seed, one.done[0]!.measures);
          this.changed();
        },
      ),
    );
  }

  stop(): void {
    this.playing = false;
    for (const stop of this.stops) stop();
    this.stops = [];
  }
}
