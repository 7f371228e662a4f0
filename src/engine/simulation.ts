/**
 * The contract between a simulation and everything that runs, draws, links, tests or grades it.
 *
 * A run is (simulation, scenario, changed fields, seed, timed inputs). State is a pure function of a
 * run and a moment, so play, scrub, share, compare and grade are all the same act: run again.
 */

/** What a field, a parameter of an input, or a part of a fact may hold. */
export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

interface Declared {
  /** As on screen, in sentence case: "Mirror share". */
  label: string;
  /** One sentence for the learner: what changes when this does. */
  help: string;
}
export interface NumberField extends Declared {
  kind: 'number';
  /** Standard symbol, or '' for a plain count. The unit 'share' is kept as 0 to 1 and shown in per cent. */
  unit: string;
  min: number;
  max: number;
  step: number;
  default: number;
}
export interface ChoiceField<Option extends string = string> extends Declared {
  kind: 'choice';
  /** Option to its label, in the order shown. */
  options: Readonly<Record<Option, string>>;
  default: Option;
}
export interface SwitchField extends Declared {
  kind: 'switch';
  /** What the two positions are called: "dark", "visible". */
  off: string;
  on: string;
  default: boolean;
}

type Kind<Held> = [Held] extends [boolean]
  ? SwitchField
  : [Held] extends [number]
    ? NumberField
    : [Held] extends [string]
      ? ChoiceField<Held>
      : NumberField | ChoiceField | SwitchField;

/** How a field is known outside the model: in links, and whether it may change while a run goes on. */
export interface Placed {
  /** Name in a run link: short, lower case, unique in its simulation, none of the reserved names. */
  short: string;
  /** A 'start' field makes a new run; a 'live' field is changed at a moment of the run. */
  when: 'start' | 'live';
  /** It changes who comes, when, or wanting what. Every other field leaves the traffic of a seed as it is. */
  traffic?: true;
}
export type Field = (NumberField | ChoiceField | SwitchField) & Placed;
/** A parameter of an input is declared like a field, but lives and dies with its input. */
export type Parameter = NumberField | ChoiceField | SwitchField;

export type Fields<Config> = { readonly [Name in keyof Config]: Kind<Config[Name]> & Placed };

/** Acts that are not fields: crash, insert, hold. */
export interface InputInfo {
  label: string;
  help: string;
  parameters: Readonly<Record<string, Parameter>>;
  /** Fields whose place or value it changes in its own way: where one of them is locked, so is this. */
  moves?: readonly string[];
}

/**
 * An address in a run: `k` events have been applied at that microsecond. Without `k`, all of them
 * have. Several facts may share a microsecond, so time alone is not an address.
 */
export interface Moment {
  timeUs: number;
  k?: number;
}

/** The engine's own input: a live field takes a new value. */
export interface FieldSet {
  set: string;
  value: Value;
}
export type TypedInput = { readonly type: string } & Values;
export type RunInput<Input = TypedInput> = FieldSet | Input;
export interface TimedInput<Input = TypedInput> {
  at: Moment;
  input: RunInput<Input>;
}

/** Facts hold integers, strings and booleans only, so that a log is equal to the letter in every engine. */
export type TypedFact = { readonly type: string } & Values;

/** All a model may know of the world. There is no cancel: an event names what it belongs to and is ignored when stale. */
export interface Sim<Event, Fact> {
  readonly nowMs: number;
  /** A number in [0, 1) that depends on seed, stream and key alone. The key is the entity's number (a whole number, zero or more), never a count of draws. */
  random(stream: string, key: number): number;
  /** Throws when `delayMs` is negative or not a number. */
  schedule(delayMs: number, event: Event): void;
  log(fact: Fact): void;
}

export type Mark = 'live' | 'dark' | 'harm' | 'good' | 'wait' | 'you';

export interface FactInfo<Fact> {
  /**
   * Tells of the traffic itself: who came, when, wanting what. Such facts are the same to the letter in
   * every run of one seed, whatever is chosen; comparing two runs rests on that, and a test proves it.
   */
  traffic?: true;
  /** Stepping moves from one 'story' fact to the next; 'detail' is in the log only. */
  weight: 'story' | 'detail';
  mark: Mark;
  /** One sentence, past or present tense, with its units. */
  say(fact: Fact): string;
}
export type Facts<Fact extends { type: string }> = {
  readonly [Type in Fact['type']]: FactInfo<Extract<Fact, { type: Type }>>;
};

