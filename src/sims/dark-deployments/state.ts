/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';
import type { Page } from './page.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  v2Visible: boolean;
  /** When v2 is visible, to whom; a ramp takes an hour for each of its first two steps, 5 % and 25 %. */
  release: 'everyone' | 'canary' | 'ramp';
  /** Of shoppers, 0.01 to 0.5. */
  canaryShare: number;
  /** Of the searches that v1 answers, 0 to 1. */
  mirrorShare: number;
  /** What calls an answer wrong; see `judging.ts`. */
  judge: 'category' | 'overlap' | 'rbo' | 'equality' | 'noiseFloor';
  /** Ties fall by chance, and for a comparison v1 is asked twice. */
  noise: boolean;
  /** What runs as v2: the new search with one of its two bugs, or v1's rules written anew. */
  candidate: 'first' | 'second' | 'rewrite';
  /** One search with its page left open, or searches at random. */
  traffic: 'one' | 'stream';
  searchesPerMinute: number;
  /** Of all searches, 0 to 1. */
  laptopShare: number;
  /** Of harmed shoppers, 0 to 1. */
  complaintShare: number;
  /** On average. */
  complaintDelayMin: number;
  complaintsToRollBack: number;
  rollbackMin: number;
  /** Opening hours: 16 are two days. */
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

/** Searches of one hour of opening time. */
export interface HourCount {
  /** Shown the wrong thing. */
  harmed: number;
  /** Compared, with an alarm. */
  mismatches: number;
  /** Compared without an alarm. */
  fine: number;
}
/** Of an hour in which nobody has searched. */
export const emptyHour: HourCount = { harmed: 0, mismatches: 0, fine: 0 };

/** Of one query: comparisons, those in which v2 differed from v1, and those in which v1 differed from itself. */
export interface Tally {
  compared: number;
  different: number;
  noise: number;
}
/** Of a query that has not come yet. */
export const emptyTally: Tally = { compared: 0, different: 0, noise: 0 };

/** The shop at a moment. Searches are numbered from 0, and moments are in opening time. */
export interface State {
  searches: number;
  /** The search whose two answers are on the pages; null before the first. */
  page: Page | null;
  /** Those of the first hour: later ones are drawn by the hour. */
  marks: readonly SearchMark[];
  /** From the first hour to that of the last search. */
  hours: readonly HourCount[];
  /** Whether, and to whom, the last search found v2 visible. */
  seesV2: boolean;
  release: Config['release'];
  /** null while it is dark. */
  visibleSinceMs: number | null;
  /** Since when it has been released in this way. */
  releasedSinceMs: number | null;
  /** The share of searches that the last search found to be copied. */
  copiedShare: number;
  /** Searches that were answered with v2's list. */
  shownV2: number;
  /** Searches that showed something, and nothing of what was meant. */
  harmed: number;
  complaints: number;
  /** The last 200 complaints, oldest first. */
  inbox: readonly (WrongAnswer & { atMs: number })[];
  /** Complaints since the last rollback. */
  unanswered: number;
  /** The one under way; null where there is none. */
  rollback: { startedMs: number; doneMs: number } | null;
  /** When the last one was done. */
  rolledBackMs: number | null;
  /** From visible to rolled back; null until then. */
  rollbackMin: number | null;
  /** After a rollback v2 runs nowhere, until a fix is deployed. */
  withdrawn: boolean;
  /** By the number of the query; those that have not come yet may be left out at the end. */
  tallies: readonly Tally[];
  /** Copies that were compared, and those of them whose two lists were not equal. */
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
  /** Comparisons since the last alarm, or since the start. */
  sinceMismatch: number;
  firstMismatchMs: number | null;
  /** Queries that raised an alarm, those of them that v2 really gets wrong, and those found to differ, in the order found. */
  found: readonly string[];
  foundWrong: readonly string[];
  /** Those that differed without an alarm. */
  foundDifferent: readonly string[];
  fix: 'none' | 'underway' | 'shipped';
  /** When it is deployed, or was; null where nobody has begun one. */
  fixDueMs: number | null;
}

/** A type, so that facts and events made of it have an index signature. */
export type WrongAnswer = {
  search: number;
  query: string;
  /** What was shown: "shoes". */
  instead: string;
};
/**
 * What is still to come. 'look' is of what has been set, every second of the one-search scenario; 'opens' is of a
 * morning.
 */
export type DarkEvent =
  | { type: 'search'; search: number }
  | { type: 'look' }
  | { type: 'opens'; day: number }
  | ({ type: 'complaint' } & WrongAnswer)
  | { type: 'rollbackDone'; startedMs: number }
  | { type: 'fixReady' };

/** The one act that is no field: to begin work on a fix. */
export type Input = { type: 'shipFix' };

/** What is told. Searches are numbered from 0; `perCent` is whole, and `engine` is v1 or v2. */
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

/** The engine's hand, for this model's events and facts. */
export type DarkSim = Sim<DarkEvent, Fact>;

/** As declared in `measure.ts`. */
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
