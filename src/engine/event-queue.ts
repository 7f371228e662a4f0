/**
 * Pending events, earliest first; events of one microsecond in the order they were scheduled.
 *
 * A binary heap with two keys (time, sequence): one numeric key cannot hold both, and without the
 * second a tie would be broken by the shape of the heap, which no learner could predict.
 */
export type Pending<Event> = readonly [timeUs: number, sequence: number, event: Event];

export class EventQueue<Event> {
  size = 0;
  /** Time of the earliest event; Infinity when there is none. */
  nextUs = Infinity;
  private times = new Float64Array(64);
  private sequences = new Float64Array(64);
  private events: (Event | undefined)[] = [];

  add(timeUs: number, sequence: number, event: Event): void {
    if (this.size === this.times.length) this.grow();
    const { times, sequences, events } = this;
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      // A new event has the highest sequence, so it rises past a parent only when it is strictly earlier.
      if (timeUs > times[parent]! || (timeUs === times[parent]! && sequence > sequences[parent]!)) break;
      times[at] = times[parent]!;
      sequences[at] = sequences[parent]!;
      events[at] = events[parent];
      at = parent;
    }
    times[at] = timeUs;
    sequences[at] = sequence;
    events[at] = event;
    this.nextUs = times[0]!;
  }

  /** Removes the earliest event. Call only while `size` is above zero. */
  take(): Event {
    const { times, sequences, events } = this;
    const first = events[0]!;
    const last = this.size - 1;
    this.size = last;
    const timeUs = times[last]!;
    const sequence = sequences[last]!;
    const event = events[last];
    events[last] = undefined;
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      const right = child + 1;
      if (
        right < last &&
        (times[right]! < times[child]! || (times[right]! === times[child]! && sequences[right]! < sequences[child]!))
      ) {
        child = right;
      }
      if (times[child]! > timeUs || (times[child]! === timeUs && sequences[child]! > sequence)) break;
      times[at] = times[child]!;
      sequences[at] = sequences[child]!;
      events[at] = events[child];
      at = child;
    }
    if (last > 0) {
      times[at] = timeUs;
      sequences[at] = sequence;
      events[at] = event;
    }
    this.nextUs = last > 0 ? times[0]! : Infinity;
    return first;
  }

  /** Every pending event, in no particular order, as JSON. */
  list(): Pending<Event>[] {
    return Array.from({ length: this.size }, (_, i) => [this.times[i]!, this.sequences[i]!, this.events[i]!]);
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    const sequences = new Float64Array(this.times.length * 2);
    times.set(this.times);
    sequences.set(this.sequences);
    this.times = times;
    this.sequences = sequences;
  }
}
