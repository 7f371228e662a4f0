/** Day 2, beside the slide: why a long way makes a big file slow, whatever its bandwidth. */
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
import type { Config, CopyEvent, Fact, Input, MeasureName, State } from './state.ts';
import { timeLabel } from './time-label.ts';

/** The whole simulation, as labs, lessons and tests load it. There are no acts, so `accept` changes nothing. */
export const simulation: Simulation<Config, State, CopyEvent, Input, Fact, MeasureName> = {
  id: 'bulk-copy',
  title: 'The copy of a file',
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
