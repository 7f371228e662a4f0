/**
 * Shows a recorded run at any moment, by playing on from the nearest checkpoint before it, so that
 * going back costs no more than going forward.
 */
import type { AnySimulation } from './fields.ts';
import { compareMoments, momentOf } from './log.ts';
import { Machine, type Snapshot } from './machine.ts';
import type { Measures, Moment, TimedInput, Values } from './simulation.ts';

/** Events between checkpoints: the most a seek has to replay. */
export const CHECKPOINT_EVERY = 256;

export interface View {
  moment: Moment;
  nowMs: number;
  state: unknown;
  config: Values;
  measures: Measures;
}

export class Reader {
  private readonly simulation: AnySimulation;
  private readonly seed: number;
  private readonly inputs: readonly TimedInput[];
  private readonly checkpoints: readonly Snapshot[];
  /** The machine of the last view, kept because the next moment is mostly a little later. */
  private machine: Machine | null = null;
  private readTo: Moment = { timeUs: 0, k: 0 };

  /** One checkpoint at the start and one every so many events; the list may grow. */
  constructor(
    simulation: AnySimulation,
    seed: number,
    inputs: readonly TimedInput[],
    checkpoints: readonly Snapshot[],
  ) {
    this.simulation = simulation;
    this.seed = seed;
    this.inputs = inputs;
    this.checkpoints = checkpoints;
  }

  /** Throws when the model does. */
  at(moment: Moment): View {
    let { machine } = this;
    if (!machine || compareMoments(this.readTo, moment) > 0 || this.isNearer(machine, moment)) {
      machine = this.from((point) => compareMoments(point, moment) <= 0, this.inputs);
    }
    this.machine = null;
    machine.advance(moment);
    this.machine = machine;
    this.readTo = moment;
    return this.view(machine, moment);
  }

  /** The moment with other inputs, which are the same ones up to the moment before. Throws when the model does. */
  preview(moment: Moment, inputs: readonly TimedInput[]): View {
    const machine = this.from((point) => compareMoments(point, moment) < 0, inputs);
    machine.advance(moment);
    return this.view(machine, moment);
  }

  /** A machine at the last checkpoint that will do. */
  private from(willDo: (point: Moment) => boolean, inputs: readonly TimedInput[]): Machine {
    const last = this.checkpoints.findLast((point) => willDo(momentOf(point))) ?? this.checkpoints[0]!;
    return new Machine(this.simulation, last.config, this.seed, inputs, null, last);
  }

  private view(machine: Machine, moment: Moment): View {
    const nowMs = moment.timeUs / 1000;
    const { state, config } = machine;
    return { moment, nowMs, state, config, measures: this.simulation.measure(state, config, nowMs) };
  }

  /** Whether a checkpoint lies nearer to the moment than the machine does. */
  private isNearer(machine: Machine, moment: Moment): boolean {
    const point = this.checkpoints[Math.floor(machine.events / CHECKPOINT_EVERY) + 2];
    return point !== undefined && compareMoments(momentOf(point), moment) <= 0;
  }
}
