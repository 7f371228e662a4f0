/**
 * The engine room of a lab: player and framing, joined to a simulation's model. An island loads both
 * when its lab is first touched.
 */
import { fieldsOf, isLive, type AnySimulation } from '../engine/fields.ts';
import { openRun } from '../engine/run.ts';
import { readRunLink, writeRunLink } from '../engine/run-link.ts';
import type { Moment, Value } from '../engine/simulation.ts';
import type { Frame } from './frame.ts';
import { Framing } from './framing.ts';
import { Player } from './player.ts';
import type { LabSettings } from './settings.ts';

/** Enough to know most runs whole at once; longer ones go on in slices. */
const AT_ONCE = 3000;

export class Room {
  readonly player: Player;
  private readonly settings: LabSettings;
  private readonly framing: Framing;

  /** `show` is given every new frame. */
  constructor(simulation: AnySimulation, settings: LabSettings, show: (frame: Frame) => void) {
    this.settings = settings;
    const run = openRun(simulation, settings.scenario, { changed: settings.changed });
    this.player = new Player(simulation, run, () => show(this.frame()));
    this.framing = new Framing(this.player, settings);
    this.player.timeline.runFor(AT_ONCE);
  }

  frame(): Frame {
    return this.framing.take();
  }

  set(name: string, value: Value): void {
    this.player.set(name, value, isLive(fieldsOf(this.player.simulation)[name]!));
  }

  /** The run as the page first showed it: same seed, none of the learner's acts. */
  clear(): void {
    this.player.reset(this.settings.changed);
  }

  /** Opens the run of a link, and says in sentences what of it could not be used. */
  follow(query: string): readonly string[] {
    const { simulation } = this.player;
    const { run, moment, notices } = readRunLink(simulation, new URLSearchParams(query), this.settings.scenario);
    this.player.open(run, moment ?? { timeUs: 0 });
    return notices;
  }

  /** The query of a link to this run at this moment, or why there can be none. */
  link(): { query: string } | { problem: string } {
    const moment: Moment = this.player.playhead;
    return writeRunLink(this.player.simulation, this.player.run, { lab: this.settings.id, moment });
  }
}

/** The frame a page is built with. */
export function firstFrame(simulation: AnySimulation, settings: LabSettings): Frame {
  const room = new Room(simulation, settings, () => undefined);
  room.player.timeline.finish();
  return room.frame();
}
