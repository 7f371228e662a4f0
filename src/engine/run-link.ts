/**
 * A run and a moment as the query string of an address, and back.
 *
 *   lab=slide&v=1&scenario=headquarters&seed=7&mirror=50&in=1200:mirror:100;5000~2:crash&t=12345.678~1
 *
 * `t` and the moments of `in` are milliseconds with three decimals, `~k` when only k events of that
 * microsecond are applied. `in` holds inputs parted by `;`, each `moment:name:value…` with a live
 * field's short name or an act's name and its parameters in the order declared. One codec serves
 * lessons, embeds and LMS state.
 *
 * Reading never throws: what cannot be used is left out, and each such thing becomes one sentence.
 */
import { fieldsOf, isLive, readField, writeField, type AnySimulation } from './fields.ts';
import { isFieldSet } from './machine.ts';
import { scenarioOf } from './run.ts';
import type { Field, Moment, Run, RunInput, TimedInput, Value } from './simulation.ts';

/** Names no field may take: they belong to links and embeds (design of the public contract). */
export const reservedNames: readonly string[] = [
  'lab',
  'v',
  'scenario',
  'seed',
  'in',
  't',
  'vs',
  'x',
  'speed',
  'theme',
  'motion',
  'controls',
  'show',
  'hide',
  'lock',
  'challenge',
  'run',
];
/** Longest query string that is sure to survive every host, mail and chat program we know. */
export const longestLink = 2000;
/** Most inputs that are read from one link: more cannot fit in a link we would write. */
const MOST_INPUTS = 200;

export interface LinkedRun {
  run: Run;
  /** null when the link names no moment. */
  moment: Moment | null;
  /** One sentence for each part that could not be used as it stands. */
  notices: readonly string[];
}

/** The query string without '?'. A problem when the run does not fit in a link. */
export function writeRunLink(
  simulation: AnySimulation,
  run: Run,
  options: { lab?: string; moment?: Moment } = {},
): { query: string } | { problem: string } {
  const parts: string[] = [];
  if (options.lab !== undefined) parts.push(`lab=${text(options.lab)}`);
  parts.push(`v=${simulation.version}`, `scenario=${text(run.scenario)}`, `seed=${run.seed}`);
  for (const [name, field] of Object.entries(fieldsOf(simulation))) {
    const value = run.changed[name];
    if (value !== undefined) parts.push(`${field.short}=${text(writeField(value))}`);
  }
  if (run.inputs.length > 0) parts.push(`in=${run.inputs.map((input) => writeInput(simulation, input)).join(';')}`);
  if (options.moment) parts.push(`t=${writeMoment(options.moment)}`);
  const query = parts.join('&');
  if (query.length <= longestLink) return { query };
  return {
    problem: `This run has ${run.inputs.length} acts of yours, which is ${query.length} characters as a link; ${longestLink} fit. Undo some acts, or restart and do fewer.`,
  };
}

/** The run a link asks for, as far as it can be had; `fallback` is the scenario where the link names none. */
export function readRunLink(simulation: AnySimulation, params: URLSearchParams, fallback: string): LinkedRun {
  const notices: string[] = [];
  const scenario = readScenario(simulation, params, fallback, notices);
  const seed = readSeed(simulation, scenario, params, notices);
  const fields = fieldsOf(simulation);
  const changed: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = params.get(field.short);
    if (given === null) continue;
    const read = readField(field.short, field, given);
    if ('value' in read) changed[name] = read.value;
    else notices.push(`${read.problem} The usual value is used instead.`);
  }
  const known = new Set([...reservedNames, ...Object.values(fields).map(({ short }) => short)]);
  for (const name of new Set(params.keys())) {
    if (!known.has(name) && !/^(vs|x)\./.test(name))
      notices.push(`The link says "${clip(name)}", which is unknown here and was left out.`);
  }
  const version = params.get('v');
  if (version !== null && version !== String(simulation.version)) {
    notices.push('This link was made with another version of the model; it is replayed with today’s and may differ.');
  }
  const inputs = readInputs(simulation, params.get('in') ?? '', notices);
  return { run: { scenario, seed, changed, inputs }, moment: readTime(params.get('t'), notices), notices };
}

