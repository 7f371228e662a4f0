/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  way: 'headquarters' | 'direct';
  roundTripMs: number;
  bandwidthMbps: number;
  lanMbps: number;
  windowKB: number;
  lossShare: number;
  fileMB: number;
};

/** A segment that has to be sent again; `attempt` counts how often it has been sent. */
export interface Lost {
  segment: number;
  attempt: number;
}

/** What is on its way in this round. */
export interface Flight {
  segments: number;
  /** Those of them that do not arrive. Alice knows at the end of the round. */
  lost: readonly Lost[];
  startedMs: number;
  lastsMs: number;
}

/** One or more rounds, as the picture draws them. */
export interface Bar {
  rounds: number;
  segments: number;
  lost: number;
}
/** A picture draws at most so many bars. */
export const BARS = 96;

export interface State {
  /** Segments of the file. */
  total: number;
  /** The first segment that has never been sent: they are numbered from 0. */
  next: number;
  /** Segments that have arrived, as Alice knows. */
  acknowledged: number;
  /** Lost and not yet sent again. */
  waiting: readonly Lost[];
  /** null before the start and after the end. */
  flight: Flight | null;
  /** Segments of the round before. */
  before: number;
  /** Congestion window, in segments. */
  congestion: number;
  /** Where slow start ends; null as long as nothing was lost. */
  threshold: number | null;
  /** What was sent in the round of the last loss, and when and after how many rounds; null where that rate is back. */
  fall: { segments: number; atMs: number; rounds: number } | null;
  rounds: number;
  lost: number;
  halvings: number;
  doublings: number;
  windowTold: boolean;
  pipeTold: boolean;
  doneMs: number | null;
  bars: readonly Bar[];
  roundsPerBar: number;
}

/** What is still to come: the last acknowledgement of a round. */
export type CopyEvent = { type: 'roundOver' };

/** There are no acts but the fields'. */
export type Input = never;

/** What is told. Segments are numbered from 0; times are whole microseconds. */
export type Fact =
  | { type: 'copyStarted'; bytes: number; segments: number }
  | { type: 'roundSent'; round: number; segments: number }
  | { type: 'doubled'; segments: number }
  | { type: 'doubledAgain'; segments: number }
  | { type: 'windowFull'; segments: number; windowKB: number }
  | { type: 'pipeFull'; mbps: number }
  | { type: 'segmentLost'; segment: number }
  | { type: 'halved'; lost: number; from: number; to: number }
  | { type: 'halvedAgain'; lost: number; from: number; to: number }
  | { type: 'recovered'; segments: number; rounds: number; tookUs: number }
  | { type: 'partCopied'; percent: number }
  | { type: 'copied'; bytes: number; rounds: number; tookUs: number };

/** The engine's hand, for this model's events and facts. */
export type CopySim = Sim<CopyEvent, Fact>;

/** As declared in `measure.ts`. */
export type MeasureName =
  | 'copiedMB'
  | 'copiedShare'
  | 'copyS'
  | 'rateMbps'
  | 'meanMbps'
  | 'pipeFilled'
  | 'wanMB'
  | 'rounds'
  | 'lost'
  | 'roundTripMs';
