/** Makes frames of a player. Lists that did not change are the same objects again, so that they are not drawn again. */
import { fieldsOf, formatField, defaults } from '../engine/fields.ts';
import { formatNumber } from '../engine/format-number.ts';
import { compareMoments, momentOf, type LogEntry } from '../engine/log.ts';
import { baseConfig, scenarioOf } from '../engine/run.ts';
import type { Moment, Parameter, Values } from '../engine/simulation.ts';
import { sayFields } from '../engine/words.ts';
import { ticks } from './axis.ts';
import type { ActFrame, ControlFrame, Frame, Pin, Scene, Spot } from './frame.ts';
import { History } from './history.ts';
import type { Player } from './player.ts';
import type { LabSettings } from './settings.ts';

/** The most recent rows are enough to follow a run. */
const ROWS = 40;

/** Longer labels of the time axis, such as "next day 12:00", would run into each other. */
const LONG_LABEL = 12;

/** Said where an act is the last thing that happens. */
const TOO_LATE = 'The run is over, so this comes too late to change it. Go back in time, and act there.';

export class Framing {
  private readonly player: Player;
  private readonly settings: LabSettings;
  private readonly offered: readonly ActFrame[];
  private history: History;
  private description = '';
  private readonly kept = new Map<string, { of: readonly unknown[]; made: unknown }>();

  constructor(player: Player, settings: LabSettings) {
    this.player = player;
    this.settings = settings;
    this.history = new History(player.timeline);
    this.offered = settings.acts.map((type) => {
      const { label, help, parameters } = player.simulation.inputs[type]!;
      return { type, label, help, parameters: controls(parameters, Object.keys(parameters), defaults(parameters)) };
    });
  }

  take(): Frame {
    const { player, settings } = this;
    const { simulation, timeline, view, playing, cue, playhead } = player;
    const { state, config, nowMs, measures } = view;
    const { story, past } = player.storySoFar();
    // Marks ahead of what has been seen would give away what a prediction asks.
    const isSeen = (at: Moment): boolean => compareMoments(at, player.reached) <= 0;
    const seen = story.filter((entry) => isSeen(momentOf(entry)));
    const cues = timeline.cuesMet.filter(({ at }) => isSeen(at));
    const fields = fieldsOf(simulation);
    const tooLate = player.atEnd && timeline.run.inputs.some(({ at }) => at.timeUs >= timeline.untilUs);
    const { title, inputs } = scenarioOf(simulation, timeline.run.scenario);
    const { run } = timeline;
    const acts = run.inputs;
    const marked = [...cues, ...acts].map(({ at }) => at.timeUs);
    const isAsTitled = acts.length === inputs.length && Object.keys(run.changed).length === 0;
    const before = player.before();
    const sides = before
      ? [{ name: `Before, ${simulation.timeLabel(before.nowMs, before.config)}`, view: sceneOf(before) }]
      : player.others.map(({ name, timeline: other, view: there }) => ({
          name: other.failure && there.nowMs < nowMs ? `${name}. ${other.failure.message}` : name,
          view: sceneOf(there),
        }));
    if (!playing || this.description === '') {
      const beside = player.others.flatMap(({ name, view: there }) => [
        `Beside it, ${name}:`,
        simulation.describe(there.state, there.config, there.nowMs),
      ]);
      this.description = [simulation.describe(state, config, nowMs), ...beside].join('\n');
    }
    return {
      view: sceneOf(view),
      sides,
      before: before !== null,
      names: this.keep('names', [sides.length > 0], () =>
        sides.length > 0 ? [...Object.keys(fields), ...Object.keys(simulation.inputs)] : [],
      ),
      own: before
        ? `Now, ${simulation.timeLabel(nowMs, config)}`
        : this.keep('own', [player.asked, player.current, config], () => this.own(config)),
      problem: player.problem,
      undo: player.undoable,
      redo: player.redoable,
      letter: player.current.letter,
      futures: player.futures.length,
      playing,
      timeUs: playhead.timeUs,
      untilUs: timeline.untilUs,
      label: simulation.timeLabel(nowMs, config),
      // A run that was changed is no longer what its title says.
      line: cue?.say ?? (tooLate ? TOO_LATE : isAsTitled ? title : ''),
      onCue: cue !== null,
      description: this.description,
      ticks: this.keep('ticks', [timeline], () => this.ticks()),
      facts: this.keep('facts', [timeline, seen.length], () => [
        ...new Set(seen.map((at) => this.share(at.timeUs, 1))),
      ]),
      cues: this.keep('cues', [timeline, cues.length], () =>
        cues.map(({ cue: met, at }) => ({ ...this.mark(at, marked), say: met.say })),
      ),
      acts: this.keep('acts', [timeline, cues.length], () => acts.map(({ at }) => this.mark(at, marked))),
      rows: this.keep('rows', [story, past], () => this.rows(story, past)),
      measures: settings.measures.map((name) => this.measure(name, measures[name] ?? null)),
      controls: this.keep('controls', [config], () => controls(fields, settings.fields, config)),
      more: this.keep('more', [config], () => controls(fields, settings.more, config)),
      offered: this.offered,
      speeds: this.keep('speeds', [timeline.run.scenario], () =>
        player.speeds.map((speed) => against(player.pace * speed)),
      ),
      speed: player.speeds.indexOf(player.speed),
      byChance: timeline.usesChance && !player.isLocked('seed'),
      ran: player.atEnd || this.allCuesMet(),
    };
  }

