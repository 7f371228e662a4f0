/**
 * What a cursor over `modified_at` loses and returns again in the long run.
 *
 * Rows are stamped at random at a steady rate, and each can be seen once it is committed, some time
 * later: D for all of them, or exponential with mean m. Every T a sync asks once.
 */
import { exp, ln } from '../../engine/math.ts';

/** Of its first `ageS` seconds, how many a transaction is open that takes `delayS`: the integral of P(X > u). */
export function openSeconds(ageS: number, delayS: number): number {
  return Math.min(ageS, delayS);
}

/** The same on average, where the time to the commit is exponential: m (1 − e^(−a/m)). */
export function openSecondsExponential(ageS: number, meanS: number): number {
  return meanS === 0 ? 0 : meanS * (1 - exp(-ageS / meanS));
}

/**
 * Part of all rows lost by `modified_at > last sync` when every row takes `delayS` to commit: 0 to 1. A
 * row is lost when its bar lies across a sync. The margin is that of a lookback or, with the clock as
 * the mark, of a delayed read: min(max(D − L, 0), T) / T.
 */
export function lostShare(delayS: number, syncEveryS: number, marginS = 0): number {
  return Math.min(Math.max(delayS - marginS, 0), syncEveryS) / syncEveryS;
}

/** The same where the time to the commit is exponential: e^(−L/m) (m/T) (1 − e^(−T/m)). */
export function lostShareExponential(meanS: number, syncEveryS: number, marginS = 0): number {
  return meanS === 0 ? 0 : (exp(-marginS / meanS) * openSecondsExponential(syncEveryS, meanS)) / syncEveryS;
}

/** Rows returned again by a lookback with the clock as the mark, as a part of all rows: those that could be seen in the last L seconds. */
export function resentShare(delayS: number, syncEveryS: number, lookbackS: number): number {
  return (lookbackS - openSeconds(lookbackS, delayS)) / syncEveryS;
}

/** The same where the time to the commit is exponential: [L − m (1 − e^(−L/m))] / T. A read delay returns none again. */
export function resentShareExponential(meanS: number, syncEveryS: number, lookbackS: number): number {
  return (lookbackS - openSecondsExponential(lookbackS, meanS)) / syncEveryS;
}

/**
 * Part of all rows lost when the mark is the largest `modified_at` returned so far, with exponential
 * commits. With a fixed delay it is 0: rows then come in the order of their stamps.
 *
 * An open row of age a is lost when a row stamped after it, by more than the lookback, has been seen.
 * Those come at random, and of age u a part 1 − e^(−u/m) can be seen, so that none has been with chance
 * e^(−λ (b − m (1 − e^(−b/m)))), b = a − L. Over all ages at a sync, put v = e^(−b/m):
 * e^(−L/m) (m/T) (1 − e^(−T/m)) [1 − ∫ e^c v^c e^(−cv) dv] from 0 to 1, with c = λ m.
 */
export function lostShareSeen(meanS: number, syncEveryS: number, changesPerSecond: number, lookbackS = 0): number {
  const unseen = noneSeenShare(changesPerSecond * meanS, 1, 0);
  return lostShareExponential(meanS, syncEveryS, lookbackS) * (1 - unseen);
}

/**
 * The same mark with a delayed read instead of a lookback, which loses more: rows younger than d do not
 * count, and of those a little older nearly all can be seen. e^(−u/m) becomes q e^(−u/m), q = e^(−d/m).
 */
export function lostShareSeenDelayed(
  meanS: number,
  syncEveryS: number,
  changesPerSecond: number,
  delayS: number,
): number {
  const unseen = noneSeenShare(changesPerSecond * meanS, meanS === 0 ? 0 : exp(-delayS / meanS), 0);
  return lostShareExponential(meanS, syncEveryS, delayS) * (1 - unseen);
}

/**
 * e^k ∫ v^c e^(−kv) dv from `from` to 1, with k = c q: an incomplete gamma function, by its series
 * γ(c + 1, x) = x^(c+1) e^(−x) Σ x^n / ((c + 1) … (c + 1 + n)) (DLMF 8.7.1), of positive terms only.
 */
export function noneSeenShare(c: number, q: number, from: number): number {
  const k = c * q;
  return series(c, k) - (from === 0 ? 0 : exp(k * (1 - from) + (c + 1) * ln(from)) * series(c, k * from));
}

function series(c: number, x: number): number {
  let term = 1 / (c + 1);
  let sum = 0;
  for (let n = 1; sum + term > sum; n += 1) {
    sum += term;
    term *= x / (c + 1 + n);
  }
  return sum;
}

/** Rows lost by one sync: those in flight at that moment. The interval is not in it. */
export function lostPerSync(changesPerDay: number, delayS: number): number {
  return (changesPerDay / 86_400) * delayS;
}

/** Rows lost in a day by syncing every so many seconds. */
export function lostPerDay(changesPerDay: number, delayS: number, syncEveryS: number): number {
  return changesPerDay * lostShare(delayS, syncEveryS);
}

/** Rows lost in a year of 365 daily syncs. */
export function lostPerYearDaily(changesPerDay: number, delayS: number): number {
  return 365 * lostPerDay(changesPerDay, delayS, 86_400);
}

/**
 * Rows that say the same in `modified_at` as the mark and that the sync came between, on average: with
 * stamps kept to g seconds, λ g / 2. So many > loses at each sync, and so many >= returns again.
 */
export function tiedPerSync(changesPerSecond: number, stampS: number): number {
  return (changesPerSecond * stampS) / 2;
}

/** The most seconds the warehouse is behind, just before a sync: T, and the delay of a delayed read. */
export function stalestSeconds(syncEveryS: number, readDelayS = 0): number {
  return syncEveryS + readDelayS;
}
