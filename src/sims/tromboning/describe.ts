/** What a reader who cannot see the picture is told: the scene now, then each fact, in sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import type { Facts } from '../../engine/simulation.ts';
import { isMoved } from './figure.ts';
import { whereabouts } from './cities.ts';
import { measure, milesToFirewall, type Config, type Fact, type State } from './model.ts';
import { tripsFor } from './theory.ts';

/** Milliseconds as on screen: whole from 10 on, one decimal below. */
export function ms(value: number): string {
  return formatNumber(value, 'ms', value === 0 || value >= 9.95 ? 0 : 1);
}

/** What is on screen now. */
export function describe(state: State, config: Config, nowMs: number): string {
  const { expectedMs, pathMiles } = measure(state, config);
  const where = `The firewall is ${whereabouts(state.firewall)}.`;
  const way =
    config.policy === 'trustBuilding'
      ? 'Traffic between Bob and Alice stays in the building, 50 feet, and nobody inspects it.'
      : `Everything between Bob and Alice, one floor apart, goes out to it and back: ${formatNumber(pathMiles ?? 0, 'miles', 0)} each way.`;
  return `${where} ${way} ${progress(state, config, nowMs, expectedMs ?? 0)}`;
}

function progress(state: State, config: Config, nowMs: number, expectedMs: number): string {
  const trips = tripsFor(config.tls);
  if (state.firstByteMs !== null) return `Bob has the first byte, ${ms(state.firstByteMs)} after his click.`;
  if (nowMs === 0 && !isMoved(state, config)) return 'Bob is about to click.';
  if (nowMs === 0) return `Bob is about to click; on this path the first byte takes ${ms(expectedMs)}.`;
  const trip = `Trip ${state.tripsDone + 1} of ${trips.length}, ${trips[state.tripsDone] ?? 'GET'}, is under way`;
  return `${trip}, ${ms(nowMs)} after the click: ${packet(state)}. Bob has nothing to read yet.`;
}

function packet({ flight, firewall }: State): string {
  if (flight === null) return 'nothing is moving';
  const what = flight.reply ? 'Alice’s answer' : 'Bob’s packet';
  const miles = Math.round(milesToFirewall({ firewall } as State));
  if (flight.from === 'firewall' && flight.to === 'firewall') return `${what} is waiting its turn at the firewall`;
  if (flight.to === 'firewall') return `${what} is on its way out, ${miles} miles to the firewall`;
  if (flight.from === 'firewall') return `${what} has been inspected and is coming back, ${miles} miles`;
  return `${what} is inside the building`;
}

export const facts: Facts<Fact> = {
  clicked: {
    traffic: true,
    weight: 'story',
    mark: 'you',
    say: () => 'Bob clicks: he opens Alice’s file over a new HTTPS connection.',
  },
  routeFound: {
    weight: 'story',
    mark: 'live',
    say: ({ miles, inspected }) =>
      inspected
        ? `The way was found, not drawn: every packet must pass the firewall, so ${formatNumber(miles, 'miles', 0)} from Bob to Alice.`
        : 'The way was found, not drawn: 50 feet, from desk to desk. Nothing inspects it.',
  },
  tripLeft: {
    weight: 'story',
    mark: 'wait',
    say: ({ trip, of, name }) => `Trip ${trip} of ${of} leaves: ${purpose(name, trip)}.`,
  },
  reachedFirewall: {
    weight: 'detail',
    mark: 'wait',
    say: ({ reply }) => `${reply ? 'Alice’s answer' : 'Bob’s packet'} reaches the firewall and queues there.`,
  },
  reachedAlice: {
    weight: 'detail',
    mark: 'live',
    say: () => 'The packet reaches Alice, one floor below Bob. Her computer answers.',
  },
  tripDone: {
    weight: 'story',
    mark: 'live',
    say: ({ trip, of, afterUs }) => `Trip ${trip} of ${of} is back, ${ms(afterUs / 1000)} after the click.`,
  },
  firstByte: {
    weight: 'story',
    mark: 'good',
    say: ({ afterUs, trips }) =>
      `The first byte of the file: ${ms(afterUs / 1000)} and ${trips} round trips after the click.`,
  },
  moved: {
    weight: 'story',
    mark: 'you',
    say: ({ miles }) => `You moved the firewall: it is now ${formatNumber(miles, 'miles', 0)} from the building.`,
  },
};

function purpose(name: string, trip: number): string {
  if (name === 'TCP') return 'TCP, to open a connection';
  if (name === 'GET') return 'GET, which asks for the file';
  return trip === 2 ? 'TLS, to agree on keys' : 'TLS, to prove the keys';
}
