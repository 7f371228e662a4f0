/**
 * A run and a moment as the query string of an address, and back.
 *
 *   lab=slide&v=1&scenario=headquarters&seed=7&mirror=50&vs.mirror=0&in=1200:mirror:100;5000~2:crash&t=12345.678~1
 *
 * `t` and the moments of `in` are milliseconds with three decimals, `~k` when only k events of that
 * microsecond are applied. `in` holds inputs parted by `;`, each `moment:name:value…` with a live
 * field's short name or an act's name and its parameters in the order declared. `vs.` names what
 * differs in the run it is compared with. One codec serves lessons, embeds and LMS state.
 *
 * Reading never throws: the nearest run that exists is opened, and each thing that could not be used as
 * written becomes one sentence: what it was, what is allowed, and what is used instead.
 */
import { fieldsOf, writeField, type AnySimulation } from './fields.ts';
import { formatNumber } from './format-number.ts';
import { clip, momentExample, Notices, readActs, readFields, readMoment, writeMoment } from './link-parts.ts';
import { compareMoments } from './log.ts';
import { isFieldSet } from './machine.ts';
import { baseConfig, scenarioOf } from './run.ts';
import type { Field, Moment, Run, RunInput, TimedInput, Value, Values } from './simulation.ts';

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
/** Longest address that is sure to survive every host, mail and chat program we know. */
export const longestLink = 2000;
/** Most names of a link that are looked at. */
const MOST_NAMES = 200;

export interface LinkedRun {
  run: Run;
  /** null when the link names no moment. */
  moment: Moment | null;
  /** Fields in which the compared run differs, from its first moment on; empty when the link compares nothing. */
  vs: Values;
  /** A sentence for each part that could not be used as it stands. */
  notices: readonly string[];
}

interface LinkOptions {
  lab?: string;
  moment?: Moment;
  vs?: Values;
  /** How many characters of the address stand before and after the query. */
  around?: number;
}

/** The query string without '?'. A problem when the run does not fit in a link. */
export function writeRunLink(
  simulation: AnySimulation,
  run: Run,
  options: LinkOptions = {},
): { query: string } | { problem: string } {
  const [before, after] = frame(simulation, run, options);
  const acts = run.inputs.map((input) => writeInput(simulation, input));
  const query = [...before, ...(acts.length > 0 ? [`in=${acts.join(';')}`] : []), ...after].join('&');
  const most = longestLink - (options.around ?? 0);
  if (query.length <= most) return { query };
  const holds = `A link holds ${formatNumber(longestLink, '', 0)} characters`;
  let length = [...before, ...after].join('&').length;
  if (length > most) return { problem: `${holds}, and this run has more even without your acts.` };
  length += '&in='.length - 1;
  const fitting = acts.findIndex((act) => (length += act.length + 1) > most);
  return {
    problem: `${holds}: the first ${fitting} of your ${acts.length} acts. Undo the last ${acts.length - fitting} to share this run.`,
  };
}

/** What stands before the acts, and what after. */
function frame(simulation: AnySimulation, run: Run, { lab, moment, vs = {} }: LinkOptions): [string[], string[]] {
  const before = [`v=${simulation.version}`, `scenario=${text(run.scenario)}`, `seed=${run.seed}`];
  if (lab !== undefined) before.unshift(`lab=${text(lab)}`);
  before.push(...writeFields(simulation, run.changed, ''), ...writeFields(simulation, vs, 'vs.'));
  return [before, moment ? [`t=${writeMoment(moment)}`] : []];
}

