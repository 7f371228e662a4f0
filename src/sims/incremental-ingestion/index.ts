/** Day 3: copying only what changed, and what that cannot see. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { theory } from './expected.ts';
import { facts, type Fact } from './facts.ts';
import { fields } from './fields.ts';
import { inputs } from './inputs.ts';
import { invariants } from './invariants.ts';
import { measure, measures, type MeasureName } from './measure.ts';
import { accept, start, step } from './model.ts';
import { scenarios } from './scenarios.ts';
import type { Config, IngestionEvent, Input, State } from './state.ts';
import { timeLabel } from './time-label.ts';

/** The whole simulation, as labs, lessons and tests load it. */
export const simulation: Simulation<Config, State, IngestionEvent, Input, Fact, MeasureName> = {
  id: 'incremental-ingestion',
  title: 'Incremental ingestion',
  version: 3,
  fields,
  inputs,
  measures,
  facts,
  scenarios,
  challenges,
  theory,
  invariants,
  timeLabel,
  start,
  step,
  accept,
  measure,
  describe,
};
