/** What two hundred seeds say, in sentences. */
import { formatNumber } from '../../engine/format-number.ts';
import type { MeasureInfo } from '../../engine/simulation.ts';

export interface Luck {
  /** Of the seeds that have one, in any order. */
  values: readonly number[];
  /** How many seeds were played. */
  of: number;
  /** Of the present run; null where nothing can be said, undefined where it is not asked. */
  own: number | null | undefined;
  /** What theory expects on average, where it says something. */
  expected: number | null;
}

/** "Eight in ten lie between 14 and 29." "Their mean is 20.9; theory expects 21.0." "Yours, 20, is an ordinary one: …" */
export function sayLuck({ values, of, own, expected }: Luck, info: MeasureInfo): readonly string[] {
  const { unit, decimals } = info;
  const say = (value: number): string => formatNumber(value, unit, decimals);
  // One more decimal than a single run has: a mean is finer.
  const fine = (value: number): string => formatNumber(value, unit, decimals + 1);
  const none = of - values.length;
  const sentences: string[] = [];
  if (none > 0 && values.length > 0)
    sentences.push(`In ${none} of ${of} there is nothing to measure at the end; they have no dot.`);
  if (values.length === 0) return [`In none of the ${of} is there anything to measure at the end.`];

  const sorted = [...values].sort((a, b) => a - b);
  const outside = Math.floor(sorted.length / 10);
  const [low, high] = [sorted[outside]!, sorted[sorted.length - 1 - outside]!];
  const within = sorted.filter((value) => value >= low && value <= high).length;
  const share = within / sorted.length;
  const many = share >= 0.78 && share <= 0.82 ? 'Eight in ten' : `${within} of ${sorted.length}`;
  if (sorted[0] === sorted.at(-1)) sentences.push(`All ${sorted.length} end at ${say(low)}.`);
  else if (say(low) === say(high)) sentences.push(`${many} end at ${say(low)}.`);
  else sentences.push(`${many} lie between ${bare(low, info)} and ${say(high)}.`);

  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const theory = expected === null ? '' : `; theory expects ${fine(expected)}`;
  if (sorted[0] !== sorted.at(-1) || theory) sentences.push(`Their mean is ${fine(mean)}${theory}.`);
  if (own === null) sentences.push('In yours there is nothing to measure at the end.');
  if (typeof own === 'number') sentences.push(sayOwn(own, sorted, low, high, say(own)));
  return sentences;
}

function sayOwn(own: number, sorted: readonly number[], low: number, high: number, said: string): string {
  const lower = sorted.filter((value) => value < own).length;
  const higher = sorted.filter((value) => value > own).length;
  const of = sorted.length;
  const same = of - lower - higher;
  if (same === of) return `Yours ends there too.`;
  if (same > of / 2) return `Yours, ${said}, is the usual one: ${same} of ${of} came out the same.`;
  const isHigh = own > high;
  const [count, way] = isHigh || (own >= low && lower <= higher) ? [lower, 'lower'] : [higher, 'higher'];
  const kind = own >= low && own <= high ? 'an ordinary one' : isHigh ? 'among the highest' : 'among the lowest';
  return `Yours, ${said}, is ${kind}: ${count > 0 ? `${count} of ${of} came out ${way}` : `${same} of ${of} came out the same`}.`;
}

function bare(value: number, { unit, decimals }: MeasureInfo): string {
  return formatNumber(unit === 'share' ? value * 100 : value, '', decimals);
}
