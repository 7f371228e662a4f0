/**
 * Plays one run and lets a learner act in it. Knows time and runs, nothing of any simulation or page.
 *
 * What it shows is always `view`: the run at the playhead, or, while a drag is held, what that run
 * would be. Whoever listens draws again. Acting before the furthest moment seen keeps what was seen, as
 * a future of its own; whatever was done can be undone.
 *
 * Longer than other files, since playing, acting, futures and undo all move the one playhead and the one current run.
 */
import { actsIn } from '../engine/challenge.ts';
import { isFieldSet } from '../engine/machine.ts';
import { compareMoments, momentOf, type LogEntry } from '../engine/log.ts';
import { nextSeed } from '../engine/chance.ts';
import { openRun, scenarioOf } from '../engine/run.ts';
import type { AnySimulation } from '../engine/fields.ts';
import type { Cue, Moment, Run, RunInput, Value } from '../engine/simulation.ts';
import { Timeline, type View } from '../engine/timeline.ts';
import { sayFields, sayInput } from '../engine/words.ts';
import { keepTicking } from './clock.ts';
import { freeLetter, Future, MOST_FUTURES, type Asked, type Standing } from './futures.ts';
import { Locks, nameOf } from './locks.ts';
import type { Hand } from './picture.ts';

/** Small moves by keyboard within this time count as one act. */
const NUDGE_MS = 500;
/** Events recorded ahead of the playhead in one frame: a few milliseconds of work. */
const AHEAD_PER_FRAME = 400;
/** How far back a learner can undo. */
const MOST_UNDO = 30;
const START: Moment = { timeUs: 0 };

/** A compared run, at the same moment. */
export interface Other {
  name: string;
  timeline: Timeline;
  view: View;
}

export class Player {
  readonly simulation: AnySimulation;
  futures: readonly Future[];
  current: Future;
  playhead: Moment = START;
  playing = false;
  /** Times the author's pace, slow first. */
  readonly speeds = [0.25, 0.5, 1, 2, 4, 10];
  speed = 1;
  /** The cue the playhead rests on. */
  cue: Cue | null = null;
  view: View;
  /** What the run is compared with now. */
  asked: readonly Asked[] = [];
  others: readonly Other[] = [];
  /** Why the model could not go on, in words. */
  problem: string | null = null;
  /** Nothing glides: playing goes from event to event. */
  stepwise = false;
  /** Asleep: off screen or in a hidden page, so it neither plays nor records. */
  asleep = false;
  private locks: Locks | null = null;
  private readonly changed: () => void;
  private read: { timeline: Timeline; facts: number; story: readonly LogEntry[] };
  private lastNudge: { name: string; at: Moment; wallMs: number } | null = null;
  /** It was playing when a hand took hold. */
  private held = false;
  private past: readonly Standing[] = [];
  private ahead: readonly Standing[] = [];

  /** `changed` is called after anything that is shown may be different. */
  constructor(simulation: AnySimulation, run: Run, changed: () => void) {
    this.simulation = simulation;
    this.current = this.first(run);
    this.futures = [this.current];
    this.changed = changed;
    this.read = { timeline: this.timeline, facts: 0, story: [] };
    this.view = this.timeline.at(this.playhead);
  }

  get timeline(): Timeline {
    return this.current.timeline;
  }

  get run(): Run {
    return this.current.run;
  }

  /** The furthest moment seen of this run: what lies beyond is not told ahead. */
  get reached(): Moment {
    return this.current.reached;
  }

  /** Model milliseconds in a second of watching, at speed 1. */
  get pace(): number {
    return scenarioOf(this.simulation, this.run.scenario).pace;
  }

  /** At its end, or at a moment after which nothing more would be shown. */
  get isOver(): boolean {
    return this.atEnd || this.silentUntilUs === this.timeline.untilUs;
  }

  get atEnd(): boolean {
    return this.playhead.timeUs >= this.timeline.untilUs;
  }

  /**
   * From now on these fields and acts stay as this run has them, whatever is pressed, opened or undone; 'seed' and
   * 'scenario' too. The rest of this run is set by somebody else as well, but may be changed.
   */
  lock(names: readonly string[]): void {
    this.locks = new Locks(this.simulation, this.run, names);
    this.past = this.ahead = [];
    this.changed();
  }

  /** The run as the page or course round the lab has set it up; null in a lesson. */
  get given(): Run | null {
    return this.locks?.given ?? null;
  }

  /** The run as it would be opened here: what is locked is in it as it was set. The same object where it is so already. */
  withLocks(run: Run): Run {
    return this.locks?.keep(run) ?? run;
  }

