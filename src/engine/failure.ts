/** What is left of a run whose model throws: everything before. */
import type { AnySimulation } from './fields.ts';
import type { Machine } from './machine.ts';
import type { Moment, Values } from './simulation.ts';

/** Of what the error says. */
const LONGEST_LINE = 160;

export interface Failure {
  /** The last good moment: nothing of the run is known beyond it. */
  at: Moment;
  /** One line for a learner: "The model stopped at 120 ms: …" */
  message: string;
}

/** The good part of a run: up to which moment, with how many facts, and with how many of its inputs. */
export interface Good {
  at: Moment;
  facts: number;
  inputs: number;
}

/** Plays a machine one thing at a time, until its model throws or cannot be measured, or to `limit`. */
export function goodPart(simulation: AnySimulation, machine: Machine, limit: Moment): Good {
  const start = goodSoFar(machine);
  for (let good = start, lasting = start; ;) {
    const { state, config, events } = machine;
    try {
      const arrived = machine.advance(limit, 1);
      simulation.measure(machine.state, machine.config, machine.nowMs);
      good = goodSoFar(machine);
      // What lies within a microsecond, after an act that waits for all of it, has no address of its own.
      if (good.at.k !== undefined) lasting = good;
      if (arrived) return good;
    } catch {
      const { timeUs, k } = machine.moment;
      if (machine.events > events && k === undefined) return lasting;
      // Time has passed since the last good thing: to just before what threw, if the state can be measured there.
      const near = machine.events > events ? { timeUs, k: k! - 1 } : machine.moment;
      return isMeasured(simulation, state, config, timeUs / 1000) ? { ...good, at: near } : good;
    }
  }
}

function goodSoFar(machine: Machine): Good {
  return { at: machine.moment, facts: machine.entries?.length ?? 0, inputs: machine.inputsApplied };
}

function isMeasured(simulation: AnySimulation, state: unknown, config: Values, nowMs: number): boolean {
  try {
    simulation.measure(state, config, nowMs);
    return true;
  } catch {
    return false;
  }
}

/** One line for a learner: "The model stopped at 120 ms: …" */
export function sayFailure(simulation: AnySimulation, config: Values, at: Moment, error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const clipped = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  const ended = /[.?!…]$/.test(clipped) ? clipped : `${clipped}.`;
  return `The model stopped at ${labelOf(simulation, config, at)}${line === '' ? '.' : `: ${ended}`}`;
}

/** The time as the model writes it, or in milliseconds where it fails at that too. */
function labelOf(simulation: AnySimulation, config: Values, { timeUs }: Moment): string {
  try {
    return simulation.timeLabel(timeUs / 1000, config);
  } catch {
    return `${timeUs / 1000} ms`;
  }
}