export interface MeasureInfo {
  label: string;
  /** As in NumberField. */
  unit: string;
  decimals: number;
  better: 'more' | 'less' | null;
}
/** null where nothing can be said yet. */
export type Measures<Name extends string = string> = Readonly<Record<Name, number | null>>;

/** A pause the author wants: it names what happens, never when, because a new seed would make a time lie. */
export interface Cue<Fact = TypedFact> {
  id: string;
  /** One line. */
  say: string;
  /** Exactly one of the two. */
  onFact?(fact: Fact): boolean;
  onMeasures?(measures: Measures): boolean;
}

export interface Scenario<Config = Values, Input = TypedInput, Fact = TypedFact> {
  title: string;
  /** What differs from the fields' defaults; as little as possible. */
  config: Partial<Config>;
  inputs: readonly TimedInput<Input>[];
  /** Chosen for what it shows. */
  seed: number;
  untilMs: number;
  /** Model milliseconds that pass in one second of watching, at normal speed. */
  pace: number;
  cues: readonly Cue<Fact>[];
}

/** One thing a challenge asks for: a measure at the end of the run, within these bounds. */
export interface Goal<MeasureName extends string = string> {
  measure: MeasureName;
  atMost?: number;
  atLeast?: number;
}

/** What the learner changes and does, as an answer to a challenge. */
export interface Answer<Config = Values, Input = TypedInput> {
  changed?: Partial<Config>;
  inputs: readonly TimedInput<Input>[];
}

export interface Challenge<Config = Values, Input = TypedInput, MeasureName extends string = string> {
  id: string;
  scenario: string;
  /** One sentence, shown to the learner. */
  say: string;
  /** All of them must be met at the end of the run. */
  goals: readonly Goal<MeasureName>[];
  /** Where chance decides: so many of these seeds (1, 2, 3 …) must meet the goals. Without it the scenario's own seed must. */
  over?: { seeds: number; wins: number };
  /** How few acts and changed fields are known to do it. */
  par: number;
  hint: string;
  solution: Answer<Config, Input>;
}

/** What theory expects of a measure at a moment of a run of that scenario in which nobody acts; null where it says nothing. */
export type Theory<Config = Values> = {
  expects(config: Config, nowMs: number, scenario: string): number | null;
}['expects'];

/** True in every state a run can reach. (Written as a method so that a list of simulations can be typed.) */
export type Invariant<State, Config> = { holds(state: State, config: Config): boolean }['holds'];

export interface Simulation<
  Config extends Values = Values,
  State = unknown,
  Event = unknown,
  Input extends { readonly type: string } = TypedInput,
  Fact extends { readonly type: string } = TypedFact,
  MeasureName extends string = string,
> {
  /** Folder name under src/sims. */
  id: string;
  title: string;
  /** Raised when the same run would tell another story. */
  version: number;
  fields: Fields<Config>;
  inputs: Readonly<Record<Input['type'], InputInfo>>;
  measures: Readonly<Record<MeasureName, MeasureInfo>>;
  facts: Facts<Fact>;
  scenarios: Readonly<Record<string, Scenario<Config, Input, Fact>>>;
  challenges: readonly Challenge<Config, Input, MeasureName>[];
  /** A formula for a measure, where there is one: the thin line in charts. A test holds the mean of many seeds to it. */
  theory?: { readonly [Name in MeasureName]?: Theory<Config> };
  invariants: Readonly<Record<string, Invariant<State, Config>>>;
  /** How a time is written for people: "50 ms", "Mon 09:15", "11:59:58". */
  timeLabel(nowMs: number, config: Config): string;
  start(config: Config, sim: Sim<Event, Fact>): State;
  step(state: State, event: Event, config: Config, sim: Sim<Event, Fact>): State;
  accept(state: State, input: Input, config: Config, sim: Sim<Event, Fact>): State;
  measure(state: State, config: Config, nowMs: number): Measures<MeasureName>;
  /** Whether nothing is to be seen moving: playing leaps over such a time to what happens next, or to the end. */
  isSilent?(state: State): boolean;
  /** What is on screen now, in whole sentences, quality before quantity. */
  describe(state: State, config: Config, nowMs: number): string;
}

/** A run is all it takes to see the same thing again. */
export interface Run {
  scenario: string;
  seed: number;
  /** Fields that differ from the scenario's, from the first moment on. */
  changed: Values;
  /** In the order given; the scenario's own come first. */
  inputs: readonly TimedInput[];
}
