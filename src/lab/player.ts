/**
 * Plays one run and lets a learner act in it. Knows time and runs, nothing of any simulation or page.
 *
 * What it shows is always `view`: the run at the playhead, or, while a drag is held, what that run
 * would be. Whoever listens draws again.
 */
import { isFieldSet } from '../engine/machine.ts';
import { compareMoments, momentOf, type LogEntry } from '../engine/log.ts';
import { nextSeed } from '../engine/chance.ts';
import { openRun, scenarioOf } from '../engine/run.ts';
import type { AnySimulation } from '../engine/fields.ts';
import type { Cue, Moment, Run, RunInput, Value } from '../engine/simulation.ts';
import { Timeline, type View } from '../engine/timeline.ts';
import { keepTicking } from './clock.ts';
import type { Hand } from './picture.ts';

/** Small moves by keyboard within this time count as one act. */
const NUDGE_MS = 500;
/** Events recorded ahead of the playhead in one frame: a few milliseconds of work. */
const AHEAD_PER_FRAME = 400;

export class Player {
  readonly simulation: AnySimulation;
  timeline: Timeline;
  playhead: Moment = { timeUs: 0 };
  /** The furthest moment seen of this run: what lies beyond is not told ahead. */
  reached: Moment = { timeUs: 0 };
  playing = false;
  /** Times the author's pace, slow first. */
  readonly speeds = [0.25, 0.5, 1, 2, 4, 10];
  speed = 1;
  /** The cue the playhead rests on. */
  cue: Cue | null = null;
  view: View;
  /** Nothing glides: playing goes from event to event. */
  stepwise = false;
  /** Asleep: off screen or in a hidden page, so it neither plays nor records. */
  asleep = false;
  private readonly changed: () => void;
  private read: { timeline: Timeline; facts: number; story: readonly LogEntry[] };
  private lastNudge: { before: Timeline; input: RunInput; at: Moment; wallMs: number } | null = null;

  /** `changed` is called after anything that is shown may be different. */
  constructor(simulation: AnySimulation, run: Run, changed: () => void) {
    this.simulation = simulation;
    this.timeline = new Timeline(simulation, run);
    this.changed = changed;
    this.read = { timeline: this.timeline, facts: 0, story: [] };
    this.view = this.timeline.at(this.playhead);
  }

  get run(): Run {
    return this.timeline.run;
  }

  /** Model milliseconds in a second of watching, at speed 1. */
  get pace(): number {
    return scenarioOf(this.simulation, this.run.scenario).pace;
  }

  get atEnd(): boolean {
    return this.playhead.timeUs >= this.timeline.untilUs;
  }