function readScenario(simulation: AnySimulation, params: URLSearchParams, fallback: string, notices: string[]): string {
  const asked = params.get('scenario');
  if (asked === null || Object.hasOwn(simulation.scenarios, asked)) return asked ?? fallback;
  notices.push(
    `There is no scenario "${clip(asked)}" here; "${fallback}" is shown. There are: ${Object.keys(simulation.scenarios).join(', ')}.`,
  );
  return fallback;
}

function readSeed(simulation: AnySimulation, scenario: string, params: URLSearchParams, notices: string[]): number {
  const asked = params.get('seed');
  const usual = scenarioOf(simulation, scenario).seed;
  if (asked === null) return usual;
  if (/^\d{1,10}$/.test(asked) && Number(asked) < 2 ** 32) return Number(asked);
  notices.push(`A seed is a whole number from 0 to 4294967295, not "${clip(asked)}"; ${usual} is used.`);
  return usual;
}

function readTime(asked: string | null, notices: string[]): Moment | null {
  if (asked === null) return null;
  const moment = readMoment(asked);
  if (moment === null) notices.push(`"${clip(asked)}" is not a moment such as 1200 or 1200.5~2; the start is shown.`);
  return moment;
}

function readInputs(simulation: AnySimulation, given: string, notices: string[]): TimedInput[] {
  const parts = given === '' ? [] : given.split(';');
  if (parts.length > MOST_INPUTS)
    notices.push(`The link holds ${parts.length} acts; the first ${MOST_INPUTS} are used.`);
  const inputs: TimedInput[] = [];
  for (const part of parts.slice(0, MOST_INPUTS)) {
    const read = readInput(simulation, part);
    if ('problem' in read) notices.push(read.problem);
    else inputs.push(read);
  }
  return inputs;
}

function readInput(simulation: AnySimulation, part: string): TimedInput | { problem: string } {
  const dropped = { problem: `The act "${clip(part)}" in the link is unknown here and was left out.` };
  const [time = '', name = '', ...values] = part.split(':');
  const at = readMoment(time);
  if (at === null) return dropped;
  const field = Object.entries(fieldsOf(simulation)).find(([, { short }]) => short === name);
  if (field) {
    const [fieldName, info] = field;
    const read = values.length === 1 && isLive(info) ? readField(name, info, values[0] ?? '') : dropped;
    return 'problem' in read ? read : { at, input: { set: fieldName, value: read.value } };
  }
  const info = Object.hasOwn(simulation.inputs, name) ? simulation.inputs[name] : undefined;
  if (!info) return dropped;
  const parameters = Object.entries(info.parameters);
  if (parameters.length !== values.length) return dropped;
  const act: Record<string, Value> = {};
  for (const [i, [parameter, declared]] of parameters.entries()) {
    const read = readField(parameter, declared, values[i] ?? '');
    if ('problem' in read) return read;
    act[parameter] = read.value;
  }
  return { at, input: { ...act, type: name } };
}

function writeInput(simulation: AnySimulation, { at, input }: TimedInput): string {
  return [writeMoment(at), ...nameAndValues(simulation, input)].join(':');
}

function nameAndValues(simulation: AnySimulation, input: RunInput): string[] {
  if (isFieldSet(input)) {
    const field = fieldsOf(simulation)[input.set] as Field;
    return [field.short, text(writeField(input.value))];
  }
  const parameters = Object.keys(simulation.inputs[input.type]?.parameters ?? {});
  return [input.type, ...parameters.map((name) => text(writeField(input[name] as Value)))];
}

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

function text(value: string): string {
  return encodeURIComponent(value);
}

/** What a stranger wrote is quoted back only in part, as text. */
function clip(given: string): string {
  return given.length > 40 ? `${given.slice(0, 40)}…` : given;
}
