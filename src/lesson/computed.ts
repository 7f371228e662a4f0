/**
 * Runs played while the site is built: what claims, predictions, stills and descriptions are read from.
 *
 * A run is a pure function of what it is opened with, so each is played once for the whole build.
 */
import { fieldsOf, type AnySimulation } from '../engine/fields.ts';
import { openRun, type RunOptions } from '../engine/run.ts';
import type { Moment } from '../engine/simulation.ts';
import type { Timeline } from '../engine/timeline.ts';
import { play, type View } from '../engine/timeline.ts';
import { namedMoment } from './named-moment.ts';

const played = new Map<string, Timeline>();

export interface Asked extends RunOptions {
  scenario: string;
  /** start, end, 120ms, or cue <id>. */
  at?: string | undefined;
}

/** The whole run. Throws an author error that names the lesson's file. */
export function computedRun(simulation: AnySimulation, asked: Asked, file: string): Timeline {
  const { scenario, seed, changed, inputs } = asked;
  const key = JSON.stringify([simulation.id, scenario, seed, changed, inputs]);
  const known = played.get(key);
  if (known) return known;
  return inFile(file, () => {
    const options = { ...(seed !== undefined && { seed }), ...(changed && { changed }), ...(inputs && { inputs }) };
    const timeline = play(simulation, openRun(simulation, scenario, options));
    played.set(key, timeline);
    return timeline;
  });
}

/** The run, and the moment the author names in it; the end where none is named. */
export function computedMoment(
  simulation: AnySimulation,
  asked: Asked,
  file: string,
): { timeline: Timeline; moment: Moment } {
  const timeline = computedRun(simulation, asked, file);
  return { timeline, moment: inFile(file, () => namedMoment(timeline, asked.at ?? 'end')) };
}

/** The run at that moment. */
export function computedView(simulation: AnySimulation, asked: Asked, file: string): View {
  const { timeline, moment } = computedMoment(simulation, asked, file);
  return timeline.at(moment);
}

/** One measure of a run at a moment. Throws an author error when there is no such measure, or nothing can be said yet. */
export function computedMeasure(simulation: AnySimulation, asked: Asked, measure: string, file: string): number {
  requireNames('measure', [measure], Object.keys(simulation.measures), simulation, file);
  const value = computedView(simulation, asked, file).measures[measure];
  if (value !== null && value !== undefined) return value;
  throw new Error(
    `The measure "${measure}" has no value at ${asked.at ?? 'end'} of the scenario "${asked.scenario}".\nName another moment in ${file}.`,
  );
}

/** Throws an author error for the first name that does not exist. */
export function requireNames(
  kind: 'field' | 'measure' | 'act',
  asked: readonly string[],
  known: readonly string[],
  simulation: AnySimulation,
  file: string,
): void {
  const wrong = asked.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const place = kind === 'act' ? 'inputs' : `${kind}s`;
  throw new Error(
    `The simulation "${simulation.id}" has no ${kind} "${wrong}".\n` +
      `It has: ${known.join(', ') || 'none'}.\n` +
      `Correct the name in ${file}, or add it to ${place} in src/sims/${simulation.id}/index.ts.`,
  );
}

/** The declared field. Throws an author error when there is none of that name. */
export function requireField(simulation: AnySimulation, name: string, file: string) {
  requireNames('field', [name], Object.keys(fieldsOf(simulation)), simulation, file);
  return fieldsOf(simulation)[name]!;
}

function inFile<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new Error(`${(error as Error).message}\nThis is asked for in ${file}.`, { cause: error });
  }
}
