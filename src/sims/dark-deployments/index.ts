/** Day 1: two search engines, and one switch that says whose answer a shopper sees. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { timeLabel } from './clock.ts';
import { describe } from './describe.ts';
import { theory } from './expected.ts';
import { facts } from './facts.ts';
import { fields, inputs } from './fields.ts';
import { measure, measures } from './measure.ts';
import { accept, start, step } from './model.ts';
import type { Config, DarkEvent, Fact, Input, MeasureName, State } from './state.ts';
import { scenarios } from './scenarios.ts';

/** The whole simulation, as labs, lessons and tests load it. */
export const simulation: Simulation<Config, State, DarkEvent, Input, Fact, MeasureName> = {
  id: 'dark-deployments',
  title: 'Dark deployments',
  version: 3,
  fields,
  inputs,
  measures,
  facts,
  scenarios,
  challenges,
  theory,
  invariants: {
    'only a shopper who was shown an answer is harmed by it, and only a harmed one complains': (state) =>
      state.complaints <= state.harmed && state.harmed <= state.shownV2 && state.shownV2 <= state.searches,
    'no answer is both shown and compared in the dark': (state) =>
      state.compared + state.shownV2 <= state.searches + (state.page === null ? 0 : 1),
    'what is found wrong was compared': (state) => state.mismatches + state.sinceMismatch <= state.compared,
    'no more false alarms than alarms': (state) => state.falseAlarms <= state.mismatches,
    'v1 differs from itself only where ties fall by chance': (state, config) => config.noise || state.noise === 0,
    'a rolled-back v2 stays out until it is fixed': (state) =>
      !state.withdrawn || (state.fix !== 'shipped' && state.rolledBackMs !== null),
  },
  timeLabel: (nowMs, config) => timeLabel(nowMs, config.traffic === 'one'),
  start,
  step,
  accept,
  measure: (state, config) => measure(state, config),
  describe,
};
