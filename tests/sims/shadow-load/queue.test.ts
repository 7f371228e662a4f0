/** The model against queueing theory, in runs ten times as long as those of the model card. */
import { expect, test } from 'vitest';
import { defaults, fieldsOf } from '../../../src/engine/fields.ts';
import type { LogEntry } from '../../../src/engine/log.ts';
import { Machine } from '../../../src/engine/machine.ts';
import type { Simulation } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/shadow-load/index.ts';
import { allJobsMs, longRun, usersMs } from '../../../src/sims/shadow-load/long-run.ts';
import type { Config } from '../../../src/sims/shadow-load/state.ts';
import { mm1ResponseMs, mmcWaitMs } from '../../../src/sims/shadow-load/theory.ts';

/** 200,000 requests. Standard deviations over seeds stand beside each tolerance, which is three of them. */
const seconds = 200_000 / 40;
const copied: Partial<Config> = { arrivalsPerSecond: 40, mirrorShare: 1 };
const off = (seen: number, expected: number): number => Math.abs(seen / expected - 1);

test('without copies users wait as in M/M/1: 16.67 ms', () => {
  // 0.4 %
  expect(off(usersMs(longRun({ arrivalsPerSecond: 40 }, seconds)), 16.67)).toBeLessThan(0.013);
});

test('at a load of 0.9 two million requests take 100 ms on average', () => {
  // 1.3 %: ρ (2 + 5ρ − 4ρ² + ρ³) / (1 − ρ)⁴ / N is the variance of the mean (Daley 1968)
  expect(off(usersMs(longRun({ arrivalsPerSecond: 90 }, 2e6 / 90)), 100)).toBeLessThan(0.04);
}, 60_000);

test('with every request copied users wait 70 ms and all jobs 75 ms, not the 50 of the plain formula', () => {
  // 1.9 %
  const state = longRun(copied, seconds);
  expect(off(usersMs(state), 70)).toBeLessThan(0.06);
  expect(off(allJobsMs(state), 75)).toBeLessThan(0.06);
});

test('copies put off by 10 s hardly come in pairs any more: users and copies are back near 50 ms', () => {
  // 0.8 ms; the mean over seeds is 50.5, since a few copies still meet their own request.
  const state = longRun({ ...copied, copyDelayMs: 10_000 }, seconds);
  expect(Math.abs(usersMs(state) - 50.5)).toBeLessThan(2.4);
  expect(Math.abs(allJobsMs(state) - 50.5)).toBeLessThan(2.4);
});

test('99 of 100 users wait at most ln(100) times the mean', () => {
  const plain = simulation as unknown as Simulation;
  const log: LogEntry[] = [];
  const machine = new Machine(plain, { ...defaults(fieldsOf(plain)), arrivalsPerSecond: 40 }, 1, [], log);
  machine.advance({ timeUs: seconds * 1e6 });
  const took = log.flatMap(({ fact }) => (fact.type === 'answered' ? [Number(fact['tookUs']) / 1000] : []));
  took.sort((a, b) => a - b);
  // 0.9 %
  expect(off(took[Math.floor(took.length * 0.99)]!, Math.log(100) * mm1ResponseMs(40, 100))).toBeLessThan(0.03);
});

test('before two and before ten servers look-ups wait as Erlang C says', () => {
  const two = longRun({ arrivalsPerSecond: 100, databaseServers: 2 }, 2000);
  // 1.7 %
  expect(off(usersMs(two) - 10, mmcWaitMs(100, 100, 2))).toBeLessThan(0.05);
  // A load of 6 on 10 servers: the time in line is what is left of the answer without its own look-up. 3.4 %
  const ten = longRun({ arrivalsPerSecond: 200, databaseMs: 30, databaseServers: 10 }, 1000);
  expect(off(usersMs(ten) - ten.workMs.live / ten.answered, mmcWaitMs(200, 1000 / 30, 10))).toBeLessThan(0.11);
});

test('beyond two thirds copied, the line grows as long as the rush lasts; below it does not', () => {
  const waiting = (mirrorShare: number, untilS: number): number =>
    longRun({ mirrorShare }, untilS).databases.shared.waiting.length;
  expect(waiting(0.5, 600)).toBeLessThan(100);
  // 60 · 2 − 100 = 20 more come in a second than can be served.
  expect(waiting(1, 100) / 100).toBeGreaterThan(15);
  expect(waiting(1, 300) / waiting(1, 100)).toBeGreaterThan(2.5);
});
