/** Moments as authors name them: `start`, `end`, `1200ms`, `cue first-complaint`. */
import type { Moment } from '../engine/simulation.ts';
import type { Timeline } from '../engine/timeline.ts';

/** The moment of that name in a run. Throws an author error that lists what exists. */
export function namedMoment(timeline: Timeline, name: string): Moment {
  if (name === 'start') return { timeUs: 0, k: 0 };
  if (name === 'end') return { timeUs: timeline.untilUs };
  const time = /^(\d+(?:\.\d+)?) ?ms$/.exec(name);
  if (time) return { timeUs: Math.round(Number(time[1]) * 1000) };
  const { simulation, run } = timeline;
  const cues = simulation.scenarios[run.scenario]!.cues.map(({ id }) => id);
  const cue = /^cue ([\w-]+)$/.exec(name)?.[1];
  if (cue === undefined || !cues.includes(cue)) {
    throw new Error(
      `"${name}" is no moment of the scenario "${run.scenario}" of "${simulation.id}".\n` +
        `A moment is start, end, a time such as 1200ms, or one of its cues: ${cues.map((id) => `cue ${id}`).join(', ') || '(it has none)'}.`,
    );
  }
  const met = timeline.finish().cuesMet.find((each) => each.cue.id === cue);
  if (met) return met.at;
  throw new Error(
    `The cue "${cue}" is never met in this run of the scenario "${run.scenario}" of "${simulation.id}".\n` +
      `Choose another moment, or look at its condition in src/sims/${simulation.id}/scenarios.ts.`,
  );
}
