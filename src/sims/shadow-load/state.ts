/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';

/** How v1's answer depends on the copy: see `fields.ts`. */
export type ShadowCall = 'detached' | 'keepAlive' | 'awaitBoth' | 'sequential';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  /** Of requests, 0 to 1. */
  mirrorShare: number;
  shadowCall: ShadowCall;
  v2Database: 'shared' | 'own';
  /** v2 is kept from sending receipts. */
  guarded: boolean;
  /** Users who come at random, or one who asks again once answered. */
  clients: 'many' | 'one';
  /** On average; of no effect with one client. */
  arrivalsPerSecond: number;
  /** Of requests, 0 to 1. */
  orderShare: number;
  /** All asked for equally often; each has its own entry in a cache. */
  distinctQueries: number;
  /**
   * Of versions, look-ups and delays, whose settings are means where it is exponential; arrivals always come by chance.
   */
  times: 'exponential' | 'fixed';
  /** For one request, without the database. */
  v1Ms: number;
  v2Ms: number;
  /** For one look-up; at 0 nothing is looked up. */
  databaseMs: number;
  /** Of each database. */
  databaseServers: number;
  /** From when an entry was loaded; at 0 there are no caches. */
  cacheTtlS: number;
  /** Until a copy is sent to v2. */
  copyDelayMs: number;
};

/** What a user asks for. Numbered in order of arrival, so that chance can be keyed by it. */
export interface Wanted {
  request: number;
  /** When it was sent; on a connection that is held it is read later. */
  askedMs: number;
  /** The customer is sent a receipt. */
  order: boolean;
  /** Which of the distinct queries: the key of its cache entry. */
  query: number;
}

/** A request on its way through v1, or its copy on its way through v2. */
export interface Job extends Wanted {
  copy: boolean;
  /** When its version has it, or will have it. */
  sentMs: number;
  /** Chosen when the request was read; 'none' where it was not copied. */
  call: ShadowCall | 'none';
}

/** A database: so many servers, and one line in order of arrival. */
export interface Station {
  waiting: readonly Job[];
  serving: readonly Job[];
  /** Server time spent until `countedMs`. */
  busyMs: number;
  countedMs: number;
  /** What had been spent when, every tenth of a second for about the last second. */
  past: readonly { atMs: number; busyMs: number }[];
}
/** 'own' is used only while v2 has a database of its own. */
export type StationName = 'shared' | 'own';

/** A user's answer: when it was given, and how long it took. */
export interface Answer {
  atMs: number;
  tookUs: number;
}
/** Percentiles are of so many, and a picture draws at most as many marks. */
export const KEPT = 200;

/** Small: what is old is kept as counts and sums. */
export interface State {
  requests: number;
  answered: number;
  /** Begun, with those that are still to be sent. */
  copies: number;
  copiesDone: number;
  /** In v1's or v2's own time, or a copy that is still to be sent. */
  underway: { live: number; copies: number };
  databases: { readonly [Name in StationName]: Station };
  /** Server time of both databases together. */
  workMs: { live: number; copies: number };
  /** Users whose answer is ready and waits for the copy. */
  awaitingCopy: readonly { request: number; readyMs: number }[];
  /** Copies that were done before the answer that waits for them. */
  earlyCopies: readonly number[];
  /** The one client's connection is kept open for a copy, and what the client has sent meanwhile. */
  connectionHeld: boolean;
  unread: Wanted | null;
  /** When each query was loaded; null before. Empty where there are no caches. */
  caches: { v1: readonly (number | null)[]; v2: readonly (number | null)[] };
  /** In each version's cache. */
  hits: { v1: number; v2: number };
  misses: { v1: number; v2: number };
  receipts: number;
  /** Customers who were sent two. */
  receiptsTwice: number;
  /** Copied orders of which one version is done and has sent its receipt. */
  halfReceipted: readonly number[];
  /** Orders whose copy is done and sent nothing, while v1 is not done. */
  silentCopies: readonly number[];
  /** The last customers who were sent receipts. */
  customers: readonly { request: number; receipts: number }[];
  /** Sums of the times of all answers, and of all copies that are done. */
  answeredUs: number;
  copiesUs: number;
  /** The last answers to users, and how long the last copies took. */
  recent: readonly Answer[];
  recentCopiesUs: readonly number[];
  /** Every so many-th answer of the whole run, for the picture. */
  dots: readonly Answer[];
  dotEvery: number;
  /** The longest line told of, and the longest since a long one was gone. */
  lineTold: number;
  linePeak: number;
}

/** What is still to come. Events carry the job they belong to. */
export type LoadEvent =
  | { type: 'requestCame'; request: number }
  | { type: 'requestSent'; request: number }
  | { type: 'copySent'; job: Job }
  | { type: 'computed'; job: Job }
  | { type: 'lookedUp'; job: Job; database: StationName; serviceMs: number };

/** There are no acts but the fields'. */
export type Input = never;

/** What is told. Requests are numbered from 0; times are whole microseconds. */
export type Fact =
  | { type: 'clientConnected' }
  | { type: 'requestArrived'; request: number; order: boolean; query: number }
  | { type: 'requestSent'; request: number }
  | { type: 'copied'; request: number }
  | { type: 'answered'; request: number; tookUs: number }
  | { type: 'answersCounted'; answered: number; meanUs: number }
  | { type: 'firstCopyDone'; request: number; tookUs: number }
  | { type: 'copyDone'; request: number; tookUs: number }
  | { type: 'lineReached'; waiting: number }
  | { type: 'lineCleared'; peak: number }
  | { type: 'waitedForCopy'; request: number; waitedUs: number }
  | { type: 'heldForCopy'; request: number; heldUs: number }
  | { type: 'receiptSent'; request: number; version: 1 | 2 }
  | { type: 'receiptTwice'; request: number }
  | { type: 'receiptTwiceAgain'; request: number };

/** The engine's hand, for this model's events and facts. */
export type LoadSim = Sim<LoadEvent, Fact>;

/** As declared in `measure.ts`. */
export type MeasureName =
  | 'requests'
  | 'answered'
  | 'copies'
  | 'p50Ms'
  | 'p99Ms'
  | 'meanMs'
  | 'shadowP50Ms'
  | 'databaseBusy'
  | 'waiting'
  | 'shownV2'
  | 'receipts'
  | 'receiptsTwice'
  | 'v1HitShare'
  | 'v2HitShare'
  | 'copyWork';
