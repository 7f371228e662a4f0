/** What the one lab of an embed or a package offers, for each scenario that a lesson shows. */
import { fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { scenarioOf } from '../../engine/run.ts';
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

/** For a scenario that no lesson shows: everything can be changed. */
export function everything(simulation: AnySimulation, scenario: string): Offer {
  return {
    title: scenarioOf(simulation, scenario).title,
    fields: [],
    more: Object.keys(fieldsOf(simulation)),
    acts: Object.keys(simulation.inputs),
    measures: Object.keys(simulation.measures).slice(0, MOST_MEASURES),
  };
}
