/** What queueing theory says of the bounded queue in the long run: M/M/1/K, with K places in line and at the server together. */
import type { Theory } from '../../src/engine/simulation.ts';
import { pow } from '../../src/engine/math.ts';
import type { Config } from './bounded-queue.ts';

/** The line starts empty; after so long that is forgotten. */
const SETTLED_MS = 5000;

/** The chance of finding n in the system: (1 − r) rⁿ / (1 − r^(K+1)), or all alike where as many come as can be served. */
export function chanceOf(n: number, ratio: number, places: number): number {
  return ratio === 1 ? 1 / (places + 1) : ((1 - ratio) * pow(ratio, n)) / (1 - pow(ratio, places + 1));
}

function meanInSystem(ratio: number, places: number): number {
  let mean = 0;
  for (let n = 1; n <= places; n += 1) mean += n * chanceOf(n, ratio, places);
  return mean;
}

function settled(say: (ratio: number, places: number, perMs: number) => number): Theory<Config> {
  return ({ arrivalsPerSecond, meanServiceMs, capacity, open }, nowMs) => {
    const perMs = arrivalsPerSecond / 1000;
    return open && nowMs >= SETTLED_MS ? say(perMs * meanServiceMs, capacity + 1, perMs) : null;
  };
}

export const theory = {
  rejectedShare: settled((ratio, places) => chanceOf(places, ratio, places)),
  inSystem: settled(meanInSystem),
  /** Little’s law, over those who were let in. */
  meanResponseMs: settled(
    (ratio, places, perMs) => meanInSystem(ratio, places) / (perMs * (1 - chanceOf(places, ratio, places))),
  ),
};
