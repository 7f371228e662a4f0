/** What mathematics says, in plain numbers: charts, lesson and tests share these. */
import { exp, ln, pow } from '../../engine/math.ts';

/**
 * Chance that at least one of `requests` shows a bug that hits a share `bugShare` of them, when
 * `mirrorShare` of them are copied: 1 − (1 − p·s)^N.
 */
export function detectionChance(bugShare: number, mirrorShare: number, requests: number): number {
  return 1 - pow(1 - bugShare * mirrorShare, requests);
}

/** Copied requests needed to see a bug that hits `bugShare` of them at least once, with that chance. */
export function requestsToDetect(bugShare: number, chance: number): number {
  return Math.ceil(ln(1 - chance) / ln(1 - bugShare));
}

/**
 * Expected minutes until the n-th complaint is in the inbox.
 *
 * Complaining shoppers are a Poisson process; delayed by an exponential time each, their complaints
 * arrive at a rate that climbs from 0: the mean count by time t is m(t) = rate·(t − d·(1 − e^(−t/d))).
 * The expected time is the integral of P(fewer than n by t), taken by Simpson's rule.
 */
export function minutesToComplaint(
  searchesPerMinute: number,
  laptopShare: number,
  complaintShare: number,
  delayMin: number,
  complaints: number,
): number {
  const rate = searchesPerMinute * laptopShare * complaintShare;
  const untilMin = (complaints + 40) / rate + 10 * delayMin;
  const steps = 20_000;
  const h = untilMin / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i += 1) {
    const t = i * h;
    const mean = rate * (delayMin === 0 ? t : t - delayMin * (1 - exp(-t / delayMin)));
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * poissonBelow(complaints, mean);
  }
  return (sum * h) / 3;
}

/**
 * Expected number of shoppers shown the wrong thing before a rollback is done: those who come until
 * the n-th complaint, and those who come while the rollback takes its time.
 */
export function expectedHarmed(
  searchesPerMinute: number,
  laptopShare: number,
  complaintShare: number,
  delayMin: number,
  complaints: number,
  rollbackMin: number,
): number {
  const untilMin =
    minutesToComplaint(searchesPerMinute, laptopShare, complaintShare, delayMin, complaints) + rollbackMin;
  return searchesPerMinute * laptopShare * untilMin;
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
