/** The five steps by name, as the picture and the description say them. */
import type { Config, State } from './state.ts';
import { stepOrder, type StepName } from './steps.ts';

const NAMES: Readonly<Record<StepName, string>> = {
  readCheckpoint: 'Read checkpoint',
  extractDelta: 'Extract delta',
  transformRows: 'Transform',
  load: 'Load (merge)',
  updateCheckpoint: 'Update checkpoint',
};

/** The steps in the order of the sync under way or down, or of the next. */
export function stepsNow({ sync }: State, config: Config): readonly StepName[] {
  return stepOrder(sync.status === 'idle' ? config.checkpoint : sync.checkpoint);
}

/** As on screen, in the order of `stepsNow`. */
export function stepNames(state: State, config: Config): string[] {
  const load = config.load === 'append' ? 'Load (append)' : NAMES.load;
  return stepsNow(state, config).map((step) => ({ ...NAMES, load })[step]);
}
