/** What an instructor locks stays, whatever a learner or a host does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedMs, randomInputs, randomValues } from '../contract/arbitrary.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { fuzzed } from '../contract/probes.ts';
import { fieldsOf, isLive, type AnySimulation } from '../../src/engine/fields.ts';
import { baseConfig, openRun, orderedInputs } from '../../src/engine/run.ts';
import type { Moment, Run, RunInput, TimedInput, Value, Values } from '../../src/engine/simulation.ts';
import { compareMoments } from '../../src/engine/log.ts';
import { readSetUp } from '../../src/embed/set-up.ts';
import { Player } from '../../src/lab/player.ts';

const queue = boundedQueue as unknown as AnySimulation;

type Deed = (player: Player) => void;

/** Whatever can be pressed, dragged, opened, compared or taken back. */
function deeds(simulation: AnySimulation): fc.Arbitrary<Deed> {
  const fields = fieldsOf(simulation);
  const scenario = fc.constantFrom(...Object.keys(simulation.scenarios));
  const moment = boundedMs(Math.max(...Object.values(simulation.scenarios).map(({ untilMs }) => untilMs)));
  const inputs = randomInputs(simulation, 60_000, 4);
  const plain: Deed[] = [
    (player) => player.undo(),
    (player) => player.redo(),
    (player) => player.newSeed(),
    (player) => player.step(1),
    (player) => player.step(-1),
    (player) => player.restart(),
    (player) => player.hand.discard(),
    (player) => player.switchTo(player.futures[0]!),
    (player) => player.letGo(player.current),
  ];
  const withInput = (act: (player: Player, input: RunInput) => void): fc.Arbitrary<Deed> =>
    inputs.map((list) => (player: Player) => list.forEach(({ input }) => act(player, input)));
  return fc.oneof(
    fc.constantFrom(...plain),
    moment.map((at) => (player: Player) => player.seek(at)),
    withInput((player, input) => player.hand.commit(input)),
    withInput((player, input) => player.hand.nudge(input)),
    withInput((player, input) => player.hand.preview(input)),
    randomValues(simulation).map((values) => (player: Player) => {
      for (const [name, value] of Object.entries(values)) player.set(name, value, isLive(fields[name]!));
    }),
    randomValues(simulation).map((values) => (player: Player) => player.reset(values)),
    randomValues(simulation).map((vs) => (player: Player) => player.compare([{ vs }])),
    fc
      .tuple(scenario, fc.nat(), randomValues(simulation), inputs, moment)
      .map(([id, seed, changed, acts, at]) => (player: Player) => {
        player.open(openRun(simulation, id, { seed, changed, inputs: acts }), at);
      }),
    fc.constantFrom(...simulation.challenges).map((challenge) => (player: Player) => {
      const { changed = {}, inputs: acts } = challenge.solution;
      player.open(openRun(simulation, challenge.scenario, { changed: changed as Values, inputs: acts }));
    }),
  );
}

interface Case {
  scenario: string;
  changed: Values;
  inputs: readonly TimedInput[];
  locked: readonly string[];
  done: readonly Deed[];
  asked: readonly Moment[];
}

function cases(simulation: AnySimulation): fc.Arbitrary<Case> {
  const names = Object.values(fieldsOf(simulation)).map(({ short }) => short);
  const first = Object.keys(simulation.scenarios)[0]!;
  const lockable = [...names, 'seed', 'scenario', ...Object.keys(simulation.inputs)];
  return fc.record({
    scenario: fc.constantFrom(...Object.keys(simulation.scenarios)),
    changed: randomValues(simulation),
    inputs: randomInputs(simulation, 60_000, 4),
    // As an address names them, so that the acts that move a field are locked with it.
    locked: fc
      .subarray(lockable, { minLength: 1 })
      .map((list) => readSetUp(simulation, new URLSearchParams({ lock: list.join() }), first).locked)
      .filter((list) => list.length > 0),
    done: fc.array(deeds(simulation), { maxLength: 8 }),
    asked: fc.array(boundedMs(200_000), { minLength: 1, maxLength: 4 }),
  });
}

