/** A model that throws, tried beside the same model sound. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedMs, randomInputs } from '../contract/arbitrary.ts';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { compareMoments, momentOf } from '../../src/engine/log.ts';
import { openRun } from '../../src/engine/run.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';

const sound = boundedQueue as unknown as AnySimulation;
const run = openRun(sound, 'busy');
const whole = play(sound, run);

/** From that time on no event can be applied; the step that fails has logged and scheduled before it does. */
const failsFrom = (ms: number): AnySimulation => ({
  ...sound,
  step(state, event, config, sim) {
    const after = sound.step(state, event, config, sim);
    if (sim.nowMs < ms) return after;
    throw new Error('The server is on fire.\n    at step (model.ts:12)');
  },
});

test('a run ends before the event that cannot be applied, and says so in one line', () => {
  const broken = play(failsFrom(120), run);
  const fatalUs = whole.log.find(({ timeUs }) => timeUs >= 120_000)!.timeUs;
  expect(broken.whole).toBe(true);
  expect(broken.failure!.message).toMatch(/^The model stopped at 1\d\d ms: The server is on fire\.$/);
  expect(broken.log).toEqual(whole.log.filter(({ timeUs }) => timeUs < 120_000));
  expect(broken.failure!.at.timeUs).toBeLessThanOrEqual(fatalUs);
  expect(broken.at({ timeUs: 119_999 })).toEqual(whole.at({ timeUs: 119_999 }));
  expect(broken.end).toEqual(broken.at({ timeUs: 9_000_000 }));
  expect(broken.end.moment).toEqual(broken.failure!.at);
  expect(broken.end.state).toEqual(whole.at({ timeUs: 119_999 }).state);
});

test('it fails at the same place however the run is cut, and is whole from then on', () => {
  const straight = play(failsFrom(4000), run);
  for (const size of [1, 7, 300]) {
    const sliced = new Timeline(failsFrom(4000), run);
    while (!sliced.runFor(size));
    expect(sliced.failure).toEqual(straight.failure);
    expect(sliced.hash()).toBe(straight.hash());
    expect(sliced.cuesMet).toEqual(straight.cuesMet);
  }
});

test('an act that cannot be done is not done: the run stands where it was, and others may follow from before', () => {
  const at = { timeUs: 5_000_000 };
  const act = { type: 'burst', requests: 13 };
  const unlucky: AnySimulation = {
    ...sound,
    accept(state, input, config, sim) {
      const after = sound.accept(state, input, config, sim);
      if (input['requests'] === 13) throw new Error('Thirteen?');
      return after;
    },
  };
  const before = play(unlucky, run);
  expect(before.preview(at, act)).toEqual(before.at(at));
  const after = before.branch(at, act).finish();
  expect(after.failure).toEqual({ at, message: 'The model stopped at 5000 ms: Thirteen?' });
  expect(after.end).toEqual(before.at(at));
  expect(after.log.some(({ fact }) => fact.type === 'burst')).toBe(false);
  const instead = after.branch({ timeUs: 4_000_000 }, { type: 'burst', requests: 12 }).finish();
  expect(instead.failure).toBeNull();
  expect((instead.end.state as State).arrived).toBe((whole.end.state as State).arrived + 12);
});

test('a state that cannot be measured is not shown; the last one that can is', () => {
  const cannotCount: AnySimulation = {
    ...sound,
    measure(state, config, nowMs) {
      if ((state as State).served > 100) throw new Error('more than a hundred');
      return sound.measure(state, config, nowMs);
    },
  };
  const timeline = new Timeline(cannotCount, openRun(cannotCount, 'calm'));
  expect((timeline.end.state as State).served).toBe(100);
  expect(timeline.failure!.message).toMatch(/^The model stopped at \d+ ms: more than a hundred\.$/);
  expect(timeline.log.filter(({ fact }) => fact.type === 'served')).toHaveLength(100);
});

test('a model that can never be measured has a first state and nothing to say of it', () => {
  const mute: AnySimulation = {
    ...sound,
    measure() {
      throw new Error('');
    },
  };
  for (const scenario of ['calm', 'busy']) {
    const { measures, moment } = new Timeline(mute, openRun(mute, scenario)).at({ timeUs: 77 });
    expect(measures).toEqual({ meanResponseMs: null, rejectedShare: null, inSystem: null });
    expect(moment.timeUs).toBe(0);
  }
});

test('a model that cannot be started throws at once', () => {
  const still: AnySimulation = {
    ...sound,
    start() {
      throw new Error('no power');
    },
  };
  expect(() => new Timeline(still, run)).toThrow('no power');
});

test('wherever a model throws, no moment, act or branch of its run throws, and what came before is as in the sound one', () => {
  const frail = (what: 'step' | 'accept' | 'measure', ms: number): AnySimulation => {
    const failing = (nowMs: number): void => {
      if (nowMs >= ms) throw new Error(`${what} at ${ms}`);
    };
    return {
      ...sound,
      step(state, event, config, sim) {
        if (what === 'step') failing(sim.nowMs);
        return sound.step(state, event, config, sim);
      },
      accept(state, input, config, sim) {
        if (what === 'accept') failing(sim.nowMs);
        return sound.accept(state, input, config, sim);
      },
      measure(state, config, nowMs) {
        if (what === 'measure') failing(nowMs);
        return sound.measure(state, config, nowMs);
      },
    };
  };
  const acts = randomInputs(sound, 10_000, 6);
  const moments = fc.array(boundedMs(10_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.constantFrom('step' as const, 'accept' as const, 'measure' as const),
      fc.integer({ min: 0, max: 9000 }),
      acts,
      moments,
      (what, ms, inputs, asked) => {
        const acted = { ...run, inputs };
        const healthy = play(sound, acted);
        const timeline = new Timeline(frail(what, ms), acted);
        for (const moment of asked) {
          const { moment: shown, state } = timeline.at(moment);
          expect(compareMoments(shown, moment)).toBeLessThanOrEqual(0);
          if (moment.timeUs < ms * 1000) expect(state).toEqual(healthy.at(moment).state);
          timeline.preview(moment, { type: 'burst', requests: 2 });
          timeline.branch(moment, { set: 'open', value: false }).at({ timeUs: 9_999_999 });
        }
        timeline.finish();
        for (const entry of timeline.log)
          expect(compareMoments(momentOf(entry), timeline.end.moment)).toBeLessThanOrEqual(0);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
