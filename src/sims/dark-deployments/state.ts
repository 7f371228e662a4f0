/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';
import type { Page } from './page.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  v2Visible: boolean;
  release: 'everyone' | 'canary' | 'ramp';
  canaryShare: number;
  mirrorShare: number;
  judge: 'category' | 'overlap' | 'rbo' | 'equality' | 'noiseFloor';
  noise: boolean;
  candidate: 'first' | 'second' | 'rewrite';
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
  /** v1 was asked a second time and gave another answer. */
  noise?: true;
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

/** Of one query: comparisons, those in which v2 differed from v1, and those in which v1 differed from itself. */
export interface Tally {
  compared: number;
  different: number;
  noise: number;
}
/** Of a query that has not come yet. */
export const emptyTally: Tally = { compared: 0, different: 0, noise: 0 };

export interface State {
  searches: number;
  /** The search whose two answers are on the pages; null before the first. */
  page: Page | null;
  /** Those of the first hour: later ones are drawn by the hour. */
  marks: readonly SearchMark[];
  hours: readonly HourCount[];
  /** Whether, and to whom, the last search found v2 visible. */
  seesV2: boolean;
  release: Config['release'];
  visibleSinceMs: number | null;
  /** Since when it has been released in this way. */
  releasedSinceMs: number | null;
  /** The share of searches that the last search found to be copied. */
  copiedShare: number;
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
  /** By the number of the query; those that have not come yet may be left out at the end. */
  tallies: readonly Tally[];
  compared: number;
  different: number;
  /** Comparisons in which v1, asked twice, differed from itself. */
  noise: number;
  /** Sums over all comparisons, of how much of v1's answer v2 showed. */
  overlap: number;
  rbo: number;
  /** Comparisons that raised an alarm, and those of them in which nothing was wrong. */
  mismatches: number;
  falseAlarms: number;
  sinceMismatch: number;
  firstMismatchMs: number | null;
  /** Queries that raised an alarm, those of them that v2 really gets wrong, and those found to differ, in the order found. */
  found: readonly string[];
  foundWrong: readonly string[];
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
  | { type: 'opens'; day: number }
  | ({ type: 'complaint' } & WrongAnswer)
  | { type: 'rollbackDone'; startedMs: number }
  | { type: 'fixReady' };

export type Input = { type: 'shipFix' };

export type Fact =
  | { type: 'deployed'; visible: boolean; perCent: number }
  | { type: 'opened'; day: number }
  | { type: 'copying'; perCent: number }
  | { type: 'searched'; search: number; query: string }
  | { type: 'answered'; search: number; query: string; engine: 1 | 2; first: string }
  | ({ type: 'shownWrong' } & WrongAnswer)
  | ({ type: 'complained' } & WrongAnswer)
  | { type: 'rollbackStarted'; complaints: number; minutes: number }
  | { type: 'rollbackCalledOff' }
  | { type: 'rolledBack'; harmed: number }
  | { type: 'differed'; search: number; query: string }
  | { type: 'disagreedWithItself'; search: number; query: string }
  | ({ type: 'mismatch'; expected: string; isWrong: boolean } & WrongAnswer)
  | ({ type: 'mismatchAgain'; expected: string; isWrong: boolean } & WrongAnswer)
  | { type: 'nothingToFix' }
  | { type: 'fixStarted'; hours: number }
  | { type: 'fixShipped' }
  | { type: 'switched'; visible: boolean; to: Config['release']; perCent: number };

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
  | 'differentShare'
  | 'noiseShare'
  | 'meanOverlap'
  | 'meanRbo'
  | 'mismatches'
  | 'falseAlarms'
  | 'queriesFound'
  | 'firstMismatchMin'
  | 'sinceMismatch'
  | 'stillPossible';
