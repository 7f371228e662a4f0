/** Measures over time, for charts: sampled along the run, each sample taken once. */
import type { Measures } from '../engine/simulation.ts';
import type { Timeline } from '../engine/timeline.ts';

/** Enough for a small chart. */
const FEW = 40;

export class History {
  private readonly timeline: Timeline;
  private readonly samples: number;
  private readonly taken: Measures[] = [];
  private shown: readonly Measures[] = [];

  /** `samples` is how many steps the whole run is divided into. */
  constructor(timeline: Timeline, samples = FEW) {
    this.timeline = timeline;
    this.samples = samples;
  }

  isOf(timeline: Timeline): boolean {
    return this.timeline === timeline;
  }

  /** Takes one more sample up to that moment. True when all of them are taken. */
  sample(timeUs: number): boolean {
    const { untilUs } = this.timeline;
    if (this.taken.length <= this.stepAt(timeUs)) {
      this.taken.push(this.timeline.at({ timeUs: (untilUs * this.taken.length) / this.samples }).measures);
    }
    return this.taken.length > this.stepAt(timeUs);
  }

  /** The samples taken from the beginning up to that moment: the same list until there is one more. */
  upTo(timeUs: number): readonly Measures[] {
    const length = Math.min(this.taken.length, this.stepAt(timeUs) + 1);
    if (this.shown.length !== length) this.shown = this.taken.slice(0, length);
    return this.shown;
  }

  /** The points of a polyline in a 100 by 30 box, up to that moment; null values leave gaps out. */
  line(measure: string, timeUs: number): string {
    while (!this.sample(timeUs));
    const values = this.upTo(timeUs).map((measures) => measures[measure] ?? null);
    const known = values.filter((value) => value !== null);
    const top = Math.max(...known, 0);
    const floor = Math.min(...known, 0);
    const height = top - floor || 1;
    return values
      .map((value, i) =>
        value === null ? '' : `${(i / this.samples) * 100},${(30 - ((value - floor) / height) * 28 - 1).toFixed(1)}`,
      )
      .filter((point) => point !== '')
      .join(' ');
  }

  private stepAt(timeUs: number): number {
    return Math.floor((timeUs / this.timeline.untilUs) * this.samples);
  }
}
