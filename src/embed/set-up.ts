/**
 * How somebody else's page sets one lab up: a run link (src/engine/run-link.ts) and, beside it, what is shown,
 * what is locked and what is asked.
 *
 *   scenario=late-commit&commit=3&lock=commit&challenge=margin&controls=min&theme=dark
 *
 * A public contract: what version 1 reads today it reads for ever. Reading never throws; a wrong value becomes the
 * usual one, and a sentence says so.
 */
import { fieldsOf, type AnySimulation } from '../engine/fields.ts';
import { startOf } from '../engine/challenge.ts';
import { clip, Notices } from '../engine/link-parts.ts';
import { readRunLink, writeRunLink, type LinkedRun } from '../engine/run-link.ts';

/** What of an embed can be hidden. */
export const parts = ['title', 'picture', 'transport', 'controls', 'measures', 'log', 'challenge', 'link'] as const;
export type Part = (typeof parts)[number];

/** How often faster than its author's pace a run plays. */
export const speeds = [0.25, 0.5, 1, 2, 4, 10] as const;
export const themes = ['auto', 'light', 'dark'] as const;
export const motions = ['auto', 'step'] as const;
/** full: everything. min: play, time and the lab's own controls. none: nothing to operate. */
export const controlSizes = ['full', 'min', 'none'] as const;

/** How an embed looks; every name of it has a usual value. */
export interface Look {
  theme: (typeof themes)[number];
  motion: (typeof motions)[number];
  controls: (typeof controlSizes)[number];
  speed: (typeof speeds)[number];
  hidden: readonly Part[];
}

export interface SetUp extends LinkedRun, Look {
  /** Names of fields and acts that stay as they are; 'seed' and 'scenario' among them when all is locked. */
  locked: readonly string[];
  /** Everything there is, is locked. */
  locksAll: boolean;
  /** Id of the challenge that is set; null where none is. */
  challenge: string | null;
  /** It plays by itself as soon as it is there. */
  plays: boolean;
}

/** The set-up that these parameters ask for, as far as it can be had; `fallback` is the scenario where none is named. */
export function readSetUp(simulation: AnySimulation, params: URLSearchParams, fallback: string): SetUp {
  const notices = new Notices();
  const challenge = readChallenge(simulation, params.get('challenge'), notices);
  const asked = params.get('scenario');
  const own = simulation.challenges.find(({ id }) => id === challenge);
  const forRun = new URLSearchParams(params);
  if (own) {
    if (asked !== null && asked !== own.scenario)
      notices.add(`The challenge "${challenge}" is played in the scenario "${own.scenario}", so that is shown.`);
    forRun.set('scenario', own.scenario);
    const seed = judgedSeed(simulation, challenge);
    if (seed !== null && params.has('seed') && params.get('seed') !== String(seed)) {
      notices.add(`The challenge "${challenge}" is judged with seed ${seed}, so that is used.`);
      forRun.set('seed', String(seed));
    }
  }
  const linked = readRunLink(simulation, forRun, fallback);
  const locked = readLocks(simulation, params.get('lock'), notices);
  const speed = readOption('speed', params.get('speed'), speeds.map(String), '1', notices);
  const plays = readOption('run', params.get('run'), ['0', '1'], '0', notices) === '1';
  return {
    ...linked,
    theme: readOption('theme', params.get('theme'), themes, 'auto', notices),
    motion: readOption('motion', params.get('motion'), motions, 'auto', notices),
    controls: readOption('controls', params.get('controls'), controlSizes, 'full', notices),
    speed: Number(speed) as Look['speed'],
    hidden: readHidden(params, notices),
    ...locked,
    challenge,
    plays,
    notices: [...linked.notices, ...notices.all],
  };
}

/** The query string of a set-up, without '?'; only what is not usual is in it. A problem when it is too long for a link. */
export function writeSetUp(
  simulation: AnySimulation,
  setUp: Omit<SetUp, 'notices'>,
  around = 0,
): { query: string } | { problem: string } {
  const more = [
    ...(setUp.speed === 1 ? [] : [`speed=${setUp.speed}`]),
    ...(setUp.theme === 'auto' ? [] : [`theme=${setUp.theme}`]),
    ...(setUp.motion === 'auto' ? [] : [`motion=${setUp.motion}`]),
    ...(setUp.controls === 'full' ? [] : [`controls=${setUp.controls}`]),
    ...(setUp.hidden.length > 0 ? [`hide=${setUp.hidden.join(',')}`] : []),
    ...writeLocks(simulation, setUp),
    ...(setUp.challenge === null ? [] : [`challenge=${encodeURIComponent(setUp.challenge)}`]),
    ...(setUp.plays ? ['run=1'] : []),
  ].join('&');
  const { run, moment, vs } = setUp;
  const written = writeRunLink(simulation, run, {
    ...(moment && { moment }),
    vs,
    around: around + (more === '' ? 0 : more.length + 1),
  });
  if ('problem' in written || more === '') return written;
  return { query: `${written.query}&${more}` };
}

