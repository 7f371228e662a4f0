/**
 * The engine room of a lab: player and framing, joined to a simulation's model. An island loads both
 * when its lab is first touched.
 */
import { fieldsOf, isLive, type AnySimulation } from '../engine/fields.ts';
import { openRun } from '../engine/run.ts';
import { readRunLink, writeRunLink } from '../engine/run-link.ts';
import type { Value } from '../engine/simulation.ts';
import type { Frame } from './frame.ts';
import { Framing } from './framing.ts';
import { Player } from './player.ts';
import type { LabSettings } from './settings.ts';
import { Telling } from './telling.ts';

/** Enough to know most runs whole at once; longer ones go on in slices. */
const AT_ONCE = 3000;

export class Room {
  readonly player: Player;
  readonly settings: LabSettings;
  private readonly framing: Framing;
  private last: Frame | null = null;
  private readonly hearers = new Set<(frame: Frame) => void>();

  constructor(simulation: AnySimulation, settings: LabSettings) {
    this.settings = settings;
    const run = openRun(simulation, settings.scenario, { changed: settings.changed });
    this.player = new Player(simulation, run, () => this.tell());
    this.framing = new Framing(this.player, settings);
    this.player.timeline.runFor(AT_ONCE);
    this.player.compare(settings.vs.map((vs) => ({ vs })));
  }

  /** The lab now. Where the model cannot say it in words, the last frame that could be made, with the reason. */
  frame(): Frame {
    try {
      this.last = this.framing.take();
      return this.last;
    } catch (error) {
      if (!this.last) throw error;
      this.player.playing = false;
      const reason = error instanceof Error ? error.message : 'unknown reason';
      return { ...this.last, playing: false, problem: `The model could not tell what is here: ${reason}` };
    }
  }

  /** `hear` is given every new frame, until the returned function is called. */
  listen(hear: (frame: Frame) => void): () => void {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  }

  /** `say` is given in words what is worth saying of what changes from now on. */
  sayAloud(say: (words: string) => void): void {
    const telling = new Telling(this.frame(), say);
    this.listen((frame) => telling.hear(frame));
  }

  /** A control that is changed when the run is over is meant for the next run: it begins again with that, from the start. */
  set(name: string, value: Value): void {
    const { player } = this;
    player.set(name, value, isLive(fieldsOf(player.simulation)[name]!) && !player.isOver);
  }

  /** The run as the page first showed it: same seed, none of the learner's acts. */
  clear(): void {
    this.player.reset(this.settings.changed);
  }

  /** Opens the run of a link, and says in sentences what of it could not be used. */
  follow(query: string): readonly string[] {
    const { player, settings } = this;
    const { run, moment, vs, notices } = readRunLink(player.simulation, new URLSearchParams(query), settings.scenario);
    // What a page is opened with is no act of the learner's.
    if (player.isFresh) player.begin(run, moment ?? { timeUs: 0 });
    else player.open(run, moment ?? { timeUs: 0 }, 'Follow a link');
    player.compare((Object.keys(vs).length > 0 ? [vs] : settings.vs).map((each) => ({ vs: each })));
    return notices;
  }

  /** The query of a link to this run at this moment, or why there can be none. `around` counts the characters of the address beside it. */
  link(around = 0): { query: string } | { problem: string } {
    const { simulation, run, playhead: moment, asked } = this.player;
    const [only] = asked.length === 1 ? asked : [];
    return writeRunLink(simulation, run, {
      lab: this.settings.id,
      moment,
      around,
      ...(only && 'vs' in only && { vs: only.vs }),
    });
  }

  private tell(): void {
    const frame = this.frame();
    for (const hear of this.hearers) hear(frame);
  }
}

/** The frame a page is built with. */
export function firstFrame(simulation: AnySimulation, settings: LabSettings): Frame {
  const room = new Room(simulation, settings);
  room.player.timeline.finish();
  return room.frame();
}
