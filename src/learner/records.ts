/**
 * What stays in the learner's browser: the format, version 1.
 *
 * One localStorage entry per record, so that two open tabs never overwrite each other's work:
 *
 *   daybreak:<base>:v1:<kind>:<lesson>:<id>  =  { "on": <day>, "value": <anything JSON can hold> }
 *
 * <base> is the path the site is served under ("/" or "/x/"): all project sites of one GitHub user share
 * one origin, and a key without it would reach into a neighbour's data. <day> is a whole number of days
 * since 1 January 1970 in the learner's own calendar; no time of day is kept.
 *
 *   kind         id                 value
 *   prediction   the prediction's   { lab, choice, key }: options by number, counted from 0; or
 *                                   { lab, number, key }: in the unit the question asks in; or
 *                                   { lab, points, key }: a curve, its values at equal steps from the start of
 *                                   the run to its end, null where nothing can be said
 *                                   `key` is what the model said; `sure`, where it was given, is 0 (a guess),
 *                                   1 (fairly) or 2 (certain). Values without `lab` or `sure` stay readable.
 *   challenge    the challenge's    { lab, tries, won }: tries that failed, and the fewest acts that won; null
 *                                   while not won
 *   answer       the question's     { choice } or { number }
 *   bench        the bench's        { extract, merge }: the two statements as the learner wrote them
 *   read         "lesson"           true
 *
 * Settings hold plain text:  daybreak:<base>:v1:setting:theme  =  "light" | "dark" (absent: the system's), and
 * daybreak:<base>:v1:setting:lab-<name>  for what a reader chose for all labs, such as the speed.
 *
 * A record that cannot be read is moved, as it is, to  daybreak:<base>:aside:<what followed the base>.
 * A version 2 reads v1 entries, writes its own and then removes them; it never writes v1.
 */
export type Kind = 'prediction' | 'challenge' | 'answer' | 'bench' | 'read';

/** What a record is about. */
export interface About {
  kind: Kind;
  lesson: string;
  id: string;
}
export interface Kept<Value = unknown> {
  on: number;
  value: Value;
}

const kinds: readonly string[] = ['prediction', 'challenge', 'answer', 'bench', 'read'] satisfies Kind[];

/** Every key of this site at this base starts with it, and no other site's does. */
export function ownPrefix(base: string): string {
  return `daybreak:${base.endsWith('/') ? base : `${base}/`}:`;
}

export function recordKey(base: string, { kind, lesson, id }: About): string {
  return `${ownPrefix(base)}v1:${kind}:${lesson}:${id}`;
}

export function settingKey(base: string, name: string): string {
  return `${ownPrefix(base)}v1:setting:${name}`;
}

/** Where an unreadable record is put; null when the key is not a record of ours. */
export function asideKey(base: string, key: string): string | null {
  const prefix = `${ownPrefix(base)}v1:`;
  return key.startsWith(prefix) ? `${ownPrefix(base)}aside:${key.slice(ownPrefix(base).length)}` : null;
}

/** null when the key is not a record of this site and base. */
export function readKey(base: string, key: string): About | null {
  const prefix = `${ownPrefix(base)}v1:`;
  if (!key.startsWith(prefix)) return null;
  const [kind, lesson, ...id] = key.slice(prefix.length).split(':');
  if (!kinds.includes(kind ?? '') || !lesson || id.length === 0) return null;
  return { kind: kind as Kind, lesson, id: id.join(':') };
}

/** null when the text is not a record: damaged, or written by something else. */
export function readRecord(text: string): Kept | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || !('on' in parsed) || !('value' in parsed)) return null;
  const { on, value } = parsed;
  return typeof on === 'number' && Number.isInteger(on) && on >= 0 ? { on, value } : null;
}

export function writeRecord(kept: Kept): string {
  return JSON.stringify({ on: kept.on, value: kept.value });
}
