/** Tromboning: traffic for the next desk goes out to a distant firewall and comes back. */
import type { Simulation } from '../../engine/simulation.ts';
import { challenges } from './challenges.ts';
import { describe, facts, ms } from './describe.ts';
import { expectedFirstByteMs } from './expected.ts';
import { headquarters } from './geography.ts';
import {
  accept,
  measure,
  start,
  step,
  type Config,
  type Fact,
  type Input,
  type MeasureName,
  type State,
  type TripEvent,
} from './model.ts';
import { scenarios } from './scenarios.ts';
import { ROUTE_INFLATION } from './theory.ts';

export const simulation: Simulation<Config, State, TripEvent, Input, Fact, MeasureName> = {
  id: 'tromboning',
  title: 'Tromboning',
  version: 2,
  fields: {
    firewallLat: {
      kind: 'number',
      label: 'Firewall, latitude',
      help: 'Where the firewall stands when the run starts.',
      unit: '°',
      min: 24,
      max: 50,
      step: 0.01,
      default: headquarters.lat,
      short: 'lat',
      when: 'start',
    },
    firewallLon: {
      kind: 'number',
      label: 'Firewall, longitude',
      help: 'Where the firewall stands when the run starts.',
      unit: '°',
      min: -110,
      max: -66,
      step: 0.01,
      default: headquarters.lon,
      short: 'lon',
      when: 'start',
    },
    policy: {
      kind: 'choice',
      label: 'Policy',
      help: 'Whether traffic between neighbours must be inspected.',
      options: { inspectAll: 'inspect everything', trustBuilding: 'trust the building' },
      default: 'inspectAll',
      short: 'policy',
      when: 'live',
    },
    firewallLoad: {
      kind: 'number',
      label: 'Firewall load',
      help: 'The share of time the firewall is busy, mostly with other people’s traffic.',
      unit: 'share',
      min: 0,
      max: 0.98,
      step: 0.01,
      default: 0.8,
      short: 'load',
      when: 'live',
    },
    routeInflation: {
      kind: 'number',
      label: 'Road against straight line',
      help: 'How many times longer the fibre is than the straight line.',
      unit: '',
      min: 1,
      max: 3,
      step: 0.01,
      default: ROUTE_INFLATION,
      short: 'road',
      when: 'live',
    },
    tls: {
      kind: 'choice',
      label: 'TLS',
      help: 'TLS 1.3 needs one round trip fewer than TLS 1.2.',
      options: { '1.2': 'TLS 1.2', '1.3': 'TLS 1.3' },
      default: '1.2',
      short: 'tls',
      when: 'start',
    },
    chance: {
      kind: 'switch',
      label: 'Waits at the firewall',
      help: 'At their average, or by chance as in a real queue.',
      off: 'average',
      on: 'by chance',
      default: false,
      short: 'chance',
      when: 'start',
    },
  },
  inputs: {
    move: {
      label: 'Move the firewall',
      help: 'Puts the firewall somewhere else; packets already on their way keep going.',
      parameters: {
        lat: {
          kind: 'number',
          label: 'Latitude',
          help: 'Degrees north.',
          unit: '°',
          min: 24,
          max: 50,
          step: 0.01,
          default: headquarters.lat,
        },
        lon: {
          kind: 'number',
          label: 'Longitude',
          help: 'Degrees east.',
          unit: '°',
          min: -110,
          max: -66,
          step: 0.01,
          default: headquarters.lon,
        },
      },
    },
  },
  measures: {
    firstByteMs: { label: 'First byte', unit: 'ms', decimals: 0, better: 'less' },
    expectedMs: { label: 'First byte, on this path', unit: 'ms', decimals: 0, better: 'less' },
    roundTripMs: { label: 'One round trip', unit: 'ms', decimals: 1, better: 'less' },
    distanceMs: { label: 'Distance, in one trip', unit: 'ms', decimals: 1, better: 'less' },
    firewallMs: { label: 'Waiting at the firewall, in one trip', unit: 'ms', decimals: 1, better: 'less' },
    devicesMs: { label: 'Switches, VPN and routers, in one trip', unit: 'ms', decimals: 1, better: 'less' },
    pathMiles: { label: 'Bob to Alice', unit: 'miles', decimals: 0, better: 'less' },
    inspectedShare: { label: 'Traffic inspected', unit: 'share', decimals: 0, better: 'more' },
    uninspected: { label: 'Packets delivered uninspected', unit: '', decimals: 0, better: 'less' },
  },
  facts,
  scenarios,
  challenges,
  theory: { firstByteMs: expectedFirstByteMs },
  invariants: {
    'the time spent is the time of its causes: distance, firewall, devices': (state) => {
      const { distanceMs, firewallMs, devicesMs } = state.spent;
      const endMs = state.flight?.arrivesMs ?? state.firstByteMs ?? 0;
      // Each hop is rounded to a microsecond, and there are at most 40.
      return Math.abs(distanceMs + firewallMs + devicesMs - endMs) < 0.05;
    },
    'no detour is shorter than the direct path': (state, config) =>
      (measure(state, config).pathMiles ?? 0) >= 50 / 5280 - 1e-9,
  },
  timeLabel: (nowMs) => ms(nowMs),
  start,
  step,
  accept,
  measure,
  describe,
};
