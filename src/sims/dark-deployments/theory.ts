/** What mathematics says, in plain numbers: charts, lesson and tests share these. */
import { exp, ln, pow } from '../../engine/math.ts';

/**
 * Chance that at least one of `requests` shows a bug that hits a share `bugShare` of them, when
 * `mirrorShare` of them are copied: 1 − (1 − p·s)^N.
 */
export function detectionChance(bugShare: number, mirrorShare: number, requests: number): number {
  return 1 - pow(1 - bugShare * mirrorShare, requests);
}

/**
 * The largest share of wrong answers that would leave `compared` comparisons without one with a chance of
 * 5 %: 1 − 0.05^(1/N). The rule of three, 3/N, is its short form.
 */
export function stillPossibleShare(compared: number): number {
  return 1 - pow(0.05, 1 / compared);
}

/** An end of the 95 % interval for a share seen `hits` times in `of` (Wilson, 1927); `side` is −1 for the lower end and 1 for the upper. */
export function wilson(hits: number, of: number, side: number): number {
  const z = 1.959963984540054;
  const middle = hits + (z * z) / 2;
  const half = z * Math.sqrt((hits * (of - hits)) / of + (z * z) / 4);
  return (middle + side * half) / (of + z * z);
}

/**
 * Diffy's rule for one field: differences between old and new count only when they are more than those
 * between old and old, by over 20 % of the two together and over 0.03 % of all (opendiffy/diffy,
 * DifferencesFilterFactory and its defaults).
 */
export function isOverNoise(different: number, noise: number, compared: number): boolean {
  const excess = different - noise;
  return excess > 0 && (excess / (different + noise)) * 100 > 20 && (excess / compared) * 100 > 0.03;
}

/** The share of answers that differ for another reason than noise, where the two are independent: b = (r − q)/(1 − q). */
export function shareBeyondNoise(differentShare: number, noiseShare: number): number {
  return (differentShare - noiseShare) / (1 - noiseShare);
}

/** Copied requests needed to see a bug that hits `bugShare` of them at least once, with that chance. */
export function requestsToDetect(bugShare: number, chance: number): number {
  return Math.ceil(ln(1 - chance) / ln(1 - bugShare));
}

/** Expected minutes until the first wrong answer is found by comparing, of the times at which it has been found by then. */
export function minutesToFirstFound(foundPerMinute: number, byMin: number): number {
  return 1 / foundPerMinute - byMin / (exp(foundPerMinute * byMin) - 1);
}

/**
 * Expected minutes until the n-th complaint is in the inbox; with `byMin`, no more than that is counted.
 *
 * Complaining shoppers are a Poisson process; delayed by an exponential time each, their complaints
 * arrive at a rate that climbs from 0: the mean count by time t is m(t) = rate·(t − d·(1 − e^(−t/d))).
 * The expected time is the integral of P(fewer than n by t).
 */
export function minutesToComplaint(
  searchesPerMinute: number,
  laptopShare: number,
  complaintShare: number,
  delayMin: number,
  complaints: number,
  byMin = Infinity,
): number {
  const rate = searchesPerMinute * laptopShare * complaintShare;
  return integral(Math.min(byMin, (complaints + 40) / rate + 10 * delayMin), (t) =>
    poissonBelow(complaints, rate * (t - delayMin * arrived(t, delayMin))),
  );
}

/**
 * Expected number of shoppers shown the wrong thing before a rollback is done: those who come until
 * the n-th complaint, and those who come while the rollback takes its time. With `byMin`, those who
 * come until then; searches arrive as a Poisson process, so it is their rate times the expected time
 * for which v2 has been visible.
 */
export function expectedHarmed(
  searchesPerMinute: number,
  laptopShare: number,
  complaintShare: number,
  delayMin: number,
  complaints: number,
  rollbackMin: number,
  byMin = Infinity,
): number {
  const third = Math.max(0, byMin - rollbackMin);
  const visibleMin =
    Math.min(byMin, rollbackMin) +
    minutesToComplaint(searchesPerMinute, laptopShare, complaintShare, delayMin, complaints, third);
  return searchesPerMinute * laptopShare * visibleMin;
}

/**
 * Expected number of complaints in the inbox by then: at each moment at which v2 is still visible,
 * shoppers are harmed at their rate, some complain, and some of those complaints have arrived.
 */
export function expectedComplaints(
  searchesPerMinute: number,
  laptopShare: number,
  complaintShare: number,
  delayMin: number,
  complaints: number,
  rollbackMin: number,
  byMin: number,
): number {
  const rate = searchesPerMinute * laptopShare * complaintShare;
  const untilMin = Math.min(byMin, rollbackMin + (complaints + 40) / rate + 10 * delayMin);
  return (
    rate *
    integral(untilMin, (t) => {
      const since = Math.max(0, t - rollbackMin);
      const stillVisible = poissonBelow(complaints, rate * (since - delayMin * arrived(since, delayMin)));
      return stillVisible * arrived(byMin - t, delayMin);
    })
  );
}

/** The share of complaints that have arrived so many minutes after the harm. */
function arrived(minutes: number, delayMin: number): number {
  return delayMin === 0 ? 1 : 1 - exp(-minutes / delayMin);
}

/** From 0 to `until`, by Simpson's rule. */
function integral(until: number, of: (t: number) => number): number {
  const steps = 500;
  const h = until / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i += 1) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * of(i * h);
  return (sum * h) / 3;
}

/** P(fewer than n) of a Poisson count with that mean. */
function poissonBelow(n: number, mean: number): number {
  let term = exp(-mean);
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}
