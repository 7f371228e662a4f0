/** The starting situations, by the names that lessons and links use. They differ in as little as possible. */
import { eightRowScenarios } from './scenarios-eight-rows.ts';
import { heldOrderScenarios } from './scenarios-held-order.ts';
import { tracedScenarios } from './scenarios-traced.ts';
import { trafficScenarios } from './scenarios-traffic.ts';

/** All of them; each part has a file of its own. */
export const scenarios = {
  ...heldOrderScenarios,
  ...eightRowScenarios,
  ...trafficScenarios,
  ...tracedScenarios,
};