  /** Whether every pause the author made lies behind: then what there was to see has been seen. */
  private allCuesMet(): boolean {
    const { timeline, simulation, run, playhead } = this.player;
    const { cues } = scenarioOf(simulation, run.scenario);
    const met = timeline.cuesMet.filter(({ at }) => compareMoments(at, playhead) <= 0);
    return cues.length > 0 && met.length === cues.length;
  }

  /** What this run has where the others have something else. */
  private own(config: Values): string {
    const { asked, simulation, current, run } = this.player;
    const names = new Set(asked.flatMap((each) => ('vs' in each ? Object.keys(each.vs) : [])));
    if (names.size === 0) return current.letter;
    // The name of a run is what it began with; what it has become is said after it.
    const began = baseConfig(simulation, run);
    const own = (of: Values): string =>
      sayFields(simulation, Object.fromEntries([...names].map((name) => [name, of[name]!])));
    return own(config) === own(began) ? own(began) : `${own(began)} at first`;
  }

  private rows(story: readonly LogEntry[], past: number): Frame['rows'] {
    const { facts } = this.player.simulation;
    const rows = story.slice(Math.max(0, past - ROWS), past).map((entry, i) => {
      const info = facts[entry.fact.type]!;
      return {
        ...this.spot(momentOf(entry)),
        id: Math.max(0, past - ROWS) + i,
        mark: info.mark,
        say: info.say(entry.fact),
      };
    });
    return rows.reverse();
  }

  private measure(name: string, value: number | null): Frame['measures'][number] {
    const { timeline, playhead } = this.player;
    if (!this.history.isOf(timeline)) this.history = new History(timeline);
    const { label, unit, decimals } = this.player.simulation.measures[name]!;
    const text = value === null ? '' : formatNumber(value, unit, decimals);
    return { label, text, line: this.history.line(name, playhead.timeUs) };
  }

  /** The labels of the time axis; of very long ones every other. */
  private ticks(): readonly Spot[] {
    const spots = ticks(this.player.timeline.untilUs / 1000).map((ms) => this.spot({ timeUs: ms * 1000 }));
    const isLong = spots.some(({ label }) => label.length > LONG_LABEL);
    return spots.filter((_, i) => !isLong || i % 2 === 0);
  }

  private spot({ timeUs, k }: Moment): Spot {
    const label = this.player.simulation.timeLabel(timeUs / 1000, this.player.view.config);
    return { x: this.share(timeUs, 2), label, timeUs, ...(k !== undefined && { k }) };
  }

  /** Of those moments the nearest other one says how much room a finger has. */
  private mark(at: Moment, marked: readonly number[]): Pin {
    const gaps = marked.map((timeUs) => Math.abs(timeUs - at.timeUs)).sort((a, b) => a - b);
    return { ...this.spot(at), gap: this.share(gaps[1] ?? this.player.timeline.untilUs, 2) };
  }

  private share(timeUs: number, decimals: number): string {
    return ((timeUs / this.player.timeline.untilUs) * 100).toFixed(decimals);
  }

  private keep<Made>(name: string, of: readonly unknown[], make: () => Made): Made {
    const before = this.kept.get(name);
    if (before && before.of.every((part, i) => part === of[i])) return before.made as Made;
    const made = make();
    this.kept.set(name, { of, made });
    return made;
  }
}

function sceneOf({ state, config, nowMs, measures }: Scene): Scene {
  return { state, config, nowMs, measures };
}

function controls(
  declared: Readonly<Record<string, Parameter>>,
  names: readonly string[],
  values: Values,
): ControlFrame[] {
  return names.map((name) => {
    const field = declared[name]!;
    const value = values[name]!;
    return { name, field, value, text: formatField(field, value) };
  });
}

/** Model time against time on the clock: "100 × slower". `pace` is model milliseconds in a second. */
function against(pace: number): string {
  const rate = pace / 1000;
  const times = rate >= 1 ? rate : 1 / rate;
  const number = times >= 10 ? Math.round(times) : Math.round(times * 10) / 10;
  return number === 1 ? 'real time' : `${number} × ${rate > 1 ? 'faster' : 'slower'}`;
}
