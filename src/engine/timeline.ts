/**
 * A run laid out in time: everything that happens in it, and its state at any moment.
 *
 * The run is played once, in slices, keeping its log and a checkpoint every few hundred events. A
 * moment is then shown by playing on from the nearest checkpoint before it, so going back costs no
 * more than going forward.
 */
import type { AnySimulation } from './fields.ts';
import { compareMoments, logHash, type LogEntry } from './log.ts';
import { Machine, type Snapshot } from './machine.ts';
import { baseConfig, fork, orderedInputs, scenarioOf } from './run.ts';
import type { Cue, Measures, Moment, Run, RunInput, TimedInput, Values } from './simulation.ts';

/** Events between checkpoints: the most a seek has to replay. */
const CHECKPOINT_EVERY = 256;

export interface View {
  moment: Moment;
  nowMs: number;
  state: unknown;
  config: Values;
  measures: Measures;
}

/** A cue that was met, and when. */
export interface CueMet {
  cue: Cue;
  at: Moment;
}

export class Timeline {
  readonly simulation: AnySimulation;
  readonly run: Run;
  readonly untilUs: number;
  readonly log: LogEntry[] = [];
  readonly cuesMet: CueMet[] = [];
  private readonly inputs: readonly TimedInput[];
  private readonly cues: readonly Cue[];
  private readonly checkpoints: Snapshot[] = [];
  private readonly pastUsesChance: boolean;
  private readonly frontier: Machine;
  private finished = false;
  /** The machine of the last view, kept because the next moment is mostly a little later. */
  private reader: Machine | null = null;
  private readTo: Moment = { timeUs: 0, k: 0 };

  constructor(simulation: AnySimulation, run: Run, past?: { timeline: Timeline; before: Moment }) {
    const scenario = scenarioOf(simulation, run.scenario);
    this.simulation = simulation;
    this.run = run;
    this.untilUs = Math.round(scenario.untilMs * 1000);
    this.inputs = orderedInputs(simulation, run);
    this.cues = scenario.cues;
    this.pastUsesChance = past?.timeline.usesChance ?? false;
    const shared = past?.timeline.checkpoints.filter((point) => compareMoments(point, past.before) < 0) ?? [];
    const last = shared.at(-1);
    if (past && last) {
      this.checkpoints.push(...shared);
      this.log.push(...past.timeline.log.slice(0, last.facts));
      this.cuesMet.push(...past.timeline.cuesMet.filter(({ at }) => compareMoments(at, last) <= 0));
    }
    this.frontier = new Machine(simulation, baseConfig(simulation, run), run.seed, this.inputs, this.log, last);
    if (!last) {
      this.checkpoints.push(this.frontier.snapshot());
      this.meetCues(0);
    }
  }

  /** Plays up to `eventCount` more events of the run. True when the run is whole. */
  runFor(eventCount: number): boolean {
    return this.record({ timeUs: this.untilUs }, eventCount);
  }

  /** Plays the run to its end. */
  finish(): this {
    this.runFor(Infinity);
    return this;
  }

  /** Whether the whole run is known. */
  get whole(): boolean {
    return this.finished;
  }

  /** Events applied so far. */
  get events(): number {
    return this.frontier.events;
  }

  /** How many facts were logged while the model was set up: they come first and say how. */
  get setUp(): number {
    return this.checkpoints[0]!.facts;
  }

  /** Whether another seed could tell another story, as far as the run is known. */
  get usesChance(): boolean {
    return this.frontier.usesChance || this.pastUsesChance;
  }

  /** Hash of the whole run's log: equal in every engine for the same run. */
  hash(): string {
    return logHash(this.finish().log);
  }

  /** The run at its end. */
  get end(): View {
    return this.at({ timeUs: this.untilUs });
  }

  /** The run at a moment; beyond the end it is the end. */
  at(moment: Moment): View {
    const target = moment.timeUs > this.untilUs ? { timeUs: this.untilUs } : moment;
    this.record(target, Infinity);
    let reader = this.reader;
    if (!reader || compareMoments(this.readTo, target) > 0 || this.isAhead(reader, target)) {
      const from = this.checkpoints.findLast((point) => compareMoments(point, target) <= 0) ?? this.checkpoints[0]!;
      reader = new Machine(this.simulation, from.config, this.run.seed, this.inputs, null, from);
    }
    reader.advance(target);
    this.reader = reader;
    this.readTo = target;
    return this.view(reader, target);
  }

  /** The state this input would make at that moment, without putting it into the run. */
  preview(at: Moment, input: RunInput): View {
    const provisional = fork(this.run, at, input);
    const from = this.checkpoints.findLast((point) => compareMoments(point, at) < 0) ?? this.checkpoints[0]!;
    const inputs = orderedInputs(this.simulation, provisional);
    const machine = new Machine(this.simulation, from.config, this.run.seed, inputs, null, from);
    machine.advance(at);
    return this.view(machine, at);
  }

  /** The future in which this input happens at that moment. What came before is shared, not played again. */
  branch(at: Moment, input: RunInput): Timeline {
    return new Timeline(this.simulation, fork(this.run, at, input), { timeline: this, before: at });
  }

  private view(machine: Machine, moment: Moment): View {
    const nowMs = moment.timeUs / 1000;
    const { state, config } = machine;
    return { moment, nowMs, state, config, measures: this.simulation.measure(state, config, nowMs) };
  }

  /** A checkpoint may lie nearer to the moment than the reader does. */
  private isAhead(reader: Machine, target: Moment): boolean {
    const point = this.checkpoints[Math.floor(reader.events / CHECKPOINT_EVERY) + 2];
    return point !== undefined && compareMoments(point, target) <= 0;
  }

  private record(target: Moment, maxEvents: number): boolean {
    if (this.finished) return true;
    let left = maxEvents;
    while (left > 0) {
      const toCheckpoint = CHECKPOINT_EVERY - (this.frontier.events % CHECKPOINT_EVERY);
      const watching = this.cues.length > this.cuesMet.length;
      const slice = watching ? 1 : Math.min(left, toCheckpoint);
      const facts = this.log.length;
      const before = this.frontier.events;
      const arrived = this.frontier.advance(target, slice);
      left -= this.frontier.events - before;
      if (watching) this.meetCues(facts);
      if (this.frontier.events > before && this.frontier.events % CHECKPOINT_EVERY === 0) {
        this.checkpoints.push(this.frontier.snapshot());
      }
      if (arrived) {
        this.finished = target.timeUs >= this.untilUs && target.k === undefined;
        return this.finished;
      }
    }
    return false;
  }

  /** Called after every single event or input while a cue is still to be met: what it met, it met there. */
  private meetCues(fromFact: number): void {
    const { state, config, moment, nowMs } = this.frontier;
    for (const cue of this.cues) {
      if (this.cuesMet.some((met) => met.cue.id === cue.id)) continue;
      const isMet =
        this.log.slice(fromFact).some(({ fact }) => cue.onFact?.(fact)) ||
        cue.onMeasures?.(this.simulation.measure(state, config, nowMs));
      if (isMet) this.cuesMet.push({ cue, at: moment });
    }
  }
}

/** A run played to its end in one go. */
export function play(simulation: AnySimulation, run: Run): Timeline {
  return new Timeline(simulation, run).finish();
}
