/** How a page sets one lab up. Plain data: it travels from the built page to the island. */
import type { Values } from '../engine/simulation.ts';

export interface LabSettings {
  /** Unique in its page: the address of the lab in links and in what is kept. */
  id: string;
  title: string;
  scenario: string;
  changed: Values;
  /** Fields shown at once, at most three. */
  fields: readonly string[];
  /** Fields behind "More". */
  more: readonly string[];
  /** Acts offered as buttons. */
  acts: readonly string[];
  /** Measures shown, at most three. */
  measures: readonly string[];
  /** Other runs drawn beside this one from the start, each by the fields in which it differs. */
  vs: readonly Values[];
  /** Fields and acts that somebody else has set, and no hand may change. */
  locked?: readonly string[];
  /** What a link to a run here begins with, up to the run itself; where it is not said, links lead to the page. */
  address?: string;
}
