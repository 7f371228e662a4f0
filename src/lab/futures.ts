/**
 * The futures of a run: what was seen before the learner changed the past, and what came of the change.
 *
 * A future is kept as its run; its timeline is played again when it is asked for, so that what can be
 * undone costs next to nothing to keep.
 */
import type { AnySimulation } from '../engine/fields.ts';
import type { Moment, Run, Values } from '../engine/simulation.ts';
import { Timeline } from '../engine/timeline.ts';

/** More would be neither told apart nor fit below a timeline. */
export const MOST_FUTURES = 6;

let births = 0;

export class Future {
  /** Rises from one future to the next made. */
  readonly born = (births += 1);
  /** A, B, C …: its name as long as it lasts. */
  readonly letter: string;
  readonly run: Run;
  /** The letter of the future it grew out of; null for the first. No other future gets that letter while this one lasts. */
  readonly from: string | null;
  /** Where it left that future. */
  readonly parted: Moment | null;
  /** How many acts it shares with that future. */
  readonly shared: number;
  /** The furthest moment seen of it: what lies beyond is not told ahead. */
  reached: Moment;
  private readonly simulation: AnySimulation;
  private played: Timeline | null;

  constructor(
    simulation: AnySimulation,
    letter: string,
    timeline: Timeline,
    from: string | null,
    parted: Moment | null,
    shared: number,
    reached: Moment,
  ) {
    this.simulation = simulation;
    this.letter = letter;
    this.run = timeline.run;
    this.from = from;
    this.parted = parted;
    this.shared = shared;
    this.reached = reached;
    this.played = timeline;
  }

  get timeline(): Timeline {
    this.played ??= new Timeline(this.simulation, this.run);
    return this.played;
  }

  /** Lets go of what can be played again. */
  rest(): void {
    this.played = null;
  }
}

/** What a run is compared with: the same acts under other fields, or another future. */
export type Asked = { vs: Values } | { future: Future };

/** Where a learner stands: the futures there are, the one shown, what it is compared with, and the moment. */
export interface Standing {
  futures: readonly Future[];
  current: Future;
  asked: readonly Asked[];
  at: Moment;
  /** What was done from here, in words. */
  did: string;
}

/** The first letter that no future has or grew out of. */
export function freeLetter(futures: readonly Future[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return (
    [...letters].find((letter) => futures.every((future) => future.letter !== letter && future.from !== letter)) ?? '?'
  );
}
