/**
 * What a lab shows at one instant, as plain data: words, numbers and places, ready to be drawn.
 *
 * The frame of a run's beginning is made while the site is built and travels with the page, so a lab is
 * whole before any model is there. Later frames are made by the room (room.ts).
 */
import type { Mark, Parameter, Value } from '../engine/simulation.ts';
import type { View } from '../engine/timeline.ts';

/** A frame as a page carries it (packing.ts). */
export type PackedFrame = string;

/** A place on the time axis. */
export interface Spot {
  /** In per cent of the axis. */
  x: string;
  /** Time as people read it. */
  label: string;
  timeUs: number;
  k?: number;
}

/** A mark that can be pressed, and how far off its nearest neighbour is, in per cent of the axis: no finger should meet two at once. */
export interface Pin extends Spot {
  gap: string;
}

export interface ControlFrame {
  name: string;
  field: Parameter;
  value: Value;
  /** The value as people read it. */
  text: string;
}

export interface ActFrame {
  type: string;
  label: string;
  help: string;
  parameters: readonly ControlFrame[];
}

/** What of a view can be drawn. */
export type Scene = Pick<View, 'state' | 'config' | 'nowMs' | 'measures'>;

export interface Frame {
  view: Scene;
  /** The runs beside this one, at the same moment, each with what is different in it. */
  sides: readonly { name: string; view: Scene }[];
  /** What is beside it is this run at the event before. */
  before: boolean;
  /** Every field and act there is, while other runs are beside it: in those nothing can be touched. */
  names: readonly string[];
  /** What is different in this run, while others are beside it. */
  own: string;
  /** Why the model could not go on. */
  problem: string | null;
  /** What undo would take back, and redo would do again. */
  undo: string | null;
  redo: string | null;
  /** The future that is shown. */
  letter: string;
  /** How many futures there are. */
  futures: number;
  playing: boolean;
  timeUs: number;
  untilUs: number;
  /** The time now, as people read it. */
  label: string;
  /** The cue the run rests on, else the scenario's title. */
  line: string;
  onCue: boolean;
  /** What is on screen, in sentences; then a line with the name of each run beside it, and one with its sentences. Not renewed while the run plays. */
  description: string;
  ticks: readonly Spot[];
  /** Per cent of the axis, one for each place where something happens. */
  facts: readonly string[];
  cues: readonly (Pin & { say: string })[];
  acts: readonly Pin[];
  /** What has happened, latest first. */
  rows: readonly (Spot & { id: number; mark: Mark; say: string })[];
  measures: readonly { label: string; text: string; line: string }[];
  controls: readonly ControlFrame[];
  more: readonly ControlFrame[];
  offered: readonly ActFrame[];
  speeds: readonly string[];
  speed: number;
  /** Whether another seed could show anything else. */
  byChance: boolean;
  /** The run has reached its end, or every pause in it lies behind. */
  ran: boolean;
}
