/** How alike two ranked lists are. Equality is of little use for them: one swap in the tail, and they "differ". */
import { pow } from '../../engine/math.ts';

/** The share of the first `k` of one list that is among the first `k` of the other, in any order; of the longer one where both are shorter. */
export function overlapAt<Item>(k: number, a: readonly Item[], b: readonly Item[]): number {
  const [firstA, firstB] = [a.slice(0, k), b.slice(0, k)];
  const longer = Math.max(firstA.length, firstB.length);
  return longer === 0 ? 1 : firstA.filter((item) => firstB.includes(item)).length / longer;
}

/**
 * Rank-biased overlap, extrapolated from the seen part (Webber, Moffat, Zobel: "A similarity measure for
 * indefinite rankings", 2010, equation 32): agreement at the top counts most; `p` near 1 looks deeper.
 * 1 for equal lists, 0 for disjoint ones.
 */
export function rboExt<Item>(a: readonly Item[], b: readonly Item[], p: number): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const [s, l] = [shorter.length, longer.length];
  if (s === 0) return l === 0 ? 1 : 0;
  const common = (depth: number): number =>
    longer.slice(0, depth).filter((item) => shorter.slice(0, depth).includes(item)).length;
  const atShorter = common(s);
  let sum = 0;
  for (let d = 1; d <= l; d += 1) {
    const beyond = d > s ? (atShorter * (d - s)) / (s * d) : 0;
    sum += (common(d) / d + beyond) * pow(p, d);
  }
  return ((1 - p) / p) * sum + ((common(l) - atShorter) / l + atShorter / s) * pow(p, l);
}
