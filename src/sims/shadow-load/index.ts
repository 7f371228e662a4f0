/** Day 1, beside the week: what a copied request costs the users who never see its answer. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { theory } from './expected.ts';
import { facts } from './facts.ts';
import { fields } from './fields.ts';
import { invariants } from './invariants.ts';
import { measure, measures } from './measure.ts';
import { start, step } from './model.ts';
import { scenarios } from './scenarios.ts';
import type { Config, Fact, Input, LoadEvent, MeasureName, State } from './state.ts';
import { timeLabel } from './time-label.ts';

/** The whole simulation, as labs, lessons and tests load it. There are no acts, so `accept` changes nothing. */
export const simulation: Simulation<Config, State, LoadEvent, Input, Fact, MeasureName> = {
  id: 'shadow-load',
  title: 'The cost of a copy',
  version: 1,
  fields,
  inputs: {},
  measures,
  facts,
  scenarios,
  challenges,
  theory,
  invariants,
  timeLabel,
  start,
  step,
  accept: (state) => state,
  measure,
  describe,
};
