/** What every simulation must pass, whatever it is about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedMs, randomInputs } from './arbitrary.ts';
import { checkValue, fieldsOf, readField, writeField, type AnySimulation } from '../../src/engine/fields.ts';
import { compareMoments, momentOf, type LogEntry } from '../../src/engine/log.ts';
import { Machine, type Snapshot } from '../../src/engine/machine.ts';
import { baseConfig, openRun, orderedInputs } from '../../src/engine/run.ts';
import { actsIn, isWon, solutionOf, startOf } from '../../src/engine/challenge.ts';
import { readRunLink, reservedNames, writeRunLink } from '../../src/engine/run-link.ts';
import type { Field, Moment, Run, Value } from '../../src/engine/simulation.ts';
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
    const fuzzed = { seed: 20_260_101, numRuns: 25 };

    test('names its fields and acts so that links and embeds can carry them', () => {
      const shorts = Object.values(fields).map(({ short }) => short);
      expect(new Set(shorts).size).toBe(shorts.length);
      for (const name of [...shorts, ...Object.keys(simulation.inputs)]) {
        expect(reservedNames).not.toContain(name);
        expect(name).toMatch(/^[a-zA-Z][\w-]*$/);
      }
      expect(Object.keys(simulation.inputs).filter((name) => shorts.includes(name))).toEqual([]);
    });

    test('has valid defaults, reports what is out of range and reads back what it writes', () => {
      for (const [name, field] of Object.entries(fields)) {
        expect(checkValue(name, field, field.default)).toEqual({ value: field.default });
        expect(readField(name, field, writeField(field.default))).toEqual({ value: field.default });
        expect(readField(name, field, 'no such value')).toHaveProperty('problem');
        if (field.kind === 'number') expect(readField(name, field, String(field.max + 1))).toHaveProperty('problem');
      }
    });

    test('ignores an unknown name in a link, and says so', () => {
      const scenario = Object.keys(simulation.scenarios)[0]!;
      const read = readRunLink(
        simulation,
        new URLSearchParams('nonsense=1&scenario=nowhere&seed=-1&in=5:nothing'),
        scenario,
      );
      expect(read.run).toEqual(openRun(simulation, scenario));
      expect(read.notices).toHaveLength(4);
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

        test('leaves the same things to chance under every value of every field: one draw for each entity', () => {
          const plain = drawsIn(simulation, run);
          expect(plain.size > 0).toBe(whole.usesChance);
          for (const [name, field] of Object.entries(fields)) {
            for (const value of extremes(field)) {
              const other = drawsIn(simulation, openRun(simulation, id, { changed: { [name]: value } }));
              const unlike = [...other].filter(([key, us]) => us.length > 1 || (plain.get(key) ?? us)[0] !== us[0]);
              expect(unlike, `with ${name} ${String(value)}`).toEqual([]);
            }
          }
        });

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

        test('travels in a link and comes back the same run', () => {
          fc.assert(
            fc.property(randomInputs(simulation, scenario.untilMs), boundedMs(scenario.untilMs), (inputs, moment) => {
              const sent = openRun(simulation, id, { inputs: inputs.slice(0, 12), seed: 7 });
              const written = writeRunLink(simulation, sent, { moment });
              if ('problem' in written) throw new Error(written.problem);
              const read = readRunLink(simulation, new URLSearchParams(written.query), id);
              expect(read).toEqual({ run: sent, moment, notices: [] });
              expect(writeRunLink(simulation, read.run, { moment })).toEqual(written);
            }),
            fuzzed,
          );
        });

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

    for (const challenge of simulation.challenges) {
      test(`challenge ${challenge.id} is won by its solution and not by doing nothing`, () => {
        const idle = startOf(simulation, challenge);
        expect(isWon(challenge, play(simulation, idle).end.measures)).toBe(false);
        expect(isWon(challenge, play(simulation, solutionOf(simulation, challenge)).end.measures)).toBe(true);
        expect(actsIn(solutionOf(simulation, challenge))).toBe(challenge.par);
      });
    }
  });
}

/** A capital, digit, quotation mark or version (v2) first, a full stop last, and nothing a program would say. */
const sentence = /^(?!.*\b(undefined|NaN|null|Infinity|\[object)\b)(?:[A-Z0-9“"‘]|v\d).*[.?”]$/s;

function machineFor(simulation: AnySimulation, run: Run, from?: Snapshot, log: LogEntry[] | null = null): Machine {
  return new Machine(simulation, baseConfig(simulation, run), run.seed, orderedInputs(simulation, run), log, from);
}

/** A machine that writes down what is left to chance. */
class Recorder extends Machine {
  /** Not a field with an initial value: the first draws are made while the machine itself is being built. */
  declare draws: Map<string, number[]>;

  override random(stream: string, key: number): number {
    const u = super.random(stream, key);
    this.draws ??= new Map();
    const entity = `${stream} ${key}`;
    this.draws.set(entity, [...(this.draws.get(entity) ?? []), u]);
    return u;
  }
}

/** Every draw of a run, by stream and key; at most the first 3,000 events. */
function drawsIn(simulation: AnySimulation, run: Run): ReadonlyMap<string, readonly number[]> {
  const { untilMs } = simulation.scenarios[run.scenario]!;
  const inputs = orderedInputs(simulation, run);
  const machine = new Recorder(simulation, baseConfig(simulation, run), run.seed, inputs, null);
  machine.advance({ timeUs: Math.round(untilMs * 1000) }, 3000);
  return machine.draws ?? new Map<string, number[]>();
}

/** The ends of a field's range, or all its options. */
function extremes(field: Field): Value[] {
  switch (field.kind) {
    case 'number':
      return [field.min, field.max];
    case 'choice':
      return Object.keys(field.options);
    case 'switch':
      return [false, true];
  }
}

/** The start, the end, ten moments between, and addresses inside a microsecond that holds several events. */
function someMoments(timeline: Timeline): Moment[] {
  const spread: Moment[] = Array.from({ length: 11 }, (_, i) => ({ timeUs: Math.round((timeline.untilUs * i) / 10) }));
  const crowded = timeline.log
    .filter(({ k }) => k > 1)
    .slice(0, 5)
    .map(({ timeUs, k }) => ({ timeUs, k: k - 1 }));
  return [...spread, ...crowded].sort(compareMoments);
}
