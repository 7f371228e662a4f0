/**
 * A run laid out in time: everything that happens in it, and its state at any moment.
 *
 * The run is played once, in slices, keeping its log and a checkpoint every few hundred events. When
 * the model throws, the run ends early: what was good stays, and nothing here throws for it.
 */
import { goodPart, sayFailure, type Failure } from './failure.ts';
import type { AnySimulation } from './fields.ts';
import { compareMoments, logHash, momentOf, type LogEntry } from './log.ts';
import { Machine, type Snapshot } from './machine.ts';
import { CHECKPOINT_EVERY, Reader, type View } from './reader.ts';
import { baseConfig, fork, orderedInputs, scenarioOf } from './run.ts';
import type { Cue, Moment, Run, RunInput, TimedInput } from './simulation.ts';

export type { View };

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
  /** Where the model threw, as soon as that is known; the run ends there. */
  failure: Failure | null = null;
  private readonly inputs: readonly TimedInput[];
  private readonly cues: readonly Cue[];
  private readonly checkpoints: Snapshot[] = [];
  private readonly pastUsesChance: boolean;
  private readonly frontier: Machine;
  private reader: Reader;
  private finished = false;

  /** Throws when the model cannot be started. */
  constructor(simulation: AnySimulation, run: Run, past?: { timeline: Timeline; before: Moment }) {
    const scenario = scenarioOf(simulation, run.scenario);
    this.simulation = simulation;
    this.run = run;
    this.untilUs = Math.round(scenario.untilMs * 1000);
    this.inputs = orderedInputs(simulation, run);
    this.cues = scenario.cues;
    this.pastUsesChance = past?.timeline.usesChance ?? false;
    const shared = past?.timeline.checkpoints.filter((point) => compareMoments(momentOf(point), past.before) < 0) ?? [];
    const last = shared.at(-1);
    if (past && last) {
      this.checkpoints.push(...shared);
      this.log.push(...past.timeline.log.slice(0, last.facts));
      this.cuesMet.push(...past.timeline.cuesMet.filter(({ at }) => compareMoments(at, momentOf(last)) <= 0));
    }
    this.frontier = new Machine(simulation, baseConfig(simulation, run), run.seed, this.inputs, this.log, last);
    this.reader = new Reader(simulation, run.seed, this.inputs, this.checkpoints);
    if (!last) {
      this.checkpoints.push(this.frontier.snapshot());
      this.guard(() => this.meetCues(0));
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

  /** The run at a moment. Beyond the end it is the end; beyond what the model can do, its last good moment. */
  at(moment: Moment): View {
    this.record(this.within(moment), Infinity);
    // Measuring may show a failure that playing did not; then the moment before it can be shown.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const target = this.within(moment);
      try {
        return this.reader.at(target);
      } catch (error) {
        this.stop(error, target);
      }
    }
    const { state, config } = this.checkpoints[0]!;
    const measures = Object.fromEntries(Object.keys(this.simulation.measures).map((name) => [name, null]));
    return { moment: { timeUs: 0, k: 0 }, nowMs: 0, state, config, measures };
  }

  /** The state this input would make at that moment, without putting it into the run; the run as it is if it cannot be done. */
  preview(at: Moment, input: RunInput): View {
    const moment = this.within(at);
    try {
      return this.reader.preview(moment, orderedInputs(this.simulation, fork(this.run, moment, input)));
    } catch {
      return this.at(moment);
    }
  }

  /** The future in which this input happens at that moment. What came before is shared, not played again. */
  branch(at: Moment, input: RunInput): Timeline {
    return new Timeline(this.simulation, fork(this.run, at, input), { timeline: this, before: at });
  }

  /** The nearest moment this run can show. */
  private within(moment: Moment): Moment {
    const end = this.failure?.at ?? { timeUs: this.untilUs };
    return compareMoments(moment, end) > 0 ? end : moment;
  }

  private record(target: Moment, maxEvents: number): boolean {
    if (!this.finished) this.guard(() => this.playOn(target, maxEvents));
    return this.finished;
  }

  private guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.stop(error, this.frontier.moment);
    }
  }

  /** Ends the run before the first thing, up to `limit`, that the model could not do. */
  private stop(error: unknown, limit: Moment): void {
    const { simulation, run, checkpoints, log, cuesMet } = this;
    const start = checkpoints[0]!;
    const again = new Machine(simulation, start.config, run.seed, this.inputs, log.slice(0, start.facts), start);
    const { at, facts, inputs } = goodPart(simulation, again, limit);
    this.failure = { at, message: sayFailure(simulation, start.config, at, error) };
    this.finished = true;
    const isGood = (point: Snapshot): boolean =>
      point.inputsApplied <= inputs && compareMoments(momentOf(point), at) <= 0;
    checkpoints.splice(0, Infinity, start, ...checkpoints.slice(1).filter(isGood));
    log.splice(facts);
    cuesMet.splice(0, Infinity, ...cuesMet.filter((met) => compareMoments(met.at, at) <= 0));
    this.reader = new Reader(simulation, run.seed, this.inputs.slice(0, inputs), checkpoints);
  }

  private playOn(target: Moment, maxEvents: number): void {
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
        return;
      }
    }
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
