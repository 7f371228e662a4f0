/**
 * A run over time, for charts that draw several on one axis: what it measures, and what theory says of it.
 *
 * Both are worked out a piece at a time, because a formula may be an integral and a run may be long.
 */
import { baseConfig } from '../../engine/run.ts';
import type { Timeline } from '../../engine/timeline.ts';
import { History } from '../history.ts';

/** Steps along a run. */
export const STEPS = 60;

/** Values at the beginning of a run and at every step since; null where nothing can be said. */
export type Points = readonly (number | null)[];

export class Course {
  private readonly timeline: Timeline;
  private readonly history: History;
  private readonly theory = new Map<string, (number | null)[]>();
  private readonly kept = new Map<string, { of: readonly unknown[]; made: unknown }>();

  constructor(timeline: Timeline) {
    this.timeline = timeline;
    this.history = new History(timeline, STEPS);
  }

  /** Works out one piece more of what is to be drawn up to that moment. True when all of it is there. */
  catchUp(expected: readonly string[], timeUs: number): boolean {
    return this.history.sample(timeUs) && expected.every((measure) => this.expectOn(measure, timeUs));
  }

  /** What was measured up to that moment, as far as it is worked out. */
  measured(measure: string, timeUs: number): Points {
    const samples = this.history.upTo(timeUs);
    return this.keep(measure, [samples], () => samples.map((measures) => measures[measure] ?? null));
  }

  /** What theory expects up to that moment and at it, as far as it is worked out. */
  expected(measure: string, timeUs: number): { points: Points; last: number | null } {
    const points = this.theory.get(measure) ?? [];
    const step = (timeUs / this.timeline.untilUs) * STEPS;
    const before = Math.floor(step);
    const [low, high] = [points[before] ?? null, points[Math.ceil(step)] ?? null];
    const last = low !== null && high !== null ? low + (high - low) * (step - before) : (high ?? low);
    return { points: this.keep(`theory ${measure}`, [before, points.length], () => points.slice(0, before + 1)), last };
  }

  /** Makes something once for as long as what it was made of is the same. */
  keep<Made>(name: string, of: readonly unknown[], make: () => Made): Made {
    const before = this.kept.get(name);
    if (before && before.of.every((part, i) => part === of[i])) return before.made as Made;
    const made = make();
    this.kept.set(name, { of, made });
    return made;
  }

  /** Theory knows of nobody's acts, so of a run in which somebody acts it says nothing. */
  private expectOn(measure: string, timeUs: number): boolean {
    const { simulation, run, untilUs } = this.timeline;
    const theory = simulation.theory?.[measure];
    if (!theory || run.inputs.length > 0) return true;
    const points = this.theory.get(measure) ?? [];
    this.theory.set(measure, points);
    const steps = Math.ceil((timeUs / untilUs) * STEPS);
    const config = this.keep('config', [], () => baseConfig(simulation, run));
    if (points.length <= steps) points.push(theory(config, (untilUs / 1000) * (points.length / STEPS), run.scenario));
    return points.length > steps;
  }
}

const courses = new WeakMap<Timeline, Course>();

/** The course of a run, worked out once however often it is asked for. */
export function courseOf(timeline: Timeline): Course {
  const course = courses.get(timeline) ?? new Course(timeline);
  courses.set(timeline, course);
  return course;
}
