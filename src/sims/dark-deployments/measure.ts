/** The numbers beside the picture, derived from the state. */
import type { Measures } from '../../engine/simulation.ts';
import { MINUTE } from './clock.ts';
import { stillPossibleShare } from './theory.ts';
import type { Config, MeasureName, State } from './state.ts';
import { isVisible } from './visibility.ts';

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
    missed,
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
    missed,
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
