/** What of a set-up's query the one lab of a package can use. */
import type { AnySimulation } from '../../engine/fields.ts';
import { readRunLink } from '../../engine/run-link.ts';
import type { Run } from '../../engine/simulation.ts';

export interface SetUpHere {
  run: Run;
  /** The id of a challenge of this simulation; null where none is set. */
  challenge: string | null;
  notices: readonly string[];
}

export function readHere(simulation: AnySimulation, params: URLSearchParams, fallback: string): SetUpHere {
  const { run } = readRunLink(simulation, params, fallback);
  const challenge = params.get('challenge');
  if (challenge === null || simulation.challenges.some(({ id }) => id === challenge))
    return { run, challenge, notices: [] };
  const there = simulation.challenges.map(({ id }) => id).join(', ') || 'none';
  return {
    run,
    challenge: null,
    notices: [`There is no challenge "${challenge.slice(0, 40)}" here. There are: ${there}.`],
  };
}