  /** Whether that field or act, or 'seed', is set by somebody else. */
  isLocked(name: string): boolean {
    return this.locks?.has(name) === true;
  }

  /** How much the learner did in this run: what somebody else has set is not theirs. */
  get acts(): number {
    return actsIn(this.run) - (this.locks?.givenIn(this.run) ?? 0);
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
    this.problem = null;
    this.playhead = moment.timeUs > this.timeline.untilUs ? { timeUs: this.timeline.untilUs } : moment;
    this.look();
    this.cue = this.cueAt(this.playhead);
    this.changed();
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
    this.seek(START);
  }

  /** Begins with this run, as if the lab had been set up for it. */
  begin(run: Run, moment: Moment): void {
    this.open(run, moment);
    this.past = [];
    this.changed();
  }

  /** The scenario as it was first shown, with the same seed and none of your acts. */
  reset(changed: Run['changed']): void {
    const { scenario, seed } = this.run;
    const { given } = this;
    const first = given?.scenario === scenario ? given : openRun(this.simulation, scenario, { changed });
    this.open({ ...first, seed }, START, 'Clear what I did');
  }

  newSeed(): void {
    this.open({ ...this.run, seed: nextSeed(this.run.seed) }, START, 'New seed');
  }

  /** Another run, from its beginning or at a moment. `did` says how it went, so that `undo` can bring back what was there. */
  open(run: Run, moment: Moment = START, did = 'Open another run'): void {
    const opened = this.attempt(() => this.first(this.withLocks(run)));
    if (!opened) return this.changed();
    this.remember(did);
    this.stand({ futures: [opened], current: opened, at: moment });
  }

  /**
   * A live field is an act at the playhead. As a field to start with it makes a new run with the same acts, but for
   * those on this very field: they would take back what was just chosen.
   */
  set(name: string, value: Value, live: boolean): void {
    if (this.isLocked(name)) return this.changed();
    if (live) this.nudge({ set: name, value });
    else {
      const changed = { ...this.run.changed, [name]: value };
      const make = ({ run }: Future): Timeline => {
        const inputs = run.inputs.filter(({ input }) => !isFieldSet(input) || input.set !== name);
        return new Timeline(this.simulation, { ...run, changed, inputs });
      };
      this.part(sayFields(this.simulation, { [name]: value }), START, make, `start ${name}`);
    }
  }

  /** What a hand does in the picture when the run is over is meant for the next one, as with a control. */
  readonly hand: Hand = {
    preview: (input) => {
      if (this.isLocked(nameOf(input))) return;
      this.hold();
      this.beginAgain();
      this.attempt(() => {
        this.view = this.timeline.preview(this.playhead, input);
        this.others = this.others.map((other, i) => {
          const isSame = 'vs' in this.asked[i]!;
          return isSame ? { ...other, view: other.timeline.preview(this.playhead, input) } : other;
        });
      });
      this.changed();
    },
    commit: (input) => {
      this.beginAgain();
      this.commit(input);
      this.release();
    },
    nudge: (input) => {
      this.beginAgain();
      this.nudge(input);
    },
    discard: () => {
      this.show();
      this.release();
    },
    goTo: (fact) => {
      const found = this.timeline.log.find((entry) => entry.fact.type === fact);
      if (found) this.seek(momentOf(found));
    },
  };

  private beginAgain(): void {
    if (this.isOver) this.playhead = START;
  }

  /** Time stands still under a hand that holds something. */
  private hold(): void {
    this.held ||= this.playing;
    this.playing = false;
  }

  private release(): void {
    const goesOn = this.held && this.cue === null && this.problem === null && !this.atEnd;
    this.held = false;
    if (goesOn) this.play();
  }

  /** Puts an act of the learner into the run at the playhead. */
  commit(input: RunInput): void {
    this.act(input, null);
  }

  /** Like `commit`, but a quick run of small moves of one thing counts as one act. */
  private nudge(input: RunInput): void {
    this.act(input, `${isFieldSet(input) ? 'set ' : ''}${nameOf(input)}`);
  }

  private act(input: RunInput, small: string | null): void {
    if (this.isLocked(nameOf(input))) return this.show();
    const at = this.playhead;
    this.part(sayInput(this.simulation, input), at, ({ timeline }) => this.branch(timeline, at, input), small);
  }

  /** An act ends what came after it, but for what is locked. */
  private branch(timeline: Timeline, at: Moment, input: RunInput): Timeline {
    const next = timeline.branch(at, input);
    const kept = this.withLocks(next.run);
    return kept === next.run ? next : new Timeline(this.simulation, kept);
  }

