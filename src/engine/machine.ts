/**
 * The run loop: applies events and inputs one at a time, in an order nothing can change.
 *
 * It can stop after any event and go on later, and its whole content is JSON, so that a run can be
 * cut into slices, kept as a checkpoint, or begun again from the middle.
 */
import { draw, streamSeed } from './chance.ts';
import { EventQueue, type Pending } from './event-queue.ts';
import { momentOf, type LogEntry } from './log.ts';
import type {
  FieldSet,
  Moment,
  RunInput,
  Sim,
  Simulation,
  TimedInput,
  TypedFact,
  TypedInput,
  Values,
} from './simulation.ts';

export interface Snapshot<State = unknown, Event = unknown> {
  timeUs: number;
  k: number;
  /** An act that waits for its whole microsecond has been applied at this one, so the moment has no `k`. */
  settled: boolean;
  state: State;
  config: Values;
  pending: Pending<Event>[];
  /** Sequence number of the next event to be scheduled. */
  sequence: number;
  inputsApplied: number;
  /** Events applied since the start. */
  events: number;
  /** Facts logged since the start. */
  facts: number;
}

type Model<State, Event> = Simulation<Values, State, Event, TypedInput, TypedFact>;

export class Machine<State = unknown, Event = unknown> implements Sim<Event, TypedFact> {
  nowMs = 0;
  state: State;
  config: Values;
  events = 0;
  inputsApplied = 0;
  /** The log; null keeps none, which is faster. */
  readonly entries: LogEntry[] | null;
  private readonly model: Model<State, Event>;
  private readonly inputs: readonly TimedInput[];
  private readonly seed: number;
  /** Streams drawn from so far, with their bases. */
  private readonly streams = new Map<string, number>();
  private readonly queue = new EventQueue<Event>();
  private timeUs = 0;
  private k = 0;
  private sequence = 0;
  /** As in a snapshot. */
  private settled = false;
  private facts = 0;

  /** Starts at the first moment, or where `from` was taken. `inputs` are in the order they apply. */
  constructor(
    model: Model<State, Event>,
    config: Values,
    seed: number,
    inputs: readonly TimedInput[],
    entries: LogEntry[] | null,
    from?: Snapshot<State, Event>,
  ) {
    this.model = model;
    this.inputs = inputs;
    this.seed = seed;
    this.entries = entries;
    if (from) {
      this.timeUs = from.timeUs;
      this.nowMs = from.timeUs / 1000;
      this.k = from.k;
      this.settled = from.settled;
      this.state = from.state;
      this.config = from.config;
      this.sequence = from.sequence;
      this.inputsApplied = from.inputsApplied;
      this.events = from.events;
      this.facts = from.facts;
      for (const [timeUs, sequence, event] of from.pending) this.queue.add(timeUs, sequence, event);
    } else {
      this.config = config;
      this.state = model.start(config, this);
    }
  }

  random(stream: string, key: number): number {
    let base = this.streams.get(stream);
    if (base === undefined) {
      base = streamSeed(this.seed, stream);
      this.streams.set(stream, base);
    }
    return draw(base, key);
  }

  /** Whether anything has been left to chance. */
  get usesChance(): boolean {
    return this.streams.size > 0;
  }

  schedule(delayMs: number, event: Event): void {
    if (!(delayMs >= 0)) throw new RangeError(`delayMs must be zero or more, got ${delayMs}`);
    this.queue.add(this.timeUs + Math.round(delayMs * 1000), this.sequence, event);
    this.sequence += 1;
  }

  log(fact: TypedFact): void {
    this.facts += 1;
    if (this.entries === null) return;
    const { timeUs, k } = this;
    this.entries.push(this.settled ? { timeUs, k, settled: true, fact } : { timeUs, k, fact });
  }

  /**
   * Applies what lies at or before `target`, at most `most` events and inputs of it. True when it got there.
   *
   * An input comes after all events at or before its own moment, so it waits while the next event is
   * not later than it; with a `k` it waits for only that many events of its microsecond.
   */
  advance(target: Moment, most = Infinity): boolean {
    const { model, queue } = this;
    const targetK = target.k ?? Infinity;
    let left = most;
    for (;;) {
      const due = this.inputs[this.inputsApplied];
      const nextUs = queue.nextUs;
      const input = due !== undefined && this.isDue(due.at, nextUs) ? due : null;
      if (input !== null) {
        const { timeUs, k } = input.at;
        if (timeUs > target.timeUs || (timeUs === target.timeUs && (k ?? Infinity) > targetK)) return true;
      } else {
        if (nextUs > target.timeUs) return true;
        if (nextUs === target.timeUs && targetK !== Infinity && this.appliedAt(nextUs) >= targetK) return true;
      }
      if (left <= 0) return false;
      left -= 1;
      if (input !== null) {
        this.apply(input);
        continue;
      }
      if (nextUs === this.timeUs) {
        this.k += 1;
      } else {
        this.timeUs = nextUs;
        this.nowMs = nextUs / 1000;
        this.k = 1;
        this.settled = false;
      }
      this.events += 1;
      this.state = model.step(this.state, queue.take(), this.config, this);
    }
  }

  /** The earliest moment that shows the last thing applied. */
  get moment(): Moment {
    const { timeUs, k, settled } = this;
    return momentOf({ timeUs, k, settled });
  }

  snapshot(): Snapshot<State, Event> {
    const { timeUs, k, settled, state, config, sequence, inputsApplied, events, facts } = this;
    return { timeUs, k, settled, state, config, pending: this.queue.list(), sequence, inputsApplied, events, facts };
  }

  private appliedAt(timeUs: number): number {
    return timeUs === this.timeUs ? this.k : 0;
  }

  private isDue(at: Moment, nextUs: number): boolean {
    return at.timeUs < nextUs || (at.timeUs === nextUs && at.k !== undefined && at.k <= this.appliedAt(nextUs));
  }

  private apply({ at, input }: TimedInput): void {
    this.inputsApplied += 1;
    if (at.timeUs > this.timeUs) {
      this.timeUs = at.timeUs;
      this.nowMs = at.timeUs / 1000;
      this.k = 0;
      this.settled = false;
    }
    // Also where it waits for more events than this microsecond has.
    this.settled ||= at.k === undefined || at.k > this.k;
    if (isFieldSet(input)) this.config = { ...this.config, [input.set]: input.value };
    else this.state = this.model.accept(this.state, input, this.config, this);
  }
}

/** True for the engine's own input, false for an act of the simulation. */
export function isFieldSet(input: RunInput): input is FieldSet {
  return 'set' in input;
}
