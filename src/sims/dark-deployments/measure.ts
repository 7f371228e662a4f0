/** The numbers beside the picture, derived from the state. */
import type { MeasureInfo, Measures } from '../../engine/simulation.ts';
import { MINUTE } from './clock.ts';
import { stillPossibleShare } from './theory.ts';
import type { Config, MeasureName, State } from './state.ts';
import { isVisible } from './visibility.ts';

/** How each is called and written. */
export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  searches: { label: 'Searches answered', unit: '', decimals: 0, better: null },
  shownV2: { label: 'Shoppers shown v2’s answer', unit: '', decimals: 0, better: null },
  harmed: { label: 'Shoppers shown the wrong thing', unit: '', decimals: 0, better: 'less' },
  complaints: { label: 'Complaints in the inbox', unit: '', decimals: 0, better: 'less' },
  rollbackMin: { label: 'From visible to rolled back', unit: 'min', decimals: 0, better: 'less' },
  compared: { label: 'Answers compared', unit: '', decimals: 0, better: 'more' },
  comparedShare: { label: 'Searches compared', unit: 'share', decimals: 0, better: null },
  different: { label: 'Answers that differed', unit: '', decimals: 0, better: null },
  differentShare: { label: 'v2 differs from v1', unit: 'share', decimals: 1, better: null },
  noiseShare: { label: 'v1 differs from itself', unit: 'share', decimals: 1, better: null },
  meanOverlap: { label: 'Of v1’s four, v2 shows', unit: 'share', decimals: 0, better: null },
  meanRbo: { label: 'Rank-biased overlap', unit: '', decimals: 2, better: null },
  mismatches: { label: 'Answers called wrong, in the dark', unit: '', decimals: 0, better: null },
  falseAlarms: { label: 'Of these, nothing wrong', unit: '', decimals: 0, better: 'less' },
  queriesFound: { label: 'Queries found wrong', unit: '', decimals: 0, better: null },
  firstMismatchMin: { label: 'Until the first was found', unit: 'min', decimals: 1, better: 'less' },
  sinceMismatch: { label: 'Compared since the last wrong answer', unit: '', decimals: 0, better: 'more' },
  stillPossible: { label: 'Wrong answers still possible, at most', unit: 'share', decimals: 2, better: 'less' },
};

/** All of them, at a moment. */
export function measure(state: State, config: Config): Measures<MeasureName> {
  const {
    searches,
    shownV2,
    complaints,
    rollbackMin,
    compared,
    different,
    mismatches,
    falseAlarms,
    sinceMismatch,
    firstMismatchMs,
  } = state;
  const perCompared = (sum: number): number | null => (compared === 0 ? null : sum / compared);
  return {
    searches,
    shownV2,
    harmed: Math.max(state.harmed, isOpenPageWrong(state, config) ? 1 : 0),
    complaints,
    rollbackMin,
    compared,
    comparedShare: searches === 0 ? null : compared / searches,
    different,
    differentShare: perCompared(different),
    noiseShare: config.noise ? perCompared(state.noise) : null,
    meanOverlap: perCompared(state.overlap),
    meanRbo: perCompared(state.rbo),
    mismatches,
    falseAlarms,
    queriesFound: state.found.length,
    firstMismatchMin: firstMismatchMs === null ? null : firstMismatchMs / MINUTE,
    sinceMismatch: compared === 0 ? null : sinceMismatch,
    // Of fewer nothing useful can be said.
    stillPossible: sinceMismatch < 30 ? null : stillPossibleShare(sinceMismatch),
  };
}

/** The one shopper of the one-search scenario has the page open: flipping the switch changes it at once. */
function isOpenPageWrong(state: State, config: Config): boolean {
  const { page } = state;
  return config.traffic === 'one' && page !== null && page.v2.wrong && isVisible(state, config);
}
