/** Measures over time, for the small charts: sampled along the run, each sample taken once. */
import type { Measures } from '../engine/simulation.ts';
import type { Timeline } from '../engine/timeline.ts';

const SAMPLES = 40;

export class History {
  private readonly timeline: Timeline;
  private readonly taken: Measures[] = [];

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  isOf(timeline: Timeline): boolean {
    return this.timeline === timeline;
  }

  /** The points of a polyline in a 100 by 30 box, up to that moment; null values leave gaps out. */
  line(measure: string, timeUs: number): string {
    const until = Math.floor((timeUs / this.timeline.untilUs) * SAMPLES);
    while (this.taken.length <= until) {
      this.taken.push(this.timeline.at({ timeUs: (this.timeline.untilUs * this.taken.length) / SAMPLES }).measures);
    }
    const values = this.taken.slice(0, until + 1).map((measures) => measures[measure] ?? null);
    const known = values.filter((value) => value !== null);
    const top = Math.max(...known, 0);
    const floor = Math.min(...known, 0);
    const height = top - floor || 1;
    return values
      .map((value, i) =>
        value === null ? '' : `${(i / SAMPLES) * 100},${(30 - ((value - floor) / height) * 28 - 1).toFixed(1)}`,
      )
      .filter((point) => point !== '')
      .join(' ');
  }
}
