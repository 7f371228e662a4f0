/** What every simulation must pass, whatever it is about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomInputs } from './arbitrary.ts';
import { isFairChallenge } from './challenging.ts';
import { comparesFairly } from './comparing.ts';
import { agreesWithTheory } from './expecting.ts';
import { speaksInLinks, travelsInLinks } from './linking.ts';
import { fuzzed, machineFor, sentence, someMoments } from './probes.ts';
import { checkValue, fieldsOf, readField, writeField, type AnySimulation } from '../../src/engine/fields.ts';
import { momentOf, type LogEntry } from '../../src/engine/log.ts';
import type { Snapshot } from '../../src/engine/machine.ts';
import { baseConfig, openRun } from '../../src/engine/run.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';

/** Each scenario's log hash beside the version: the one golden value. A changed hash asks for a raised version. */
export interface Golden {
  version: number;
  hashes: Readonly<Record<string, string>>;
}

/** `file` is where `golden` is written down. */
export function contractOf(simulation: AnySimulation, golden: Golden, file: string): void {
  describe(`${simulation.id} keeps the contract`, () => {
    const fields = fieldsOf(simulation);

    speaksInLinks(simulation);

    test('has valid defaults, reports what is out of range and reads back what it writes', () => {
      for (const [name, field] of Object.entries(fields)) {
        expect(checkValue(name, field, field.default)).toEqual({ value: field.default });
        expect(readField(name, field, writeField(field.default))).toEqual({ value: field.default });
        expect(readField(name, field, 'no such value')).toHaveProperty('problem');
        if (field.kind === 'number') expect(readField(name, field, String(field.max + 1))).toHaveProperty('problem');
      }
    });

    for (const [id, scenario] of Object.entries(simulation.scenarios)) {
      describe(`scenario ${id}`, () => {
        const run = openRun(simulation, id);
        const whole = play(simulation, run);

        test('ends in the same place every time, as its version promises', () => {
          expect(play(simulation, run).hash()).toBe(whole.hash());
          const told = { version: simulation.version, hash: whole.hash() };
          expect(
            told,
            `${file} promises another story for "${id}". A changed model raises its version; then write down ` +
              `{ "version": ${told.version}, "hashes": { "${id}": "${told.hash}", ... } }`,
          ).toEqual({ version: golden.version, hash: golden.hashes[id] });
        });

        test('has at most 20,000 events, and valid fields and cues', () => {
          expect(whole.events).toBeLessThanOrEqual(20_000);
          expect(openRun(simulation, id, { changed: scenario.config as Run['changed'] }).scenario).toBe(id);
          for (const cue of scenario.cues) expect([cue.onFact, cue.onMeasures].filter(Boolean)).toHaveLength(1);
        });

        test('shows the same moment whether it is played to or sought', () => {
          const sought = new Timeline(simulation, run);
          const moments = someMoments(whole);
          for (const moment of [...moments].reverse()) {
            const machine = machineFor(simulation, run);
            machine.advance(moment);
            expect(sought.at(moment).state, `at ${JSON.stringify(moment)}`).toEqual(machine.state);
          }
          for (const moment of moments)
            expect(sought.at(moment).state).toEqual(new Timeline(simulation, run).at(moment).state);
        });

        test('does not depend on how the run is cut into slices', () => {
          const sliced = new Timeline(simulation, run);
          for (let size = 1; !sliced.runFor(size); size = (size * 7 + 1) % 97 || 1);
          expect(sliced.hash()).toBe(whole.hash());
        });

        test('goes on the same after a round trip through JSON', () => {
          for (const moment of someMoments(whole)) {
            const first = machineFor(simulation, run);
            first.advance(moment);
            const kept = JSON.parse(JSON.stringify(first.snapshot())) as Snapshot;
            expect(kept).toStrictEqual(first.snapshot());
            const second = machineFor(simulation, run, kept);
            const end = { timeUs: whole.untilUs };
            first.advance(end);
            second.advance(end);
            expect(second.snapshot()).toStrictEqual(first.snapshot());
          }
        });

        comparesFairly(simulation, run);
        agreesWithTheory(simulation, run);

        test('says every fact and describes every moment in sentences', () => {
          const config = baseConfig(simulation, run);
          for (const { fact } of whole.log) {
            const info = simulation.facts[fact.type];
            expect(info, `fact ${fact.type} is declared`).toBeDefined();
            expect(info!.say(fact)).toMatch(sentence);
            for (const value of Object.values(fact))
              expect(typeof value !== 'number' || Number.isInteger(value), JSON.stringify(fact)).toBe(true);
          }
          for (const moment of someMoments(whole)) {
            const { state, config: now, nowMs } = whole.at(moment);
            expect(simulation.describe(state, now, nowMs)).toMatch(sentence);
            expect(simulation.timeLabel(nowMs, config)).not.toMatch(/undefined|NaN/);
          }
        });

        test('stays finite, true to its invariants and in words under any acts of a learner', () => {
          fc.assert(
            fc.property(
              randomInputs(simulation, scenario.untilMs),
              fc.integer({ min: 0, max: 2 ** 32 - 1 }),
              (inputs, seed) => {
                const timeline = play(simulation, openRun(simulation, id, { inputs, seed }));
                for (const moment of someMoments(timeline)) {
                  const { state, config, nowMs, measures } = timeline.at(moment);
                  for (const [name, value] of Object.entries(measures))
                    expect(value === null || Number.isFinite(value), name).toBe(true);
                  expect(Object.keys(measures).sort()).toEqual(Object.keys(simulation.measures).sort());
                  for (const [claim, holds] of Object.entries(simulation.invariants))
                    expect(holds(state, config), claim).toBe(true);
                  expect(simulation.describe(state, config, nowMs)).toMatch(sentence);
                }
              },
            ),
            fuzzed,
          );
        });

        test('leads from every line of the log to a moment at which it has been told', () => {
          fc.assert(
            fc.property(randomInputs(simulation, scenario.untilMs), (inputs) => {
              const acted = openRun(simulation, id, { inputs });
              const told: LogEntry[] = [];
              const machine = machineFor(simulation, acted, undefined, told);
              const early = play(simulation, acted).log.filter((entry, i) => {
                machine.advance(momentOf(entry));
                return told.length <= i;
              });
              expect(early).toEqual([]);
            }),
            fuzzed,
          );
        });

        travelsInLinks(simulation, run);

        test('keeps the past identical in a branch', () => {
          fc.assert(
            fc.property(randomInputs(simulation, scenario.untilMs, 1), ([act]) => {
              if (!act) return;
              const branch = whole.branch(act.at, act.input).finish();
              const past = (timeline: Timeline): unknown[] =>
                timeline.log.filter(({ timeUs }) => timeUs < act.at.timeUs);
              expect(past(branch)).toEqual(past(whole));
              expect(branch.hash()).toBe(play(simulation, branch.run).hash());
              expect(whole.preview(act.at, act.input).state).toEqual(branch.at(act.at).state);
            }),
            fuzzed,
          );
        });
      });
    }

    for (const challenge of simulation.challenges) isFairChallenge(simulation, challenge);
  });
}
