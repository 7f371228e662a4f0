/** The figure that the recipes show. */
import { href } from '../site/links.ts';
import { embedPath, figures, type Figure } from './figures.ts';
import type { Place } from './snippets.ts';
import { shortLink, stillHref } from './stills.ts';

/** An order that commits late: it shows in seconds what the lesson is about. */
const example = { simulation: 'incremental-ingestion', scenario: 'late' };

/** The figure and its whole addresses. Throws an author's error when the scenario is gone. */
export async function examplePlace(site: URL): Promise<{ figure: Figure; place: Place }> {
  const figure = (await figures()).find(
    ({ simulation, scenario }) => simulation.id === example.simulation && scenario === example.scenario,
  );
  if (!figure) {
    throw new Error(
      `The recipes show the scenario "${example.scenario}" of "${example.simulation}", which does not exist.\n` +
        'Choose another in src/teach/example.ts.',
    );
  }
  const whole = (address: string): string => new URL(address, site).href;
  return {
    figure,
    place: {
      embed: whole(href(embedPath(example.simulation, example.scenario))),
      title: figure.title,
      script: whole(href('/embed/v1/embed.js')),
      short: shortLink(figure, site),
      picture: whole(stillHref(figure, 'picture', 'png')),
    },
  };
}