  /** Where the learner stood before the last small move of that name, when this one follows on its heels. */
  private standingBefore(small: string | null): Standing | null {
    const last = this.lastNudge;
    const isSame =
      last?.name === small && Date.now() - last.wallMs < NUDGE_MS && compareMoments(last.at, this.playhead) === 0;
    return small !== null && isSame ? (this.past.at(-1) ?? null) : null;
  }

  /** Goes over into another future from that moment on. What was seen beyond it stays, as a future of its own. */
  private part(did: string, at: Moment, make: (from: Future) => Timeline, small: string | null): void {
    const before = this.standingBefore(small);
    const timeline = this.attempt(() => make(before?.current ?? this.current));
    if (!timeline) return this.show();
    if (before) {
      this.past = this.past.slice(0, -1);
      this.futures = before.futures;
      this.current = before.current;
      this.playhead = before.at;
    }
    this.lastNudge = small === null ? null : { name: small, at, wallMs: Date.now() };
    this.problem = null;
    const { current, futures } = this;
    const met = new Set(
      current.timeline.cuesMet.filter(({ at: when }) => compareMoments(when, at) <= 0).map(({ cue }) => cue.id),
    );
    this.remember(did);
    const stays = compareMoments(current.reached, at) > 0;
    const shared = stays
      ? timeline.run.inputs.filter((each) => current.run.inputs.includes(each)).length
      : current.shared;
    const next = new Future(
      this.simulation,
      stays ? freeLetter(futures) : current.letter,
      timeline,
      stays ? current.letter : current.from,
      stays ? at : current.parted,
      shared,
      at,
    );
    const kept = stays ? futures : futures.filter((future) => future !== current);
    // The oldest one makes room; undo brings it back.
    const oldest = Math.min(...kept.filter((future) => future !== current).map(({ born }) => born));
    const room = kept.length < MOST_FUTURES ? kept : kept.filter(({ born }) => born !== oldest);
    this.futures = [...room, next].sort((a, b) => (a.letter < b.letter ? -1 : 1));
    this.current = next;
    this.playhead = at;
    this.restOthers();
    this.follow();
    this.look();
    // An act may have met a cue on the spot.
    this.cue =
      timeline.cuesMet.find(({ cue, at: when }) => compareMoments(when, at) <= 0 && !met.has(cue.id))?.cue ?? null;
    if (this.cue) this.playing = false;
    this.wake();
    this.changed();
  }

  /** Shows another future at the same moment. When it was beside this one, they change places. */
  switchTo(future: Future): void {
    const { current } = this;
    this.asked = this.asked.map((each) => ('future' in each && each.future === future ? { future: current } : each));
    this.stand({ futures: this.futures, current: future, at: this.playhead });
  }

  /** Lets go of a future; undo brings it back. */
  letGo(future: Future): void {
    const left = this.futures.filter((each) => each !== future);
    const next = left.at(-1);
    if (!next) return;
    this.remember(`Let go of ${future.letter}`);
    this.stand({ futures: left, current: this.current === future ? next : this.current, at: this.playhead });
  }

  /** Nothing has been seen or done yet. */
  get isFresh(): boolean {
    return this.past.length === 0 && this.run.inputs.length === 0 && compareMoments(this.reached, START) === 0;
  }

  /** What `undo` would take back, in words; null where nothing was done. */
  get undoable(): string | null {
    return this.past.at(-1)?.did ?? null;
  }

  /** What `redo` would do again, in words. */
  get redoable(): string | null {
    return this.ahead.at(-1)?.did ?? null;
  }

  undo(): void {
    const before = this.past.at(-1);
    if (!before) return;
    this.past = this.past.slice(0, -1);
    this.ahead = [...this.ahead, this.standing(before.did)];
    this.asked = before.asked;
    this.stand(before);
  }

  redo(): void {
    const next = this.ahead.at(-1);
    if (!next) return;
    this.ahead = this.ahead.slice(0, -1);
    this.past = [...this.past, this.standing(next.did)];
    this.asked = next.asked;
    this.stand(next);
  }

  /** Shows other runs beside this one, at the same moment; none with an empty list. */
  compare(asked: readonly Asked[]): void {
    this.asked = asked;
    this.follow();
    this.show();
  }

  private standing(did: string): Standing {
    return { futures: this.futures, current: this.current, asked: this.asked, at: this.playhead, did };
  }

  private remember(did: string): void {
    this.past = [...this.past, this.standing(did)].slice(-MOST_UNDO);
    this.ahead = [];
  }

  private stand({ futures, current, at }: Pick<Standing, 'futures' | 'current' | 'at'>): void {
    this.futures = futures;
    this.current = current;
    this.problem = null;
    this.lastNudge = null;
    this.restOthers();
    this.follow();
    this.seek(at);
    this.wake();
  }

