/** True in every state a run can reach. */
import type { Invariant } from '../../engine/simulation.ts';
import { measure } from './measure.ts';
import type { Config, State } from './state.ts';

/** Each by the sentence that a failing test would print. */
export const invariants: Readonly<Record<string, Invariant<State, Config>>> = {
  'the time spent is the time of its causes: distance, firewall, devices, silence': ({
    spent,
    flight,
    firstByteMs,
  }) => {
    const { distanceMs, firewallMs, devicesMs, silenceMs } = spent;
    const endMs = flight?.arrivesMs ?? firstByteMs;
    // Each hop is rounded to a microsecond, and there are at most 40.
    return endMs === null || Math.abs(distanceMs + firewallMs + devicesMs + silenceMs - endMs) < 0.05;
  },
  'no detour is shorter than the direct path': (state, config) => (measure(state, config).stretch ?? 1) >= 1 - 1e-9,
  'no byte comes without a connection, and none after giving up': ({ firstByteMs, gaveUp, tripsDone }) =>
    firstByteMs === null || (tripsDone > 0 && !gaveUp),
  'what is lost does not move': ({ flight, lost }) => flight === null || lost === null,
};