/** What a field is at a moment by the run alone: how it begins, then the last time it is set. */
function valueIn(simulation: AnySimulation, run: Run, name: string, moment: Moment): Value | undefined {
  const sets = orderedInputs(simulation, run).flatMap(({ at, input }) =>
    'set' in input && input.set === name && compareMoments(at, moment) <= 0 ? [input.value as Value] : [],
  );
  return sets.at(-1) ?? baseConfig(simulation, run)[name];
}

for (const simulation of await everySimulation()) {
  const fields = fieldsOf(simulation);
  describe(simulation.id, () => {
    test('whatever is pressed, opened or taken back, what is locked is at every moment as it was set', () => {
      fc.assert(
        fc.property(cases(simulation), ({ scenario, changed, inputs, locked, done, asked }) => {
          const given = openRun(simulation, scenario, { changed, inputs, seed: 5 });
          const player = new Player(simulation, given, () => {
            const { run, view, playhead } = player;
            if (locked.includes('seed')) expect(run.seed).toBe(5);
            if (locked.includes('scenario')) expect(run.scenario).toBe(scenario);
            for (const name of locked)
              if (name in fields) expect(view.config[name]).toEqual(valueIn(simulation, given, name, playhead));
          });
          player.sleep(true);
          player.lock(locked);
          for (const deed of done) {
            deed(player);
            player.hand.discard();
            for (const at of asked) player.seek(at);
          }
        }),
        fuzzed,
      );
    });
  });
}

describe('what the instructor set is not the learner’s', () => {
  const locked = (changed: Values, names: readonly string[], inputs: [number, RunInput][] = []): Player => {
    const acts = inputs.map(([seconds, input]) => ({ at: { timeUs: seconds * 1e6 }, input }));
    const player = new Player(queue, openRun(queue, 'busy', { changed, inputs: acts }), () => undefined);
    player.sleep(true);
    player.lock(names);
    return player;
  };
  const burst = (requests: number): RunInput => ({ type: 'burst', requests });
  const usual = queue.scenarios['busy']!.config as Record<string, Value>;

  test('a locked value and a locked act are no acts of the learner', () => {
    const player = locked({ meanServiceMs: 5 }, ['meanServiceMs', 'burst'], [[1, burst(4)]]);
    expect(player.acts).toBe(0);
    player.hand.commit({ set: 'open', value: false });
    expect(player.acts).toBe(1);
    player.hand.commit(burst(9));
    expect(player.acts).toBe(1);
    expect(player.run.inputs.filter(({ input }) => 'type' in input)).toEqual([
      { at: { timeUs: 1e6 }, input: burst(4) },
    ]);
  });

  test('a locked value that is the usual one anyway is none either', () => {
    const arrivalsPerSecond = usual['arrivalsPerSecond'] ?? 80;
    expect(locked({ arrivalsPerSecond }, ['arrivalsPerSecond']).acts).toBe(0);
  });

  test('a run that differs only in what is locked brings no act', () => {
    const player = locked({}, ['meanServiceMs']);
    player.open(openRun(queue, 'busy', { changed: { meanServiceMs: 5 } }));
    expect(player.acts).toBe(0);
  });

  test('a run made to keep to the locks is opened as that very run, so that an author’s solution is known again', () => {
    const player = locked({ meanServiceMs: 5 }, ['meanServiceMs']);
    const run = player.withLocks(openRun(queue, 'busy', { changed: { capacity: 9, meanServiceMs: 7 } }));
    expect(run.changed).toEqual({ capacity: 9, meanServiceMs: 5 });
    player.open(run);
    expect(player.run).toBe(run);
  });

  test('what is done can be cleared, and what was set is there as it was', () => {
    const player = locked({ meanServiceMs: 5 }, [], [[1, burst(4)]]);
    const { given } = player;
    player.set('meanServiceMs', 9, false);
    player.hand.commit(burst(9));
    player.newSeed();
    const { seed } = player.run;
    player.reset({});
    expect(player.run).toEqual({ ...given, seed });
    expect(player.acts).toBe(0);
  });

  test('nothing from before the lock can be brought back', () => {
    const player = new Player(queue, openRun(queue, 'busy'), () => undefined);
    player.sleep(true);
    player.set('meanServiceMs', 5, false);
    player.lock(['meanServiceMs']);
    player.undo();
    expect(player.run.changed).toEqual({ meanServiceMs: 5 });
    expect(player.undoable).toBeNull();
  });
});
