/**
 * A run without a browser, from words: what the `sim` command does, apart from reading argv.
 *
 * Every name and value is checked before anything runs; a wrong one is refused with what is allowed.
 */
import { allowed, checkValue, fieldsOf, formatField, isLive, type AnySimulation } from '../engine/fields.ts';
import { formatNumber } from '../engine/format-number.ts';
import { baseConfig, openRun } from '../engine/run.ts';
import type { Moment, RunInput, TimedInput, TypedInput, Value, Values } from '../engine/simulation.ts';
import { Timeline } from '../engine/timeline.ts';
import { oneOf, readSettings, Refusal } from './command-line.ts';

export interface Asked {
  scenario?: string;
  seed?: string;
  set: readonly string[];
  input: readonly string[];
  until?: string;
}

export type Form = 'text' | 'json' | 'log' | 'csv';

/** A scenario may have 20,000 events; a longer `--until` may go further, but not for ever. */
const mostEvents = 5_000_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readMoment(at: unknown, text: string): Moment {
  if (typeof at === 'number' && at >= 0) return { timeUs: Math.round(at * 1000) };
  if (isObject(at)) {
    const { timeUs, k } = at;
    const whole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
    if (whole(timeUs) && (k === undefined || whole(k))) return k === undefined ? { timeUs } : { timeUs, k };
  }
  throw new Refusal(`--input needs "at": milliseconds from 0, or {"timeUs": 1200000, "k": 1}; got ${text}.`);
}

function readAct(simulation: AnySimulation, parts: Record<string, unknown>): RunInput {
  if ('set' in parts) {
    const fields = fieldsOf(simulation);
    const live = Object.keys(fields).filter((name) => isLive(fields[name]!));
    const set = oneOf(`live field of ${simulation.id}`, String(parts['set']), live);
    const checked = checkValue(set, fields[set]!, parts['value']);
    if ('problem' in checked) throw new Refusal(checked.problem);
    return { set, value: checked.value };
  }
  const acts = simulation.inputs as AnySimulation['inputs'];
  const type = oneOf(`input of ${simulation.id}`, String(parts['type']), Object.keys(acts));
  const { parameters } = acts[type]!;
  const { type: _, ...given } = parts;
  for (const name of Object.keys(given)) oneOf(`parameter of the input ${type}`, name, Object.keys(parameters));
  const values = Object.entries(parameters).map(([name, parameter]): [string, Value] => {
    const checked = checkValue(name, parameter, given[name] ?? parameter.default);
    if ('problem' in checked) throw new Refusal(checked.problem);
    return [name, checked.value];
  });
  return { ...Object.fromEntries(values), type } as TypedInput;
}

/** `{"at": 1200, "set": "mirrorShare", "value": 0.5}` or `{"at": 1200, "type": "insert", ...}` as an input of a run. */
export function readTimedInput(simulation: AnySimulation, text: string): TimedInput {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refusal(`--input takes JSON such as {"at": 1200, "type": "..."}, got ${text}`);
  }
  if (!isObject(parsed)) throw new Refusal(`--input takes an object such as {"at": 1200, "type": "..."}, got ${text}`);
  const { at, input, ...parts } = parsed;
  return { at: readMoment(at, text), input: readAct(simulation, isObject(input) ? input : parts) };
}

function wholeNumber(option: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new Refusal(`--${option} takes a whole number from 0 to ${most}, got "${text}".`);
}

/** The run that was asked for, played to its end. */
export function playAsked(simulation: AnySimulation, asked: Asked): Timeline {
  const names = Object.keys(simulation.scenarios);
  const scenario = oneOf(`scenario of ${simulation.id}`, asked.scenario ?? names[0]!, names);
  const until = asked.until;
  if (until !== undefined && !(/^\d+(\.\d+)?$/.test(until) && Number(until) > 0)) {
    throw new Refusal(`--until takes milliseconds above 0, got "${until}".`);
  }
  const untilMs = until === undefined ? simulation.scenarios[scenario]!.untilMs : Number(until);
  const horizon = { ...simulation.scenarios, [scenario]: { ...simulation.scenarios[scenario]!, untilMs } };
  const run = openRun(simulation, scenario, {
    seed: asked.seed === undefined ? undefined : wholeNumber('seed', asked.seed, 2 ** 32 - 1),
    changed: readSettings(simulation, asked.set),
    inputs: asked.input.map((text) => readTimedInput(simulation, text)),
  });
  const timeline = new Timeline({ ...simulation, scenarios: horizon }, run);
  if (!timeline.runFor(mostEvents)) {
    throw new Refusal(`The run has more than ${mostEvents} events before ${untilMs} ms. Choose an earlier --until.`);
  }
  return timeline;
}

