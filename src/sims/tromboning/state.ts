/** What a run of Tromboning is given, what it is at a moment, and what can happen in it. */
import type { Sim } from '../../engine/simulation.ts';
import type { Place } from './geography.ts';
import type { Site } from './sites.ts';
import type { Table } from './connection-table.ts';
import type { Node, Policy } from './routes.ts';
import type { TlsVersion } from './theory.ts';

/** A type, not an interface, so that it has an index signature. */
export type Config = {
  /** Where the firewall stands when the run starts, in degrees. */
  firewallLat: number;
  firewallLon: number;
  /** The same of the second one; it is in use only under the policy of two. */
  secondLat: number;
  secondLon: number;
  /** Where every packet must pass before it is delivered. */
  policy: Policy;
  /** Which of two firewalls a packet takes: the one with the least way in all, or the one nearest to whoever sends it. */
  pairing: 'leastTotal' | 'nearestEach';
  /** A local route that somebody added for one direction only. */
  shortcut: 'none' | 'request' | 'answer';
  /** Where the computer is that has the file: Alice's, or one at another site. Bob is in Cincinnati. */
  fileAt: Site;
  /** ρ of the firewall: the share of time it is busy, mostly with other people's traffic. */
  firewallLoad: number;
  /** Another site copies its files through the same firewall. */
  backup: boolean;
  /** Whether the wide-area network carries anything. */
  wan: boolean;
  /** How many times longer the fibre is than the great circle, 1 to 3. */
  routeInflation: number;
  /** Decides how many round trips a new connection takes; see `tripsFor`. */
  tls: TlsVersion;
  /** The connection is open already. */
  warm: boolean;
  /** Waits at the firewall by chance instead of at their average. */
  chance: boolean;
  /** How many of the company's sites send their traffic to the firewall, as drawn. */
  sites: 'one' | 'four';
};

/** The one firewall, and the second one that is in use only under the policy of two. */
export type Firewall = 'firewall' | 'second';

/** One hop under way. `from` and `to` are the same firewall while a packet waits in it. */
export interface Flight {
  from: Node;
  to: Node;
  /** An answer to Bob, not a packet of his. */
  reply: boolean;
  /** Whether a firewall has had it on this way. */
  inspected: boolean;
  /** Since the click, as all moments of a run. */
  departedMs: number;
  arrivesMs: number;
}

/** Milliseconds spent so far, by cause; they add up to the time that has passed on arrival of each hop. */
export interface Spent {
  distanceMs: number;
  firewallMs: number;
  devicesMs: number;
  /** For an answer that did not come, before the packet was sent again. */
  silenceMs: number;
}

/** A packet that went no further, and where it was. */
export interface Loss {
  at: Node;
  /** An answer to Bob, not a packet of his. */
  reply: boolean;
  /** A firewall had not seen the connection begin, or no allowed way led on. */
  why: 'noState' | 'noWay';
}

/** One file being asked for, from the click to its first byte or until Bob's computer gives up. */
export interface State {
  /** Where each firewall stands now. */
  firewall: Place;
  second: Place;
  /** What each firewall remembers of this connection. */
  tables: Readonly<Record<Firewall, Table>>;
  /** null while nothing moves: the first byte is there, or a packet was lost. */
  flight: Flight | null;
  /** Since the last packet was lost, until another is sent. */
  lost: Loss | null;
  /** When the packet of this trip was sent first. */
  sentMs: number;
  /** How often it was sent again. */
  retries: number;
  /** After that nothing is sent any more. */
  gaveUp: boolean;
  /** Round trips that are over. */
  tripsDone: number;
  /** Passes through a firewall so far: the key of their chance. */
  passes: number;
  /** Packets that were delivered, to Bob or to Alice, without having been inspected. */
  uninspected: number;
  /** The most rule sets that were in force when a packet was delivered. */
  ruleSets: number;
  /** Packets lost so far, in a firewall or for want of a way. */
  dropped: number;
  spent: Spent;
  /** Since the click; null until it is there. */
  firstByteMs: number | null;
  /** The way that was told last; '' before the first. */
  toldWay: string;
}

/** What is still to come: the end of a hop, or of the patience with an answer. */
export type TripEvent = { type: 'arrival' } | { type: 'timeout' };
/** Where the learner puts the firewall or the second one, in degrees. */
export type Input = { type: 'move'; lat: number; lon: number } | { type: 'moveSecond'; lat: number; lon: number };
/**
 * What is told. Miles are whole; `afterUs` is since the click for `tripDone` and `firstByte`, for the others since the
 * trip's packet was first sent.
 */
export type Fact =
  | { type: 'clicked' }
  | { type: 'routeFound'; miles: number; back: number; inspected: string }
  | { type: 'tripLeft'; trip: number; of: number; name: string }
  | { type: 'reachedFirewall'; reply: boolean; second: boolean }
  | { type: 'dropped'; packet: string; reply: boolean; second: boolean; why: 'noState' | 'noWay' }
  | { type: 'retried'; name: string; retry: number; afterUs: number }
  | { type: 'gaveUp'; connected: boolean; afterUs: number }
  | { type: 'reachedAlice' }
  | { type: 'tripDone'; trip: number; of: number; name: string; afterUs: number }
  | { type: 'firstByte'; afterUs: number; trips: number }
  | { type: 'moved'; miles: number; second: boolean };
/** The engine's hand, for this model's events and facts. */
export type TripSim = Sim<TripEvent, Fact>;

/** As declared in `measure.ts`. */
export type MeasureName =
  | 'firstByteMs'
  | 'expectedMs'
  | 'roundTripMs'
  | 'distanceMs'
  | 'firewallMs'
  | 'devicesMs'
  | 'trips'
  | 'pathMiles'
  | 'stretch'
  | 'wanCrossings'
  | 'inspectedShare'
  | 'uninspected'
  | 'policies'
  | 'dropped'
  | 'sitesMiles';
