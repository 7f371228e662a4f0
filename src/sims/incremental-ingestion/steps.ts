/** The five steps of a sync, and their order. */
import type { Checkpointing } from './state.ts';

/** From a crash to the restart. */
export const RESTART_MS = 2000;

/** As the functions in pipeline.ts are called. */
export type StepName = 'readCheckpoint' | 'extractDelta' | 'transformRows' | 'load' | 'updateCheckpoint';

/** The five steps in their order; with a checkpoint saved before the load, the last two change places. */
export function stepOrder(checkpoint: Checkpointing): readonly StepName[] {
  return checkpoint === 'before'
    ? ['readCheckpoint', 'extractDelta', 'transformRows', 'updateCheckpoint', 'load']
    : ['readCheckpoint', 'extractDelta', 'transformRows', 'load', 'updateCheckpoint'];
}