function asText({ simulation, run, untilUs, end, events }: Timeline): string {
  const measures = Object.entries(simulation.measures).map(([name, { label, unit, decimals }]) => {
    const value = end.measures[name];
    return `  ${label}: ${value === null || value === undefined ? 'nothing to say yet' : formatNumber(value, unit, decimals)}`;
  });
  return [
    `${simulation.title}: ${simulation.scenarios[run.scenario]!.title} (${run.scenario}), seed ${run.seed}, ${untilUs / 1000} ms, ${events} events`,
    ...measures,
    simulation.describe(end.state, end.config, end.nowMs),
  ].join('\n');
}

function asJson(timeline: Timeline): string {
  const { simulation, run, untilUs, end, events } = timeline;
  return JSON.stringify({
    sim: simulation.id,
    version: simulation.version,
    scenario: run.scenario,
    seed: run.seed,
    config: baseConfig(simulation, run),
    untilMs: untilUs / 1000,
    measures: end.measures,
    logHash: timeline.hash(),
    events,
  });
}

function sentences({
  simulation,
  log,
  end,
}: Timeline): { time: string; sentence: string; fact: Values & { type: string } }[] {
  return log.map(({ timeUs, fact }) => ({
    time: simulation.timeLabel(timeUs / 1000, end.config),
    sentence: simulation.facts[fact.type]!.say(fact),
    fact,
  }));
}

/** One row for each fact; a column for each part that any fact has. */
function asCsv(timeline: Timeline): string {
  const rows = sentences(timeline);
  const parts = [...new Set(rows.flatMap(({ fact }) => Object.keys(fact)))].filter((part) => part !== 'type');
  const cell = (value: Value): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const lines = rows.map(({ fact, sentence }, i) => {
    const { timeUs, k } = timeline.log[i]!;
    return [timeUs / 1000, k, fact.type, ...parts.map((part) => fact[part] ?? ''), sentence].map(cell).join(',');
  });
  return [['timeMs', 'k', 'type', ...parts, 'sentence'].join(','), ...lines].join('\n');
}

/** A played run in the form that was asked for. */
export function show(timeline: Timeline, form: Form): string {
  switch (form) {
    case 'text':
      return asText(timeline);
    case 'json':
      return asJson(timeline);
    case 'csv':
      return asCsv(timeline);
    case 'log':
      return sentences(timeline)
        .map(({ time, sentence }) => `${time}  ${sentence}`)
        .join('\n');
  }
}

/** What may be said to the `sim` command about a simulation. */
export function listing(simulation: AnySimulation): string {
  const row = (name: string, text: string): string => `    ${name}: ${text}`;
  const fields = Object.entries(fieldsOf(simulation)).map(([name, field]) =>
    row(name, `${field.label}, ${allowed(field)}, usually ${formatField(field, field.default)}, ${field.when}`),
  );
  const inputs = Object.entries(simulation.inputs as AnySimulation['inputs']).map(([type, { label, parameters }]) => {
    const takes = Object.entries(parameters).map(([name, parameter]) => `${name}: ${allowed(parameter)}`);
    return row(type, takes.length === 0 ? label : `${label} (${takes.join('; ')})`);
  });
  const measures = Object.entries(simulation.measures).map(([name, { label, unit }]) =>
    row(name, unit === '' ? label : `${label}, ${unit === 'share' ? 'a share from 0 to 1' : unit}`),
  );
  const scenarios = Object.entries(simulation.scenarios).map(([name, { title, untilMs, seed }]) =>
    row(name, `${title}, ${untilMs} ms, seed ${seed}`),
  );
  const part = (title: string, rows: string[]): string[] => (rows.length === 0 ? [] : [`  ${title}`, ...rows]);
  return [
    `${simulation.id}: ${simulation.title} (version ${simulation.version})`,
    ...part('scenarios', scenarios),
    ...part('fields', fields),
    ...part('inputs', inputs),
    ...part('measures', measures),
  ].join('\n');
}
