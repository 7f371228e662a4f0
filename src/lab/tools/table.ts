/** The measures of several runs beside each other: which run does better, where a measure says what better is. */
import { formatNumber } from '../../engine/format-number.ts';
import type { MeasureInfo } from '../../engine/simulation.ts';

export interface Cell {
  text: string;
  mark: 'good' | 'harm' | null;
  /** What the mark says, for those who do not see it. */
  word: string;
}

export interface Row {
  label: string;
  cells: readonly Cell[];
}

/** Runs that read the same are the same, whatever lies behind the last decimal. */
export function rowOf({ label, unit, decimals, better }: MeasureInfo, values: readonly (number | null)[]): Row {
  const texts = values.map((value) => (value === null ? '–' : formatNumber(value, unit, decimals)));
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)].map((value) => formatNumber(value, unit, decimals));
  const [best, worst] = better === 'more' ? [high, low] : [low, high];
  const isTold = better !== null && known.length > 1 && best !== worst;
  const cells = texts.map((text, i): Cell => {
    if (!isTold || values[i] === null || (text !== best && text !== worst)) return { text, mark: null, word: '' };
    const word = values.length > 2 ? ['best', 'worst'] : ['better', 'worse'];
    return text === best ? { text, mark: 'good', word: word[0]! } : { text, mark: 'harm', word: word[1]! };
  });
  return { label, cells };
}
