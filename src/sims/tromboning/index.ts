/** Tromboning: traffic for the next desk goes out to a distant firewall and comes back. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { expectedFirstByteMs } from './expected.ts';
import { facts, ms } from './facts.ts';
import { fields, inputs } from './fields.ts';
import { invariants } from './invariants.ts';
import { measure, measures } from './measure.ts';
import { accept, start, step } from './model.ts';
import { scenarios } from './scenarios.ts';
import type { Config, Fact, Input, MeasureName, State, TripEvent } from './state.ts';

/** The whole simulation, as labs, lessons and tests load it. */
export const simulation: Simulation<Config, State, TripEvent, Input, Fact, MeasureName> = {
  id: 'tromboning',
  title: 'Tromboning',
  version: 3,
  fields,
  inputs,
  measures,
  facts,
  scenarios,
  challenges,
  theory: { firstByteMs: expectedFirstByteMs },
  invariants,
  timeLabel: (nowMs) => ms(nowMs),
  start,
  step,
  accept,
  measure,
  isSilent: ({ flight }) => flight === null,
  describe,
};
