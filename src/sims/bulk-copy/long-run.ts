/** A run of any length with any settings, without a log: for what the model is checked against. */
import { defaults, fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { Machine } from '../../engine/machine.ts';
import type { Values } from '../../engine/simulation.ts';
import { simulation } from './index.ts';
import type { Config, State } from './state.ts';
import { windowLimitMbps } from './theory.ts';
import { SEGMENT_BYTES } from './way.ts';

const plain = simulation as unknown as AnySimulation;

/** A bigger file than can be chosen, over a pipe and with a window that hold nothing back: only loss does. */
export const unhindered: Partial<Config> = { fileMB: 1000, windowKB: 4096, bandwidthMbps: 1000, lanMbps: 10_000 };

/** The states after so many seconds of a run in which nobody acts, in order. */
export function statesAt(settings: Partial<Config>, seconds: readonly number[], seed = 1): State[] {
  const config: Values = { ...defaults(fieldsOf(plain)), ...settings };
  const machine = new Machine(plain, config, seed, [], null);
  return seconds.map((second) => {
    machine.advance({ timeUs: Math.round(second * 1e6) });
    return machine.state as State;
  });
}

/** Mean rate between two moments, both before the copy is done. */
export function rateMbps(settings: Partial<Config>, fromS: number, toS: number, seed = 1): number {
  const [from, to] = statesAt(settings, [fromS, toS], seed);
  return windowLimitMbps((to!.acknowledged - from!.acknowledged) * SEGMENT_BYTES, 1000 * (toS - fromS));
}

/** Mean of that over the seeds from 1. */
export function lossyMbps(settings: Partial<Config>, fromS: number, toS: number, seeds: number): number {
  let sum = 0;
  for (let seed = 1; seed <= seeds; seed += 1) sum += rateMbps({ ...unhindered, ...settings }, fromS, toS, seed);
  return sum / seeds;
}
