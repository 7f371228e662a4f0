/** What no picture needs before its run has begun. In a lab it comes with the model; see later-here.svelte.ts. */
export { bars } from './bars.ts';
export { barShapes } from './bar-shapes.ts';
export { countWords } from './count-words.ts';
export { rowHistory } from './history.ts';
export { markShapes } from './mark-shapes.ts';
export { stepResults } from './step-results.ts';
export { duplicates, fates, ghosts } from './tally.ts';
export { usedMarkMs } from './where-clause.ts';
