/** What of a set-up's query the one lab of a package can use. */
import type { AnySimulation } from '../../engine/fields.ts';
import { clip } from '../../engine/link-parts.ts';
import { readRunLink } from '../../engine/run-link.ts';
import type { Challenge, Run } from '../../engine/simulation.ts';

export interface SetUpHere {
  run: Run;
  /** null where none is set. */
  challenge: Challenge | null;
  notices: readonly string[];
}

/** `fallback` is the scenario where neither the query nor its challenge names one. */
export function readHere(simulation: AnySimulation, params: URLSearchParams, fallback: string): SetUpHere {
  const asked = params.get('challenge');
  const challenge = simulation.challenges.find(({ id }) => id === asked) ?? null;
  const { run } = readRunLink(simulation, params, challenge?.scenario ?? fallback);
  const there = simulation.challenges.map(({ id }) => id).join(', ') || 'none';
  const notices =
    asked === null || challenge ? [] : [`There is no challenge "${clip(asked)}" here. There are: ${there}.`];
  return { run, challenge, notices };
}