function writeFields(simulation: AnySimulation, values: Values, prefix: string): string[] {
  return Object.entries(fieldsOf(simulation))
    .filter(([name]) => Object.hasOwn(values, name))
    .map(([name, { short }]) => `${prefix}${short}=${text(writeField(values[name]!))}`);
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

function text(value: string): string {
  return encodeURIComponent(value);
}

/** The run a link asks for, as far as it can be had; `fallback` is the scenario where the link names none. */
export function readRunLink(simulation: AnySimulation, params: URLSearchParams, fallback: string): LinkedRun {
  const notices = new Notices();
  readVersion(simulation, params.get('v'), notices);
  const scenario = readScenario(simulation, params.get('scenario'), fallback, notices);
  const seed = readSeed(simulation, scenario, params.get('seed'), notices);
  const usual = baseConfig(simulation, { scenario, seed, changed: {}, inputs: [] });
  const changed = readFields(simulation, params, '', usual, notices);
  const vs = readFields(simulation, params, 'vs.', { ...usual, ...changed }, notices);
  tellUnknown(simulation, params, notices);
  tellTwice(simulation, params, notices);
  const untilUs = Math.round(scenarioOf(simulation, scenario).untilMs * 1000);
  const inputs = readActs(simulation, params.get('in') ?? '', untilUs, notices);
  const moment = readTime(params.get('t'), untilUs, notices);
  inputs.sort((a, b) => compareMoments(a.at, b.at));
  return { run: { scenario, seed, changed, inputs }, moment, vs, notices: notices.all };
}

function readVersion(simulation: AnySimulation, made: string | null, notices: Notices): void {
  const today = simulation.version;
  if (made === null || made === String(today)) return;
  notices.add(
    `This link was made with version ${clip(made)} of the model. It is replayed with version ${today}, and may end differently.`,
  );
}

/** A notice names at most so many scenarios. */
const MOST_NAMED = 12;

function readScenario(simulation: AnySimulation, asked: string | null, fallback: string, notices: Notices): string {
  if (asked === null || Object.hasOwn(simulation.scenarios, asked)) return asked ?? fallback;
  const names = Object.keys(simulation.scenarios);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  notices.add(
    `There is no scenario "${clip(asked)}" here; "${fallback}" is shown. There are: ${names.slice(0, MOST_NAMED).join(', ')}${more}.`,
  );
  return fallback;
}

function readSeed(simulation: AnySimulation, scenario: string, asked: string | null, notices: Notices): number {
  const usual = scenarioOf(simulation, scenario).seed;
  if (asked === null) return usual;
  if (/^\d{1,10}$/.test(asked) && Number(asked) < 2 ** 32) return Number(asked);
  notices.add(`A seed is a whole number from 0 to 4294967295, not "${clip(asked)}"; ${usual} is used.`);
  return usual;
}

function readTime(asked: string | null, untilUs: number, notices: Notices): Moment | null {
  if (asked === null) return null;
  const moment = readMoment(asked);
  if (moment === null) notices.add(`"${clip(asked)}" is not a moment such as ${momentExample}; the start is shown.`);
  if (moment === null || moment.timeUs <= untilUs) return moment;
  notices.add(`The run is over by "${clip(asked)}"; its end is shown.`);
  return { timeUs: untilUs };
}

function tellUnknown(simulation: AnySimulation, params: URLSearchParams, notices: Notices): void {
  const shorts = Object.values(fieldsOf(simulation)).map(({ short }) => short);
  const known = new Set([...reservedNames, ...shorts, ...shorts.map((short) => `vs.${short}`)]);
  for (const name of [...new Set(params.keys())].slice(0, MOST_NAMES)) {
    if (!known.has(name) && !name.startsWith('x.'))
      notices.add(`The link says "${clip(name)}", which is unknown here and was left out.`);
  }
}

/** Of a name that is given twice the first is read, as everywhere on the web. */
function tellTwice(simulation: AnySimulation, params: URLSearchParams, notices: Notices): void {
  const shorts = Object.values(fieldsOf(simulation)).map(({ short }) => short);
  for (const name of ['scenario', 'seed', 'in', 't', ...shorts, ...shorts.map((short) => `vs.${short}`)]) {
    const [first = '', ...more] = params.getAll(name);
    if (more.length > 0) notices.add(`The link says "${name}" more than once; the first, "${clip(first)}", is read.`);
  }
}
