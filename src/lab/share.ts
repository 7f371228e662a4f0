/** The address of what a lab shows now. Loaded when somebody first asks for it. */
import type { AnySimulation } from '../engine/fields.ts';
import { writeRunLink } from '../engine/run-link.ts';
import type { Moment, Run } from '../engine/simulation.ts';

/** Copies the link, and says so; where copying is forbidden the link itself is given. */
export async function linkTo(simulation: AnySimulation, run: Run, moment: Moment, lab: string): Promise<{ text: string; link?: string }> {
  const written = writeRunLink(simulation, run, { lab, moment });
  if ('problem' in written) return { text: written.problem };
  const link = `${location.origin}${location.pathname}?${written.query}#${lab}`;
  try {
    await navigator.clipboard.writeText(link);
    return { text: 'The link is copied. It opens this run at this moment.' };
  } catch {
    return { text: 'Copy this link: it opens this run at this moment.', link };
  }
}