  play(): void {
    if (this.stepwise) return this.atEnd ? this.restart() : this.step(1);
    if (this.atEnd) this.playhead = { timeUs: 0, k: 0 };
    this.playing = true;
    this.cue = null;
    this.wake();
    this.show();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** For readers who want nothing to glide. */
  goStepwise(stepwise: boolean): void {
    this.stepwise = stepwise;
    if (stepwise) this.pause();
  }

  pause(): void {
    this.playing = false;
    this.show();
  }

  seek(moment: Moment): void {
    this.playing = false;
    this.playhead = moment.timeUs > this.timeline.untilUs ? { timeUs: this.timeline.untilUs } : moment;
    this.cue = this.cueAt(this.playhead);
    this.show();
  }

  /** To the next story fact, or back to the one before. */
  step(direction: 1 | -1): void {
    if (direction > 0) this.timeline.finish();
    this.leap(this.story().map(momentOf), direction);
  }

  /** To the next cue, or back to the one before. */
  leapToCue(direction: 1 | -1): void {
    this.timeline.finish();
    this.leap(
      this.timeline.cuesMet.map(({ at }) => at),
      direction,
    );
  }

  /** The same run from its beginning; your acts stay in it. */
  restart(): void {
    this.seek({ timeUs: 0 });
  }

  /** The scenario as it was first shown, with the same seed and none of your acts. */
  reset(changed: Run['changed']): void {
    this.open({ ...openRun(this.simulation, this.run.scenario, { changed }), seed: this.run.seed });
  }

  newSeed(): void {
    this.open({ ...this.run, seed: nextSeed(this.run.seed) });
  }

  /** Another run, from its beginning or at a moment. */
  open(run: Run, moment: Moment = { timeUs: 0 }): void {
    this.timeline = new Timeline(this.simulation, run);
    this.reached = { timeUs: 0 };
    this.lastNudge = null;
    this.seek(moment);
    this.wake();
  }

  /** A start field makes a new run; a live one is an act at the playhead. */
  set(name: string, value: Value, live: boolean): void {
    if (live) this.nudge({ set: name, value });
    else this.open({ ...this.run, changed: { ...this.run.changed, [name]: value }, inputs: [] });
  }

  readonly hand: Hand = {
    preview: (input) => {
      this.view = this.timeline.preview(this.playhead, input);
      this.changed();
    },
    commit: (input) => this.commit(input),
    nudge: (input) => this.nudge(input),
    discard: () => this.show(),
  };

  /** Puts an act of the learner into the run at the playhead. */
  commit(input: RunInput): void {
    this.become(this.timeline.branch(this.playhead, input));
    this.lastNudge = null;
  }

  /** Like `commit`, but a quick run of small moves of one thing counts as one act. */
  private nudge(input: RunInput): void {
    const wallMs = Date.now();
    const last = this.lastNudge;
    const same = last && compareMoments(last.at, this.playhead) === 0 && nameOf(last.input) === nameOf(input);
    const before = same && wallMs - last.wallMs < NUDGE_MS ? last.before : this.timeline;
    this.become(before.branch(this.playhead, input));
    this.lastNudge = { before, input, at: this.playhead, wallMs };
  }

  /** Goes over into another future at the playhead; an act may have met a cue on the spot. */
  private become(future: Timeline): void {
    const met = new Set(
      this.timeline.cuesMet.filter(({ at }) => compareMoments(at, this.playhead) <= 0).map(({ cue }) => cue.id),
    );
    this.timeline = future;
    this.reached = this.playhead;
    future.at(this.playhead);
    this.cue =
      future.cuesMet.find(({ cue, at }) => compareMoments(at, this.playhead) <= 0 && !met.has(cue.id))?.cue ?? null;
    if (this.cue) this.playing = false;
    this.wake();
    this.show();
  }

  /** The story facts known of this run, and how many of them lie at or before the playhead. */
  storySoFar(): { story: readonly LogEntry[]; past: number } {
    const story = this.story();
    let past = story.length;
    while (past > 0 && compareMoments(momentOf(story[past - 1]!), this.playhead) > 0) past -= 1;
    return { story, past };
  }

  sleep(asleep: boolean): void {
    this.asleep = asleep;
    if (!asleep) this.wake();
  }

  /** Starts the frame loop for playing, and for recording what lies ahead so that it can be marked. */
  wake(): void {
    if (!this.asleep && (this.playing || !this.timeline.whole)) keepTicking(this.tick);
  }

  private readonly tick = (frameMs: number): boolean => {
    if (this.asleep) return false;
    if (!this.timeline.whole && this.timeline.runFor(AHEAD_PER_FRAME) && !this.playing) this.changed();
    if (this.playing) this.advance(frameMs);
    return this.playing || !this.timeline.whole;
  };

  private advance(frameMs: number): void {
    const before = this.playhead;
    // Never less than a microsecond, or a very slow pace would stand still.
    const timeUs = Math.min(
      this.timeline.untilUs,
      before.timeUs + Math.max(1, Math.round(frameMs * this.pace * this.speed)),
    );
    this.timeline.at({ timeUs });
    const met = this.timeline.cuesMet.find(
      ({ at }) => compareMoments(at, before) > 0 && compareMoments(at, { timeUs }) <= 0,
    );
    this.playhead = met ? met.at : { timeUs };
    this.cue = met ? met.cue : null;
    if (met || this.atEnd) this.playing = false;
    this.show();
  }

  private leap(moments: readonly Moment[], direction: 1 | -1): void {
    const found =
      direction > 0
        ? moments.find((moment) => compareMoments(moment, this.playhead) > 0)
        : moments.findLast((moment) => compareMoments(moment, this.playhead) < 0);
    this.seek(found ?? { timeUs: direction > 0 ? this.timeline.untilUs : 0 });
  }

  /** Read once: a log only grows. A new array when it grew, so that whoever compares sees it. */
  private story(): readonly LogEntry[] {
    const { log } = this.timeline;
    const known = this.read.timeline === this.timeline ? this.read : { timeline: this.timeline, facts: 0, story: [] };
    if (known.facts < log.length || known !== this.read) {
      const more = log.slice(known.facts).filter(({ fact }) => this.simulation.facts[fact.type]?.weight === 'story');
      const story = more.length > 0 ? [...known.story, ...more] : known.story;
      this.read = { timeline: this.timeline, facts: log.length, story };
    }
    return this.read.story;
  }

  private cueAt(moment: Moment): Cue | null {
    return this.timeline.cuesMet.find(({ at }) => compareMoments(at, moment) === 0)?.cue ?? null;
  }

  private show(): void {
    if (compareMoments(this.playhead, this.reached) > 0) this.reached = this.playhead;
    this.view = this.timeline.at(this.playhead);
    this.changed();
  }
}

function nameOf(input: RunInput): string {
  return isFieldSet(input) ? `set ${input.set}` : input.type;
}
