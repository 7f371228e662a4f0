/** Day 3: copying only what changed, and what that cannot see. */
import type { ChoiceField, Simulation } from '../../engine/simulation.ts';
import { timeLabel } from './calendar.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { theory } from './expected.ts';
import { facts, type Fact } from './facts.ts';
import { accept, start, step } from './model.ts';
import type { Config, IngestionEvent, Input, State, Target } from './state.ts';
import { scenarios } from './scenarios.ts';
import { measure, type MeasureName } from './tally.ts';
import { invariants } from './invariants.ts';

const target: ChoiceField<Target> = {
  kind: 'choice',
  label: 'Order',
  help: 'A row drawn in the source.',
  options: {
    17: '17, shoes',
    42: '42, laptop',
    108: '108, kettle',
    256: '256, lamp',
    1024: '1,024, desk',
    4711: '4,711, mug',
    65536: '65,536, chair',
    700123: '700,123, headphones',
    newest: 'the newest',
  },
  default: 'newest',
};

export const simulation: Simulation<Config, State, IngestionEvent, Input, Fact, MeasureName> = {
  id: 'incremental-ingestion',
  title: 'Incremental ingestion',
  version: 2,
  fields: {
    commitS: {
      kind: 'number',
      label: 'Order 42 commits',
      help: 'Seconds from today’s sync to the commit of order 42; below zero is before the sync.',
      unit: 's',
      min: -1.9,
      max: 8,
      step: 0.1,
      default: -1,
      short: 'commit',
      when: 'live',
    },
    strategy: {
      kind: 'choice',
      label: 'Each sync copies',
      help: 'What the next query asks for.',
      options: { 'modified-at': 'modified_at > last sync', full: 'everything' },
      default: 'modified-at',
      short: 'strategy',
      when: 'live',
    },
    every: {
      kind: 'choice',
      label: 'A sync',
      help: 'How long it is from one sync to the next.',
      options: { day: 'once a day', 60: 'every 60 s', 30: 'every 30 s', 15: 'every 15 s' },
      default: 'day',
      short: 'every',
      when: 'start',
    },
    commitDelayS: {
      kind: 'number',
      label: 'From stamp to commit',
      help: 'How long every other transaction stays open before its row can be seen.',
      unit: 's',
      min: 0,
      max: 20,
      step: 0.1,
      default: 5,
      short: 'delay',
      when: 'live',
    },
    ordersPerSecond: {
      kind: 'number',
      label: 'Orders',
      help: 'How many orders are placed in a second, on average.',
      unit: 'a second',
      min: 0.05,
      max: 1,
      step: 0.05,
      default: 0.2,
      short: 'rate',
      when: 'start',
      traffic: true,
    },
    stepS: {
      kind: 'number',
      label: 'Time between steps',
      help: 'How far apart the five steps of a sync are; at zero they are told as one.',
      unit: 's',
      min: 0,
      max: 1.5,
      step: 0.5,
      default: 0,
      short: 'apart',
      when: 'start',
    },
    work: {
      kind: 'choice',
      label: 'At the source',
      help: 'Which orders the run starts with.',
      options: {
        'one-order': 'order 42 alone',
        'five-orders': 'five orders',
        'eight-rows': 'ten million rows, eight drawn',
        traffic: 'a stream of orders',
      },
      default: 'one-order',
      short: 'work',
      when: 'start',
      traffic: true,
    },
  },
  inputs: {
    insert: {
      label: 'Insert an order',
      help: 'A new row, stamped now and visible at its commit.',
      parameters: {
        shape: {
          kind: 'choice',
          label: 'Its data',
          help: 'What the transform step will have to do with it.',
          options: { tidy: 'tidy', untidy: 'untidy name, in euros', bad: 'no amount' },
          default: 'tidy',
        },
      },
    },
    update: {
      label: 'Update an order',
      help: 'Five dollars more, and a new modified_at.',
      parameters: { order: { ...target, default: '42' } },
    },
    delete: {
      label: 'Delete an order',
      help: 'The row goes; nothing is left that could carry a stamp.',
      parameters: { order: { ...target, default: '17' } },
    },
  },
  measures: {
    sourceRows: { label: 'Rows visible in the source', unit: '', decimals: 0, better: null },
    warehouseRows: { label: 'Rows in the warehouse', unit: '', decimals: 0, better: null },
    lost: { label: 'Lost rows', unit: '', decimals: 0, better: 'less' },
    ghosts: { label: 'Ghost rows', unit: '', decimals: 0, better: 'less' },
    lostShare: { label: 'Share of rows lost', unit: 'share', decimals: 1, better: 'less' },
    overlooked: { label: 'Visible at the last sync, not in the warehouse', unit: '', decimals: 0, better: 'less' },
    arrivedWithSync: { label: 'Sync that brought order 42 (0: none)', unit: '', decimals: 0, better: null },
    syncs: { label: 'Syncs', unit: '', decimals: 0, better: null },
    rowsRead: { label: 'Rows the last query returned', unit: '', decimals: 0, better: 'less' },
    rowsReadInAll: { label: 'Rows all queries returned', unit: '', decimals: 0, better: 'less' },
    syncSeconds: { label: 'Such a sync takes', unit: 's', decimals: 0, better: 'less' },
  },
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
