/**
 * The parts of a run link, read with a stranger's hand in mind: what fits is used, what is out of range
 * becomes the nearest that is allowed, what means nothing is left out, and each time a sentence says so.
 */
import { allowed, fieldsOf, formatField, isLive, readField, toStep, type AnySimulation } from './fields.ts';
import { formatNumber } from './format-number.ts';
import type { Field, Moment, Parameter, TimedInput, TypedInput, Value, Values } from './simulation.ts';

/** More sentences than this are a flood; the rest is counted. */
const MOST_NOTICES = 12;
/** Most acts that are read: an act takes six characters at least, so no link that we would write holds more. */
const MOST_ACTS = 400;
/** Of a list that a stranger wrote, so many characters are looked at. */
const LONGEST_LIST = 20_000;

/** Sentences for the reader of a link; of a flood the first ones and a count. */
export class Notices {
  private readonly said: string[] = [];
  private more = 0;

  add(notice: string): void {
    if (this.said.length < MOST_NOTICES) this.said.push(notice);
    else this.more += 1;
  }

  get all(): readonly string[] {
    const { said, more } = this;
    if (more === 0) return said;
    return [...said, `${more} more ${more === 1 ? 'part' : 'parts'} of the link could not be used as written.`];
  }
}

/** The values of fields named in a link as `<prefix><short name>`; `usual` says what counts where a value cannot be used. */
export function readFields(
  simulation: AnySimulation,
  params: URLSearchParams,
  prefix: string,
  usual: Values,
  notices: Notices,
): Values {
  const read: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fieldsOf(simulation))) {
    const given = params.get(prefix + field.short);
    if (given === null) continue;
    const value = readNearest(field, given, notices);
    if (value !== null) read[name] = value;
    else notices.add(`${cannotBe(field, given)} “${formatField(field, usual[name]!)}” is used instead.`);
  }
  return read;
}

/** The acts of a link, in the order they apply. `untilUs` is where the run ends. */
export function readActs(simulation: AnySimulation, given: string, untilUs: number, notices: Notices): TimedInput[] {
  const parts = given === '' ? [] : given.slice(0, LONGEST_LIST).split(';');
  if (given.length > LONGEST_LIST) {
    // Cut off in its middle, an act may still read like one.
    parts.pop();
    notices.add(
      `The acts in the link take more than ${formatNumber(LONGEST_LIST, '', 0)} characters; what comes after them is left out.`,
    );
  }
  if (parts.length > MOST_ACTS)
    notices.add(`The link holds more than ${MOST_ACTS} acts; the first ${MOST_ACTS} are used.`);
  const acts: TimedInput[] = [];
  for (const part of parts.slice(0, MOST_ACTS)) {
    const read = readAct(simulation, part, untilUs, notices);
    if ('reason' in read) notices.add(`The act "${clip(part)}" in the link was left out: ${read.reason}.`);
    else acts.push(read);
  }
  return acts;
}

function readAct(
  simulation: AnySimulation,
  part: string,
  untilUs: number,
  notices: Notices,
): TimedInput | { reason: string } {
  const [time = '', name = '', ...given] = part.split(':');
  const at = readMoment(time);
  if (at === null) return { reason: `it has no moment such as ${momentExample}` };
  if (at.timeUs > untilUs) return { reason: 'the run is over by then' };
  const field = Object.entries(fieldsOf(simulation)).find(([, { short }]) => short === name);
  if (field) return readFieldSet(field, at, given, notices);
  const info = Object.hasOwn(simulation.inputs, name) ? simulation.inputs[name] : undefined;
  if (!info) return { reason: `there is no "${clip(name)}" here, only ${actNames(simulation)}` };
  const parameters = Object.entries(info.parameters);
  if (parameters.length !== given.length) {
    return { reason: `after its moment it is written ${[name, ...Object.keys(info.parameters)].join(':')}` };
  }
  const input: Record<string, Value> = {};
  for (const [i, [parameter, declared]] of parameters.entries()) {
    const value = readNearest(declared, given[i]!, notices);
    if (value === null) return { reason: `${declared.label} takes ${allowed(declared)}` };
    input[parameter] = value;
  }
  return { at, input: { ...input, type: name } as TypedInput };
}

function readFieldSet(
  [name, field]: [string, Field],
  at: Moment,
  given: readonly string[],
  notices: Notices,
): TimedInput | { reason: string } {
  if (!isLive(field)) return { reason: `${field.label} cannot be changed while a run goes on` };
  const value = given.length === 1 ? readNearest(field, given[0]!, notices) : null;
  return value === null ? { reason: `${field.label} takes ${allowed(field)}` } : { at, input: { set: name, value } };
}

function actNames(simulation: AnySimulation): string {
  const live = Object.values(fieldsOf(simulation)).filter(isLive);
  return [...live.map(({ short }) => short), ...Object.keys(simulation.inputs)].join(', ');
}

/** The value, or the nearest one allowed and a sentence about it; null where there is none. */
function readNearest(field: Parameter, given: string, notices: Notices): Value | null {
  const read = readField(field.label, field, given);
  if ('value' in read) return read.value;
  if (field.kind !== 'number' || !/^-?\d+(\.\d+)?$/.test(given)) return null;
  const nearest = toStep(field, Math.min(field.max, Math.max(field.min, Number(given))));
  notices.add(`${cannotBe(field, given)} “${formatField(field, nearest)}” is used instead.`);
  return nearest;
}

function cannotBe(field: Parameter, given: string): string {
  return `${field.label} cannot be "${clip(given)}": it takes ${allowed(field)}.`;
}

/** What a moment in a link looks like, for sentences. */
export const momentExample = '1200 or 1200.5~2';

/** "1200.5" or "1200.5~2". */
export function writeMoment({ timeUs, k }: Moment): string {
  return k === undefined ? String(timeUs / 1000) : `${timeUs / 1000}~${k}`;
}

/** null when the text is not a moment. */
export function readMoment(given: string): Moment | null {
  const match = /^(\d{1,12}(?:\.\d{1,3})?)(?:~(\d{1,6}))?$/.exec(given);
  if (!match) return null;
  const timeUs = Math.round(Number(match[1]) * 1000);
  return match[2] === undefined ? { timeUs } : { timeUs, k: Number(match[2]) };
}

/** What a stranger wrote is quoted back only in part, as text, and without marks that would turn or break the line. */
export function clip(given: string): string {
  const shown = given.slice(0, 40).replace(/\p{C}/gu, '·');
  return given.length > 40 ? `${shown}…` : shown;
}
