/** A challenge in words: what it asks, how far it has come, and how it was done. */
import { type AnySimulation } from '../engine/fields.ts';
import { formatNumber } from '../engine/format-number.ts';
import { isMet, solutionOf, startOf } from '../engine/challenge.ts';
import { baseConfig } from '../engine/run.ts';
import type { Challenge, Goal, Measures, Run } from '../engine/simulation.ts';
import { sayFields, sayInput } from '../engine/words.ts';

/** "First byte: at most 70 ms". */
export function sayGoal(simulation: AnySimulation, { measure, atMost, atLeast }: Goal): string {
  const { label, unit } = simulation.measures[measure]!;
  const write = (value: number): string => formatNumber(value, unit, placesOf(unit === 'share' ? value * 100 : value));
  if (atMost === 0 && unit === '' && atLeast === undefined) return `${label}: none`;
  const bounds = [
    ...(atLeast === undefined || atLeast === atMost ? [] : [`at least ${write(atLeast)}`]),
    ...(atMost === undefined || atLeast === atMost ? [] : [`at most ${write(atMost)}`]),
    ...(atLeast !== undefined && atLeast === atMost ? [`exactly ${write(atMost)}`] : []),
  ];
  return `${label}: ${bounds.join(' and ')}`;
}

/** A goal's own decimals, without binary dust. */
function placesOf(value: number): number {
  return (String(Number(value.toFixed(6))).split('.')[1] ?? '').length;
}

/** How a goal stands: the mark says it as well. */
export interface Standing {
  mark: 'good' | 'harm' | 'wait';
  words: string;
}

/** The goal at a moment of a run: "134 ms, not yet". Only at the end can it be missed. */
export function standing(simulation: AnySimulation, goal: Goal, measures: Measures, atEnd: boolean): Standing {
  const { unit, decimals } = simulation.measures[goal.measure]!;
  const value = measures[goal.measure] ?? null;
  if (value === null) {
    return atEnd
      ? { mark: 'harm', words: 'nothing to measure, missed' }
      : { mark: 'wait', words: 'nothing to measure yet' };
  }
  const now = formatNumber(value, unit, decimals);
  if (isMet(goal, measures)) return { mark: 'good', words: `${now}, ${atEnd ? 'met' : 'met so far'}` };
  if (atEnd) return { mark: 'harm', words: `${now}, missed` };
  const isOver = value > (goal.atMost ?? Infinity);
  return { mark: 'wait', words: `${now}, ${isOver ? (unit === '' ? 'too many' : 'too high') : 'not yet'}` };
}

/** "1 act", "3 acts". */
export function sayActs(count: number): string {
  return `${count} ${count === 1 ? 'act' : 'acts'}`;
}

export function sayWon(par: number, acts: number): string {
  const against =
    acts > par ? `you needed ${acts}` : acts < par ? `you needed only ${acts}` : 'that is what you needed';
  return `Won. Par is ${par}${acts === par ? ', and' : ';'} ${against}.`;
}

/** What a try that failed ended with, and the number of the try. */
export function sayMissed(simulation: AnySimulation, goals: readonly Goal[], atEnd: Measures, tries: number): string {
  const said = goals
    .filter((goal) => !isMet(goal, atEnd))
    .map((goal) => {
      const { label, unit, decimals } = simulation.measures[goal.measure]!;
      const value = atEnd[goal.measure] ?? null;
      const ended =
        value === null ? 'ended with nothing to measure' : `ended at ${formatNumber(value, unit, decimals)}`;
      return `${label} ${ended}; asked is ${sayGoal(simulation, goal).slice(label.length + 2)}.`;
    });
  return `Not yet. ${said.join(' ')} That was try ${tries}.`;
}

/** Why a run is none of this challenge; null where it is one. */
export function sayStray(simulation: AnySimulation, challenge: Challenge, { scenario, seed }: Run): string | null {
  const own = startOf(simulation, challenge);
  if (scenario !== own.scenario) return 'The lab shows another situation now. Begin again to take the challenge up.';
  if (seed === own.seed || challenge.over) return null;
  return `This run has another seed; the challenge has seed ${own.seed}. Begin again to take it up.`;
}

/** What the many seeds say. */
export function sayJudged(wins: number, { seeds, wins: needed }: { seeds: number; wins: number }): string {
  return `${wins} of ${seeds} seeds met the goals; ${needed} are asked.`;
}

/** The author's answer, act by act, with its times. */
export function saySolution(simulation: AnySimulation, challenge: Challenge): string[] {
  const run = solutionOf(simulation, challenge);
  const config = baseConfig(simulation, run);
  const start = sayFields(simulation, run.changed);
  return [
    ...(start === '' ? [] : [`From the start: ${start}.`]),
    ...run.inputs.map(
      ({ at, input }) => `${simulation.timeLabel(at.timeUs / 1000, config)}: ${sayInput(simulation, input)}.`,
    ),
  ];
}
