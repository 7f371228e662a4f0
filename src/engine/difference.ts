/** Where two runs part, and the sentences that say so. */
import type { AnySimulation } from './fields.ts';
import type { LogEntry } from './log.ts';
import type { Moment } from './simulation.ts';
import type { Timeline } from './timeline.ts';

/** A sentence or two of each run can be taken in; a flood of them cannot. */
const MOST_SAID = 3;

export interface Difference {
  /** Everything of that microsecond has happened, so each run shows what it tells there. */
  at: Moment;
  /** How many story facts both runs tell up to there. What was told while they were set up is not counted. */
  shared: number;
  /** What only the one or the other run tells at that moment: story, or details where the stories agree. One may be empty. */
  a: readonly LogEntry[];
  b: readonly LogEntry[];
}

/**
 * The first moment at which two runs tell something different, or null. Plays both to their ends.
 *
 * What is logged while a model is set up only says how, so it does not count.
 */
export function firstDifference(a: Timeline, b: Timeline): Difference | null {
  const [inA, inB] = [a, b].map((timeline) => timeline.finish().log.slice(timeline.setUp)) as [LogEntry[], LogEntry[]];
  const isStory = ({ fact }: LogEntry): boolean => a.simulation.facts[fact.type]?.weight === 'story';
  const storyOfA = inA.filter(isStory);
  const parting = part(storyOfA, inB.filter(isStory)) ?? part(inA, inB);
  if (!parting) return null;
  const told = storyOfA.filter(({ timeUs }) => timeUs <= parting.at.timeUs).length;
  return { ...parting, shared: told - parting.a.filter(isStory).length };
}

/** The two logs in step, until a microsecond tells different facts. In which order it tells them makes no difference. */
function part(a: readonly LogEntry[], b: readonly LogEntry[]): Omit<Difference, 'shared'> | null {
  for (let i = 0; i < a.length || i < b.length; i += 1) {
    const [one, other] = [a[i], b[i]];
    if (one && other && one.timeUs === other.timeUs && isSame(one, other)) continue;
    const timeUs = Math.min(one?.timeUs ?? Infinity, other?.timeUs ?? Infinity);
    const [rest, others] = [a, b].map((log) => ofMicrosecond(log, i, timeUs)) as [LogEntry[], LogEntry[]];
    const [onlyA, onlyB] = [without(rest, others), without(others, rest)];
    if (onlyA.length + onlyB.length > 0) return { at: { timeUs }, a: onlyA, b: onlyB };
    i += rest.length - 1;
  }
  return null;
}

function ofMicrosecond(log: readonly LogEntry[], from: number, timeUs: number): readonly LogEntry[] {
  let to = from;
  while (log[to]?.timeUs === timeUs) to += 1;
  return log.slice(from, to);
}

/** What is left of `entries` when one of them is taken away for each in `others` that says the same. */
function without(entries: readonly LogEntry[], others: readonly LogEntry[]): LogEntry[] {
  const left = [...others];
  return entries.filter((entry) => {
    const found = left.findIndex((other) => isSame(entry, other));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

function isSame({ fact }: LogEntry, { fact: other }: LogEntry): boolean {
  const names = Object.keys(fact);
  return names.length === Object.keys(other).length && names.every((name) => fact[name] === other[name]);
}

/**
 * "Both runs tell the same 9 events. Then, at 09:04, they part. In A: … In B: …"
 *
 * `names` are those of the two runs, and `label` is the time of the difference as people read it.
 */
export function sayDifference(
  simulation: AnySimulation,
  difference: Difference | null,
  names: readonly [string, string],
  label: string,
): string {
  if (!difference) return 'The two runs never differ in what they tell.';
  const { shared, a, b } = difference;
  const inDetail = [...a, ...b].every(({ fact }) => simulation.facts[fact.type]?.weight === 'detail');
  const opening = inDetail
    ? `The two runs tell the same story; only details differ, first at ${label}.`
    : parted(shared, label);
  return `${opening} In ${named(names[0])}: ${told(simulation, a)} In ${named(names[1])}: ${told(simulation, b)}`;
}

function parted(shared: number, label: string): string {
  if (shared === 0) return `The two runs part at ${label}.`;
  return `Both runs tell the same ${shared === 1 ? 'event' : `${shared} events`}. Then, at ${label}, they part.`;
}

function told(simulation: AnySimulation, entries: readonly LogEntry[]): string {
  if (entries.length === 0) return 'nothing at that moment.';
  const said = entries.slice(0, MOST_SAID).map(({ fact }) => simulation.facts[fact.type]!.say(fact));
  return [...said, ...(entries.length > MOST_SAID ? [`And ${entries.length - MOST_SAID} more.`] : [])].join(' ');
}

/** A name made of settings holds a colon of its own. */
function named(name: string): string {
  return /[:,]/.test(name) ? `“${name}”` : name;
}
