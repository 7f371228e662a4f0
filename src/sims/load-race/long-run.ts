/** Runs without a log, for what the model is checked against: by when each load is done, as the events have it. */
import { defaults, fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { Machine } from '../../engine/machine.ts';
import type { Values } from '../../engine/simulation.ts';
import { simulation } from './index.ts';
import type { Config, State } from './state.ts';
import { TABLE_ROWS } from './theory.ts';

const plain = simulation as unknown as AnySimulation;
/** Steps of the field, in rows. */
const STEP = 1000;

/** Seconds each load took in a run in which nobody acts, so many hours long; null for one that was not done. */
export function tookSeconds(settings: Partial<Config>, hours: number): { full: number | null; delta: number | null } {
  const config: Values = { ...defaults(fieldsOf(plain)), ...settings };
  const machine = new Machine(plain, config, 1, [], null);
  machine.advance({ timeUs: hours * 3.6e9 });
  const { fullMs, deltaMs } = machine.state as State;
  return { full: fullMs === null ? null : fullMs / 1000, delta: deltaMs === null ? null : deltaMs / 1000 };
}

/** The most rows with which the incremental load is done before the full one, found by halving. */
export function mostRowsAhead(settings: Partial<Config>): number {
  let [ahead, behind] = [0, TABLE_ROWS / STEP];
  while (behind - ahead > 1) {
    const middle = Math.floor((ahead + behind) / 2);
    const { full, delta } = tookSeconds({ ...settings, changedRows: middle * STEP }, 5);
    if (delta !== null && delta < full!) ahead = middle;
    else behind = middle;
  }
  return ahead * STEP;
}
