/** What the one lab of an embed or a package offers, for each scenario that a lesson shows. */
import { fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { scenarioOf } from '../../engine/run.ts';
import { nameOf } from '../../lab/locks.ts';
import type { LabSettings } from '../../lab/settings.ts';

/** What a lesson offers in a scenario; travels in the page. */
export type Offer = Pick<LabSettings, 'title' | 'fields' | 'more' | 'acts' | 'measures'>;

const MOST_MEASURES = 3;

/** The offers of several labs with one scenario as one: what the first shows at once, and behind "More" what only others have. */
export function joined([first, ...rest]: readonly [Offer, ...Offer[]]): Offer {
  const others = rest.flatMap(({ fields, more }) => [...fields, ...more]);
  const acts = [...first.acts, ...rest.flatMap((each) => each.acts)];
  const more = [...new Set([...first.more, ...others])].filter((name) => !first.fields.includes(name));
  return { ...first, more, acts: [...new Set(acts)] };
}

/**
 * For a scenario that no lesson shows. At once: what it sets differently from others, and what its challenges turn on;
 * behind "More" every other field. Acts of other stories are left out: their buttons would be most of what is seen.
 */
export function usualOffer(simulation: AnySimulation, name: string): Offer {
  const scenario = scenarioOf(simulation, name);
  const solutions = simulation.challenges.filter((each) => each.scenario === name).map(({ solution }) => solution);
  const changed = [scenario.config, ...solutions.map((each) => each.changed ?? {})].flatMap(Object.keys);
  const done = [scenario, ...solutions].flatMap(({ inputs }) => inputs.map(({ input }) => nameOf(input)));
  const names = [...new Set([...changed, ...done])];
  const all = fieldsOf(simulation);
  const fields = names.filter((each) => Object.hasOwn(all, each));
  return {
    title: scenario.title,
    fields,
    more: Object.keys(all).filter((each) => !fields.includes(each)),
    acts: names.filter((each) => Object.hasOwn(simulation.inputs, each)),
    measures: Object.keys(simulation.measures).slice(0, MOST_MEASURES),
  };
}
