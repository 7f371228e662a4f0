/** Finds a simulation's picture: the component named after its folder. */
import type { Values } from '../engine/simulation.ts';
import type { PictureProps } from '../lab/picture.ts';

/** As an Astro page sees it. */
type Picture = (props: PictureProps<Values, unknown>) => unknown;

const pictures = import.meta.glob<{ default: Picture }>(
  ['/src/sims/*/*.svelte', '!/src/sims/*/Island.svelte', '!/src/sims/*/*Panel.svelte'],
  { eager: true },
);

/** `dark-deployments` has `DarkDeployments.svelte`. Throws an author error when it is missing. */
export function pictureOf(simulation: string): Picture {
  const name = simulation.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = pictures[`/src/sims/${simulation}/${name}.svelte`];
  if (found) return found.default;
  throw new Error(`The simulation "${simulation}" has no picture.\nAdd it as src/sims/${simulation}/${name}.svelte.`);
}
