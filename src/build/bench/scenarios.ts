/** What a simulation costs where it costs most: a run opened at its end, a seek, a branch, and many seeds of its longest scenario. */
import type { AnySimulation } from '../../engine/fields.ts';
import { luckSeeds, Outcomes } from '../../engine/outcomes.ts';
import { openRun } from '../../engine/run.ts';
import type { RunInput } from '../../engine/simulation.ts';
import { play, Timeline } from '../../engine/timeline.ts';
import { median, type Row } from './engine.ts';

const TRIES = 201;
/** A slice of work that leaves room for the rest of a frame. */
const SLICE_MS = 8;

/** The scenario with the most events, played. */
function longestOf(simulation: AnySimulation): Timeline {
  const played = Object.keys(simulation.scenarios).map((scenario) => play(simulation, openRun(simulation, scenario)));
  return played.reduce((most, each) => (each.events > most.events ? each : most));
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Moments all over the run, each far from the last. */
function momentsOf({ untilUs }: Timeline): { timeUs: number }[] {
  // A step that shares no factor with 201 visits every place once.
  return Array.from({ length: TRIES }, (_, i) => ({
    timeUs: Math.round((untilUs * ((i * 80) % TRIES)) / (TRIES - 1)),
  }));
}

function summary(durations: readonly number[]): string {
  return `median ${median(durations).toFixed(2)} ms, longest ${Math.max(...durations).toFixed(2)} ms`;
}

/** Something a learner could do at any moment. */
function anyAct(simulation: AnySimulation): RunInput {
  const live = Object.entries(simulation.fields).find(([, { when }]) => when === 'live');
  if (live) return { set: live[0], value: live[1].default };
  const [type, info] = Object.entries(simulation.inputs)[0]!;
  return { ...Object.fromEntries(Object.entries(info.parameters).map(([name, each]) => [name, each.default])), type };
}

/** 200 seeds of the scenario for which they take longest, at once and in slices. */
function luckRow(simulation: AnySimulation): Row {
  const begin = (scenario: string): Outcomes => new Outcomes(simulation, openRun(simulation, scenario), luckSeeds);
  const [scenario, total] = Object.keys(simulation.scenarios)
    .map((each) => [each, timed(() => begin(each).runFor(Infinity))] as const)
    .reduce((most, each) => (each[1] > most[1] ? each : most));
  const events = play(simulation, openRun(simulation, scenario)).events * luckSeeds.length;
  const inSlice = Math.max(1, Math.round((SLICE_MS / total) * events));
  const outcomes = begin(scenario);
  const slices: number[] = [];
  while (!outcomes.whole) slices.push(timed(() => outcomes.runFor(inSlice)));
  return {
    what: `200 seeds, ${simulation.id} ${scenario} (${events} events)`,
    value: `${Math.round(total)} ms; in slices of ${inSlice} events: ${summary(slices)}`,
    wanted: '2,000 ms, 50 ms',
  };
}

export function scenarioRows(simulation: AnySimulation): Row[] {
  const longest = longestOf(simulation);
  const where = `${simulation.id} ${longest.run.scenario} (${longest.events} events)`;
  const act = anyAct(simulation);
  const opened = Array.from({ length: 21 }, () => timed(() => new Timeline(simulation, longest.run).end));
  const seeks = momentsOf(longest).map((moment) => timed(() => longest.at(moment)));
  const branches = momentsOf(longest).map((moment) => timed(() => longest.branch(moment, act).at(moment)));
  return [
    { what: `open at the end, ${where}`, value: summary(opened), wanted: '50 ms' },
    { what: `seek, ${where}`, value: summary(seeks), wanted: '50 ms' },
    { what: `branch, ${where}`, value: summary(branches), wanted: '50 ms' },
    luckRow(simulation),
  ];
}
