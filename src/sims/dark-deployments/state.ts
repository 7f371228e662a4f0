/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  v2Visible: boolean;
  release: 'everyone' | 'ramp';
  mirrorShare: number;
  traffic: 'one' | 'stream';
  searchesPerMinute: number;
  laptopShare: number;
  complaintShare: number;
  complaintDelayMin: number;
  complaintsToRollBack: number;
  rollbackMin: number;
  fixHours: number;
};

/** One search as the traffic strip draws it. */
export interface SearchMark {
  search: number;
  atMs: number;
  /** What the shopper was shown: something of what was meant, or nothing of it. */
  seen: 'live' | 'harm';
  /** What the comparison said of v2's copy. */
  copy: 'none' | 'fine' | 'wrong';
}
/** One dot is one search; a picture draws at most this many. */
export const MARKS_KEPT = 200;

export interface HourCount {
  harmed: number;
  mismatches: number;
  /** Compared without an alarm. */
  fine: number;
}
export const emptyHour: HourCount = { harmed: 0, mismatches: 0, fine: 0 };

export interface State {
  searches: number;
  /** The search whose two answers are on the pages; null before the first. */
  page: { search: number; query: string; atMs: number; seen: 1 | 2 } | null;
  /** Those of the first hour: later ones are drawn by the hour. */
  marks: readonly SearchMark[];
  hours: readonly HourCount[];
  /** Whether the last search found v2 visible. */
  seesV2: boolean;
  visibleSinceMs: number | null;
  shownV2: number;
  harmed: number;
  complaints: number;
  inbox: readonly (WrongAnswer & { atMs: number })[];
  /** Complaints since the last rollback. */
  unanswered: number;
  rollback: { startedMs: number; doneMs: number } | null;
  rolledBackMs: number | null;
  /** From visible to rolled back; null until then. */
  rollbackMin: number | null;
  /** After a rollback v2 runs nowhere, until a fix is deployed. */
  withdrawn: boolean;
  compared: number;
  different: number;
  /** Comparisons in which v2 showed nothing of what v1 showed. */
  mismatches: number;
  sinceMismatch: number;
  firstMismatchMs: number | null;
  /** Queries that were found to go wrong, and those that were found to differ, in the order found. */
  found: readonly string[];
  foundDifferent: readonly string[];
  fix: 'none' | 'underway' | 'shipped';
  fixDueMs: number | null;
}

/** A type, so that facts and events made of it have an index signature. */
export type WrongAnswer = {
  search: number;
  query: string;
  /** What was shown: "shoes". */
  instead: string;
};
export type DarkEvent =
  | { type: 'search'; search: number }
  | { type: 'look' }
  | ({ type: 'complaint' } & WrongAnswer)
  | { type: 'rollbackDone'; startedMs: number }
  | { type: 'fixReady' };

export type Input = { type: 'shipFix' };

export type Fact =
  | { type: 'deployed'; visible: boolean }
  | { type: 'searched'; search: number; query: string }
  | { type: 'answered'; search: number; query: string; engine: 1 | 2; first: string }
  | ({ type: 'shownWrong' } & WrongAnswer)
  | ({ type: 'complained' } & WrongAnswer)
  | { type: 'rollbackStarted'; complaints: number; minutes: number }
  | { type: 'rollbackCalledOff' }
  | { type: 'rolledBack'; harmed: number }
  | { type: 'differed'; search: number; query: string }
  | ({ type: 'mismatch'; expected: string } & WrongAnswer)
  | ({ type: 'mismatchAgain'; expected: string } & WrongAnswer)
  | { type: 'nothingToFix' }
  | { type: 'fixStarted'; hours: number }
  | { type: 'fixShipped' }
  | { type: 'switched'; visible: boolean; ramp: boolean };

export type DarkSim = Sim<DarkEvent, Fact>;

export type MeasureName =
  | 'searches'
  | 'shownV2'
  | 'harmed'
  | 'complaints'
  | 'rollbackMin'
  | 'compared'
  | 'comparedShare'
  | 'different'
  | 'mismatches'
  | 'firstMismatchMin'
  | 'sinceMismatch';
