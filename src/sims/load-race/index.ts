/** Day 3, beside the bars: a full load and an incremental one as a race, and where they take the same. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { facts } from './facts.ts';
import { fields } from './fields.ts';
import { invariants } from './invariants.ts';
import { measure, measures } from './measure.ts';
import { start, step } from './model.ts';
import { scenarios } from './scenarios.ts';
import type { Config, Fact, Input, MeasureName, RaceEvent, State } from './state.ts';
import { timeLabel } from './time-label.ts';

/** The whole simulation, as labs, lessons and tests load it. There are no acts, so `accept` changes nothing. */
export const simulation: Simulation<Config, State, RaceEvent, Input, Fact, MeasureName> = {
  id: 'load-race',
  title: 'Full against incremental',
  version: 2,
  fields,
  inputs: {},
  measures,
  facts,
  scenarios,
  challenges,
  invariants,
  timeLabel,
  start,
  step,
  accept: (state) => state,
  measure,
  describe,
};
