/** The numbers beside the picture, derived from the state. */
import type { Measures } from '../../engine/simulation.ts';
import { answersTo } from './answers.ts';
import { MINUTE } from './clock.ts';
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
    sinceMismatch,
    firstMismatchMs,
  } = state;
  return {
    searches,
    shownV2,
    harmed: Math.max(state.harmed, isOpenPageWrong(state, config) ? 1 : 0),
    complaints,
    rollbackMin,
    compared,
    comparedShare: searches === 0 ? null : compared / searches,
    different,
    mismatches,
    firstMismatchMin: firstMismatchMs === null ? null : firstMismatchMs / MINUTE,
    sinceMismatch: compared === 0 ? null : sinceMismatch,
  };
}

/** The one shopper of the one-search scenario has the page open: flipping the switch changes it at once. */
function isOpenPageWrong(state: State, config: Config): boolean {
  const { page } = state;
  if (config.traffic !== 'one' || page === null || !isVisible(state, config)) return false;
  return answersTo(page.query, state.fix === 'shipped').v2.wrong;
}