  /** The compared runs go where this one goes. */
  private follow(): void {
    const { run, current, futures } = this;
    this.asked = this.asked.filter(
      (each) => 'vs' in each || (each.future !== current && futures.includes(each.future)),
    );
    const played = this.asked.map((each) => this.attempt(() => this.beside(each, run)));
    // What cannot be played is not asked for again.
    this.asked = this.asked.filter((_, i) => played[i]);
    this.others = played.filter((other) => other !== undefined);
  }

  private beside(asked: Asked, run: Run): Other {
    const timeline =
      'vs' in asked
        ? new Timeline(this.simulation, { ...run, changed: { ...run.changed, ...asked.vs } })
        : asked.future.timeline;
    const name = 'vs' in asked ? sayFields(this.simulation, asked.vs) : asked.future.letter;
    return { name, timeline, view: timeline.at(START) };
  }

  /** Lets go of what only undo would show again; not of the last, from which small moves begin anew. */
  private restOthers(): void {
    const needed = new Set([...this.futures, ...(this.past.at(-1)?.futures ?? [])]);
    for (const { futures } of [...this.past, ...this.ahead])
      for (const future of futures) if (!needed.has(future)) future.rest();
  }

  private first(run: Run): Future {
    return new Future(this.simulation, 'A', new Timeline(this.simulation, run), null, null, 0, START);
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
    const onUs = before.timeUs + Math.max(1, Math.round(frameMs * this.pace * this.speed));
    const timeUs = Math.min(this.timeline.untilUs, Math.max(onUs, this.silentUntilUs));
    this.timeline.at({ timeUs });
    const met = this.timeline.cuesMet.find(
      ({ at }) => compareMoments(at, before) > 0 && compareMoments(at, { timeUs }) <= 0,
    );
    this.playhead = met ? met.at : { timeUs };
    this.cue = met ? met.cue : null;
    if (met || this.atEnd) this.playing = false;
    this.show();
  }

  /** The end of the silence at the playhead, in this run and in those beside it; 0 where something moves. */
  private get silentUntilUs(): number {
    const { isSilent } = this.simulation;
    if (!isSilent || ![this, ...this.others].every(({ view }) => isSilent(view.state))) return 0;
    return this.nextUs(this.playhead) ?? this.timeline.untilUs;
  }

  /** When something happens next, in this run or in one beside it; null when nothing will. */
  private nextUs(from: Moment): number | null {
    const later = [this.timeline, ...this.others.map(({ timeline }) => timeline)].flatMap((timeline) => {
      timeline.finish();
      const fact = timeline.log.find((entry) => compareMoments(momentOf(entry), from) > 0);
      const act = timeline.run.inputs.find(({ at }) => compareMoments(at, from) > 0);
      return [...(fact ? [fact.timeUs] : []), ...(act ? [act.at.timeUs] : [])];
    });
    return later.length > 0 ? Math.min(...later) : null;
  }

  /** In step mode: the run as it was at the event before, so that before and after can be drawn together. */
  before(): View | null {
    const isAtStart = compareMoments(this.playhead, { timeUs: 0, k: Infinity }) <= 0;
    if (!this.stepwise || this.asked.length > 0 || isAtStart) return null;
    const earlier = this.story().findLast((entry) => compareMoments(momentOf(entry), this.playhead) < 0);
    return this.timeline.at(earlier ? momentOf(earlier) : START);
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
    // A log that became shorter lost its end to a model that failed.
    const isKnown = this.read.timeline === this.timeline && this.read.facts <= log.length;
    const known = isKnown ? this.read : { timeline: this.timeline, facts: 0, story: [] };
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
    this.look();
    this.changed();
  }

  /** Goes to where the playhead is, in this run and in those beside it. */
  private look(): void {
    const { timeline, current } = this;
    this.attempt(() => {
      this.view = timeline.at(this.playhead);
      this.others = this.others.map((other) => ({ ...other, view: other.timeline.at(this.playhead) }));
    });
    const { failure } = timeline;
    if (failure && compareMoments(this.playhead, failure.at) >= 0) {
      this.playing = false;
      this.playhead = failure.at;
      this.problem = failure.message;
    }
    if (compareMoments(this.playhead, current.reached) > 0) current.reached = this.playhead;
  }

  /** A model that cannot do what it is asked leaves the lab as it was, with a sentence. */
  private attempt<Result>(act: () => Result): Result | undefined {
    try {
      return act();
    } catch (error) {
      this.playing = false;
      this.problem = `The model could not do that: ${error instanceof Error ? error.message : 'unknown reason'}`;
      return undefined;
    }
  }
}
