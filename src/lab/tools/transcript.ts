/**
 * The log up to the playhead, filtered. It only looks at facts it has not looked at yet, so that it can
 * follow a playing run of many thousands.
 */
import type { AnySimulation } from '../../engine/fields.ts';
import { compareMoments, momentOf, type LogEntry } from '../../engine/log.ts';
import { baseConfig } from '../../engine/run.ts';
import type { Mark, Moment, Values } from '../../engine/simulation.ts';
import type { Timeline } from '../../engine/timeline.ts';

/** As many rows as are drawn. */
export const MOST_ROWS = 200;

export const markWords: Readonly<Record<Mark, string>> = {
  live: 'visible',
  dark: 'dark',
  harm: 'harm',
  good: 'good',
  wait: 'waiting',
  you: 'yours',
};

export interface Filter {
  /** Only these; all of them when none is named. */
  marks: readonly Mark[];
  /** Facts of weight 'detail' too. */
  details: boolean;
  words: string;
}

export interface Row {
  /** Its place in the log. */
  id: number;
  at: Moment;
  label: string;
  mark: Mark;
  say: string;
}

/** What is left of the log up to the playhead. */
export interface Told {
  /** How many lines there are, and of how many. */
  count: number;
  of: number;
  /** The marks that occur, in the order of the table. */
  marks: readonly Mark[];
}

export class Transcript {
  private readonly simulation: AnySimulation;
  private readonly said = new WeakMap<LogEntry, string>();
  private filter: Filter = { marks: [], details: false, words: '' };
  private pattern: RegExp | null = null;
  private timeline: Timeline | null = null;
  private config: Values = {};
  /** How far the log has been looked at. */
  private looked = 0;
  /** Places in the log: of all facts of the weight asked for, and of those that are left. */
  private weighed: number[] = [];
  private left: number[] = [];
  private rows = new Map<number, Row>();
  private marks = new Set<Mark>();

  constructor(simulation: AnySimulation) {
    this.simulation = simulation;
  }

  ask(filter: Filter): void {
    this.filter = filter;
    this.pattern = filter.words.trim() === '' ? null : new RegExp(escaped(filter.words.trim()), 'i');
    this.startOver();
  }

  /** What the log tells at or before that moment. */
  at(timeline: Timeline, moment: Moment): Told {
    if (timeline !== this.timeline) {
      this.timeline = timeline;
      this.config = baseConfig(this.simulation, timeline.run);
      this.rows = new Map();
      this.startOver();
    }
    const past = pastOf(timeline.log, moment);
    for (; this.looked < past; this.looked += 1) this.look(this.looked);
    return {
      count: below(this.left, past),
      of: below(this.weighed, past),
      marks: (Object.keys(markWords) as Mark[]).filter((mark) => this.marks.has(mark)),
    };
  }

  /** The lines from the `to`-th that is left backwards, latest first. */
  lines(to: number, most = MOST_ROWS): Row[] {
    return this.left
      .slice(Math.max(0, to - most), to)
      .reverse()
      .map((id) => this.row(id));
  }

  /** So many lines as text, in the order they happened. */
  text(count: number): string {
    return this.lines(count, count)
      .reverse()
      .map(({ label, say }) => `${label}\t${say}\n`)
      .join('');
  }

  private startOver(): void {
    this.looked = 0;
    this.weighed = [];
    this.left = [];
    this.marks = new Set();
  }

  private look(id: number): void {
    const entry = this.timeline!.log[id]!;
    const { weight, mark } = this.simulation.facts[entry.fact.type]!;
    const { marks, details } = this.filter;
    if (weight === 'detail' && !details) return;
    this.weighed.push(id);
    this.marks.add(mark);
    if (marks.length > 0 && !marks.includes(mark)) return;
    if (this.pattern === null || this.pattern.test(this.say(entry))) this.left.push(id);
  }

  private say(entry: LogEntry): string {
    let words = this.said.get(entry);
    if (words === undefined) {
      words = this.simulation.facts[entry.fact.type]!.say(entry.fact);
      this.said.set(entry, words);
    }
    return words;
  }

  private row(id: number): Row {
    let row = this.rows.get(id);
    if (!row) {
      const { simulation } = this;
      const entry = this.timeline!.log[id]!;
      const label = simulation.timeLabel(entry.timeUs / 1000, this.config);
      row = { id, at: momentOf(entry), label, mark: simulation.facts[entry.fact.type]!.mark, say: this.say(entry) };
      this.rows.set(id, row);
    }
    return row;
  }
}

/** A sentence cut at what was searched for: every second piece is a match. */
export function pieces(text: string, words: string): readonly string[] {
  return words.trim() === '' ? [text] : text.split(new RegExp(`(${escaped(words.trim())})`, 'i'));
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** How many facts the log tells at or before that moment. */
function pastOf(log: readonly LogEntry[], moment: Moment): number {
  let [from, to] = [0, log.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (log[middle]!.timeUs <= moment.timeUs) from = middle + 1;
    else to = middle;
  }
  while (from > 0 && compareMoments(momentOf(log[from - 1]!), moment) > 0) from -= 1;
  return from;
}

/** How many of these places, which ascend, are below that one. */
function below(places: readonly number[], limit: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
