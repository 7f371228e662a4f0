/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  /** Through the firewall at headquarters and back, or across the building. */
  way: 'headquarters' | 'direct';
  /** Through headquarters; the direct way has one of its own. */
  roundTripMs: number;
  /** Of the building's WAN link, in each direction. */
  bandwidthMbps: number;
  /** Of the cables in the building, which both ways use. */
  lanMbps: number;
  /** At 64 it is 65,535 bytes; see `windowBytes`. */
  windowKB: number;
  /** The chance that a segment is lost each time it is sent, 0 to 0.01. */
  lossShare: number;
  /** In millions of bytes. */
  fileMB: number;
};

/** A segment that has to be sent again; `attempt` counts how often it had been sent before it was lost. */
export interface Lost {
  segment: number;
  /** 0 when it was lost the first time it was sent. */
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
  /** Of these segments. */
  lost: number;
}
/** A picture draws at most so many bars. */
export const BARS = 96;

/** One copy, from round to round. */
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
  /** Rounds that are over. */
  rounds: number;
  /** Segments lost in them; one that is lost again counts again. */
  lost: number;
  /** Rounds after which the congestion window was halved; `doublings` are those of slow start. */
  halvings: number;
  doublings: number;
  /** Whether it has been told that Bob's window was full, and that the pipe was: each is told once. */
  windowTold: boolean;
  pipeTold: boolean;
  /** null until the last segment is acknowledged. */
  doneMs: number | null;
  /** A round under way is in the last one already. */
  bars: readonly Bar[];
  /** 1 at first; twice as many each time that there are too many bars. */
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
