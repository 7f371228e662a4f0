/** What is drawn: one immutable picture of a player, taken whenever anything shown may have changed. */
import type { LogEntry } from '../engine/log.ts';
import type { Cue, Moment } from '../engine/simulation.ts';
import type { Timeline, View } from '../engine/timeline.ts';
import type { Player } from './player.ts';

export interface Frame {
  view: View;
  playhead: Moment;
  playing: boolean;
  cue: Cue | null;
  timeline: Timeline;
  /** Story facts known so far, in the whole run. */
  story: readonly LogEntry[];
  /** How many of them lie at or before the playhead. */
  past: number;
  /** Cues known so far. */
  cues: number;
  /** Whether another seed could show anything else. */
  byChance: boolean;
}

export function takeFrame(player: Player): Frame {
  const { view, playhead, playing, cue, timeline } = player;
  const { story, past } = player.storySoFar();
  return { view, playhead, playing, cue, timeline, story, past, cues: timeline.cuesMet.length, byChance: timeline.usesChance };
}
