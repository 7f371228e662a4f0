/** What a reader who cannot see the picture is told: the scene now, in sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import { isBest } from './best-of-four.ts';
import { whereabouts } from './cities.ts';
import { sites } from './sites.ts';
import { loadOf } from './costs.ts';
import { milesText, ms } from './facts.ts';
import { isMoved } from './figure.ts';
import { building, distanceMiles, kmToMiles } from './geography.ts';
import { measure } from './measure.ts';
import { inspectorOn, waysOf, type Way } from './routes.ts';
import type { Config, State } from './state.ts';
import { tripsFor } from './theory.ts';

/** What is on screen now. */
export function describe(state: State, config: Config, nowMs: number): string {
  const told = [boxes(state, config), way(state, config), others(state, config), progress(state, config, nowMs)];
  return told.filter((each) => each !== '').join(' ');
}

function boxes(state: State, { policy }: Config): string {
  if (policy === 'everyHost') return 'Each computer has a firewall of its own.';
  const first = `The firewall is ${whereabouts(state.firewall)}`;
  return policy === 'twoFirewalls' ? `${first}, a second one ${whereabouts(state.second)}.` : `${first}.`;
}

function way(state: State, config: Config): string {
  const { request, answer } = waysOf(config, state);
  if (!request || !answer) {
    const whom = config.fileAt === 'cincinnati' ? 'Bob and Alice, one floor apart' : 'Bob and the file';
    return `The wide-area network is down, and there is no allowed way between ${whom}.`;
  }
  const apart = config.fileAt === 'cincinnati' ? 'Bob and Alice, one floor apart' : ends(config);
  if (request.km !== answer.km || inspectorOn(request) !== inspectorOn(answer))
    return `Between ${apart}, Bob’s packets go ${length(request)}${through(request)}, and the answers ${length(answer)}${through(answer)}.`;
  const firewall = inspectorOn(request);
  if (firewall !== null) {
    const which = config.policy === 'twoFirewalls' ? `the ${firewall === 'second' ? 'second' : 'first'}` : 'it';
    const goes = config.fileAt === 'cincinnati' ? `goes out to ${which} and back` : `goes through ${which}`;
    return `Everything between ${apart}, ${goes}: ${length(request)} from Bob, and as many back to him.`;
  }
  const inspected = config.policy === 'everyHost' ? 'and is inspected at both ends' : 'and nobody inspects it';
  return `Traffic between ${apart}, takes the direct way, ${length(request)}, ${inspected}.`;
}

function ends({ fileAt }: Config): string {
  const apart = distanceMiles(building, sites[fileAt]);
  return `Bob in ${building.name} and the file in ${sites[fileAt].name}, ${formatNumber(apart, 'miles', 0)} apart`;
}

function length({ km }: Way): string {
  return milesText(Math.round(kmToMiles(km)));
}

function through(way: Way): string {
  const firewall = inspectorOn(way);
  return firewall === null
    ? ' uninspected'
    : firewall === 'second'
      ? ' through the second firewall'
      : ' through the firewall';
}

function others(state: State, config: Config): string {
  const { sitesMiles } = measure(state, config);
  const busy = `With a backup from Richmond the firewall is busy ${formatNumber(loadOf('firewall', config), 'share', 0)} of the time.`;
  const miles = sitesMiles ?? null;
  const nearly = isBest(state.firewall) ? ', as few as there can be but for one in a hundred' : '';
  return [
    ...(config.backup ? [busy] : []),
    ...(miles === null
      ? []
      : [
          `From Cincinnati, Cleveland, Richmond and Philadelphia to it, it is ${formatNumber(miles, 'miles', 0)} in all${nearly}.`,
        ]),
  ].join(' ');
}

function progress(state: State, config: Config, nowMs: number): string {
  const trips = tripsFor(config.tls, config.warm);
  if (state.firstByteMs !== null) return `Bob has the first byte, ${ms(state.firstByteMs)} after his click.`;
  if (state.gaveUp) return 'Bob’s computer has given up. He has nothing to read.';
  const { expectedMs } = measure(state, config);
  if (nowMs === 0 && !isMoved(state, config)) return 'Bob is about to click.';
  if (nowMs === 0)
    return expectedMs === null
      ? 'Bob is about to click.'
      : `Bob is about to click; on this path the first byte takes ${ms(expectedMs)}.`;
  const trip = `Trip ${state.tripsDone + 1} of ${trips.length}, ${trips[state.tripsDone] ?? 'GET'}, is under way`;
  return `${trip}, ${ms(nowMs)} after the click: ${packet(state)}. Bob has nothing to read yet.`;
}

function packet({ flight, lost, retries }: State): string {
  if (lost) {
    const what = lost.reply ? 'the answer' : 'Bob’s packet';
    const box = lost.at === 'second' ? 'the second firewall' : 'the firewall';
    const where = lost.why === 'noWay' ? 'for want of a way' : `at ${box}, which knows of no such connection`;
    const again = retries === 0 ? '' : `, after ${formatNumber(retries, retries === 1 ? 'retry' : 'retries', 0)}`;
    return `${what} was lost ${where}, and Bob’s computer waits${again}`;
  }
  if (flight === null) return 'nothing is moving';
  const what = flight.reply ? 'the answer' : 'Bob’s packet';
  const isBox = (node: string): boolean => node === 'firewall' || node === 'second';
  const box = [flight.from, flight.to].includes('second') ? 'the second firewall' : 'the firewall';
  if (isBox(flight.from) && isBox(flight.to)) return `${what} is waiting its turn at ${box}`;
  if (isBox(flight.to)) return `${what} is on its way out to ${box}`;
  if (isBox(flight.from)) return `${what} has been inspected and is on its way from ${box}`;
  const across = /Site$/.test(flight.from) && /Site$/.test(flight.to);
  return across ? `${what} is on the direct line` : `${what} is inside the building`;
}
