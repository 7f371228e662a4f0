/** The model against queueing theory, in runs ten times as long as those of the model card. */
import { expect, test } from 'vitest';
import { defaults, fieldsOf } from '../../../src/engine/fields.ts';
import type { LogEntry } from '../../../src/engine/log.ts';
import { Machine } from '../../../src/engine/machine.ts';
import type { Simulation } from '../../../src/engine/simulation.ts';
import { simulation } from '../../../src/sims/shadow-load/index.ts';
import { allJobsMs, longRun, usersMs } from '../../../src/sims/shadow-load/long-run.ts';
import type { Config } from '../../../src/sims/shadow-load/state.ts';
import { mm1PercentileMs, mmcWaitMs } from '../../../src/sims/shadow-load/theory.ts';

/** 200,000 requests: the mean of an M/M/1 is then within 1.6 % at a load of .5, 2.9 % at .8. */
const seconds = 200_000 / 40;
const copied: Partial<Config> = { arrivalsPerSecond: 40, mirrorShare: 1 };
const off = (seen: number, expected: number): number => Math.abs(seen / expected - 1);

test('without copies users wait as in M/M/1: 16.67 ms', () => {
  expect(off(usersMs(longRun({ arrivalsPerSecond: 40 }, seconds)), 16.67)).toBeLessThan(0.016);
});

test('with every request copied users wait 70 ms and all jobs 75 ms, not the 50 of the plain formula', () => {
  const state = longRun(copied, seconds);
  expect(off(usersMs(state), 70)).toBeLessThan(0.029);
  expect(off(allJobsMs(state), 75)).toBeLessThan(0.029);
});

test('copies put off by seconds no longer come in pairs: users and copies are back at about 50 ms', () => {
  // A standard deviation of 0.7 ms over seeds, of which this is more than three.
  const state = longRun({ ...copied, copyDelayMs: 5000 }, seconds);
  expect(Math.abs(usersMs(state) - 50)).toBeLessThan(2.5);
  expect(Math.abs(allJobsMs(state) - 50)).toBeLessThan(2.5);
});

test('99 of 100 users wait at most ln(100) times the mean', () => {
  const plain = simulation as unknown as Simulation;
  const log: LogEntry[] = [];
  const machine = new Machine(plain, { ...defaults(fieldsOf(plain)), arrivalsPerSecond: 40 }, 1, [], log);
  machine.advance({ timeUs: seconds * 1e6 });
  const took = log.flatMap(({ fact }) => (fact.type === 'answered' ? [Number(fact['tookUs']) / 1000] : []));
  took.sort((a, b) => a - b);
  // 200,000 dependent answers: within 3 %.
  expect(off(took[Math.floor(took.length * 0.99)]!, mm1PercentileMs(40, 100))).toBeLessThan(0.03);
});

test('before two and before ten servers look-ups wait as Erlang C says', () => {
  const two = longRun({ arrivalsPerSecond: 100, databaseServers: 2 }, 2000);
  expect(off(usersMs(two) - 10, mmcWaitMs(100, 100, 2))).toBeLessThan(0.05);
  // A load of 6 on 10 servers. The wait is a fortieth of the whole, so its error is large: 15 % is three standard deviations.
  const ten = longRun({ arrivalsPerSecond: 200, databaseMs: 30, databaseServers: 10 }, 1000);
  expect(off(usersMs(ten) - 30, mmcWaitMs(200, 1000 / 30, 10))).toBeLessThan(0.15);
});

test('beyond two thirds copied, the line grows as long as the rush lasts; below it does not', () => {
  const waiting = (mirrorShare: number, untilS: number): number =>
    longRun({ mirrorShare }, untilS).databases.shared.waiting.length;
  expect(waiting(0.5, 600)).toBeLessThan(100);
  // 60 · 2 − 100 = 20 more come in a second than can be served.
  expect(waiting(1, 100) / 100).toBeGreaterThan(15);
  expect(waiting(1, 300) / waiting(1, 100)).toBeGreaterThan(2.5);
});