/** Every name that can be locked: fields by their short names, acts, the seed and the scenario. */
export function lockable(simulation: AnySimulation): string[] {
  const fields = Object.values(fieldsOf(simulation)).map(({ short }) => short);
  return [...fields, ...Object.keys(simulation.inputs), 'seed', 'scenario'];
}

/** The seed that a challenge is judged with; null where any will do: none is set, or many seeds judge it. */
export function judgedSeed(simulation: AnySimulation, challenge: string | null): number | null {
  const asked = simulation.challenges.find(({ id }) => id === challenge);
  return !asked || asked.over ? null : startOf(simulation, asked).seed;
}

function readChallenge(simulation: AnySimulation, asked: string | null, notices: Notices): string | null {
  if (asked === null) return null;
  if (simulation.challenges.some(({ id }) => id === asked)) return asked;
  const there = simulation.challenges.map(({ id }) => id).join(', ') || 'none';
  notices.add(`There is no challenge "${clip(asked)}" here, so none is set. There are: ${there}.`);
  return null;
}

/** Locks by the names of fields and acts; with 'all' among them, everything. What an act would move is not to be moved by that act either. */
export function lockOf(
  { fields, inputs }: AnySimulation,
  names: readonly string[],
): Pick<SetUp, 'locked' | 'locksAll'> {
  if (names.includes('all'))
    return { locked: [...Object.keys(fields), ...Object.keys(inputs), 'seed', 'scenario'], locksAll: true };
  const moving = Object.entries(inputs).filter(([, { moves = [] }]) => moves.some((name) => names.includes(name)));
  return { locked: [...new Set([...names, ...moving.map(([act]) => act)])], locksAll: false };
}

function readLocks(
  simulation: AnySimulation,
  asked: string | null,
  notices: Notices,
): Pick<SetUp, 'locked' | 'locksAll'> {
  const fields = Object.entries(fieldsOf(simulation));
  const given = listOf(asked);
  if (given.includes('all')) return lockOf(simulation, ['all']);
  const locked = new Set<string>();
  for (const each of given) {
    const field = fields.find(([, { short }]) => short === each)?.[0];
    if (field !== undefined) locked.add(field);
    else if (each === 'seed' || each === 'scenario' || Object.hasOwn(simulation.inputs, each)) locked.add(each);
    else
      notices.add(
        `"${clip(each)}" cannot be locked, so it is left open. There are: ${lockable(simulation).join(', ')}, all.`,
      );
  }
  return lockOf(simulation, [...locked]);
}

function writeLocks(simulation: AnySimulation, { locked, locksAll }: Pick<SetUp, 'locked' | 'locksAll'>): string[] {
  if (locksAll) return ['lock=all'];
  const fields = fieldsOf(simulation);
  const names = locked.map((name) => fields[name]?.short ?? name);
  return names.length > 0 ? [`lock=${names.join(',')}`] : [];
}

function readHidden(params: URLSearchParams, notices: Notices): Part[] {
  const named = (name: 'show' | 'hide'): Part[] | null => {
    const asked = params.get(name);
    if (asked === null) return null;
    const given = listOf(asked);
    for (const each of given)
      if (!parts.some((part) => part === each))
        notices.add(`There is no part "${clip(each)}" to ${name}. There are: ${parts.join(', ')}.`);
    return parts.filter((part) => given.includes(part));
  };
  const [shown, hidden] = [named('show'), named('hide') ?? []];
  const left = parts.filter((part) => (shown ?? parts).includes(part) && !hidden.includes(part));
  if (left.length > 0) return parts.filter((part) => !left.includes(part));
  notices.add('With these parts hidden nothing would be left to see, so all of them are shown.');
  return [];
}

function readOption<Option extends string>(
  name: string,
  asked: string | null,
  options: readonly Option[],
  usual: Option,
  notices: Notices,
): Option {
  const found = options.find((option) => option === asked);
  if (asked !== null && found === undefined)
    notices.add(`${name} can be ${options.join(', ')}, not "${clip(asked)}"; ${usual} is used.`);
  return found ?? usual;
}

/** The longest list that is read. */
const LONGEST_LIST = 2000;

function listOf(text: string | null): string[] {
  return [...new Set((text ?? '').slice(0, LONGEST_LIST).split(',').filter(Boolean))];
}
