/** What the model is made of: its settings, its state, what happens in it, and what it tells. */
import type { Sim } from '../../engine/simulation.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  /** Since last night; a backfill makes it all rows of the table. */
  changedRows: number;
  /** How many times as dear it is to merge a row as to copy it. */
  mergeFactor: number;
  /** There is an index on modified_at. */
  indexed: boolean;
  /** A schema change last night has touched every row. */
  backfill: boolean;
};

/** What a load has to do: what is fixed, then a scan where there is no index, then row by row. */
export interface Plan {
  rows: number;
  fixedMs: number;
  /** For the whole table; 0 where there is an index. */
  scanMs: number;
  /** For each row. */
  rowMs: number;
}

/** How far both loads are, in tenths; rows in between follow from the plan and the time. */
export interface State {
  /** The incremental load as last looked at. */
  plan: Plan;
  /** How many plans were looked at: an event of an earlier one is stale. None before the race has been told of. */
  plans: number;
  /** Tenths of its rows that the full load has copied. */
  fullTenths: number;
  /** Tenths of its rows that the incremental load has merged; null before its first row. */
  deltaTenths: number | null;
  /** How long each took; null until it is done. */
  fullMs: number | null;
  deltaMs: number | null;
  /** Whether a plan of this run took as long as the full load. */
  evenFound: boolean;
}

/** What is still to come: tenths of either load, and a look at what the learner has changed. */
export type RaceEvent =
  { type: 'fullTenth'; tenths: number } | { type: 'deltaTenth'; tenths: number; plan: number } | { type: 'look' };

/** There are no acts but the fields'. */
export type Input = never;

/** What is told. Times are whole microseconds since the race began. */
export type Fact =
  | { type: 'raceStarted'; tableRows: number; rows: number }
  | { type: 'ready'; tookUs: number }
  | { type: 'scanned'; tableRows: number; rows: number; tookUs: number }
  | { type: 'fullTenth'; tenths: number; rows: number }
  | { type: 'fullHalf'; rows: number; deltaRows: number; ofRows: number }
  | { type: 'deltaTenth'; tenths: number; rows: number; ofRows: number }
  | { type: 'deltaDone'; rows: number; tookUs: number; fullRows: number; tableRows: number }
  | { type: 'fullDone'; rows: number; tookUs: number; deltaRows: number; ofRows: number; leftUs: number }
  | { type: 'planChanged'; rows: number; tookUs: number }
  | { type: 'evenFound'; rows: number; deltaUs: number; fullUs: number };

/** The engine's hand, for this model's events and facts. */
export type RaceSim = Sim<RaceEvent, Fact>;

/** As declared in `measure.ts`. */
export type MeasureName =
  | 'fullSeconds'
  | 'deltaSeconds'
  | 'ratio'
  | 'fullRows'
  | 'deltaRows'
  | 'fullMB'
  | 'deltaMB'
  | 'fullRowMs'
  | 'deltaRowMs'
  | 'changedRows'
  | 'mergeFactor';
