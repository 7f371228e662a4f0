import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openRun } from '../../src/engine/run.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { Timeline } from '../../src/engine/timeline.ts';
import type { Future } from '../../src/lab/futures.ts';
import { Player } from '../../src/lab/player.ts';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const second = (seconds: number) => ({ timeUs: seconds * 1_000_000 });

/** Off screen, so that nothing moves by itself. */
function playerOf(simulation: AnySimulation = queue): Player {
  const player = new Player(simulation, openRun(simulation, 'busy'), () => {});
  player.sleep(true);
  return player;
}
const letters = ({ futures }: Player): string => futures.map(({ letter }) => letter).join('');
const shut = { set: 'open', value: false } as const;
const burst = (requests: number) => ({ type: 'burst', requests });

test('acting where nothing later was seen keeps to one future', () => {
  const player = playerOf();
  player.seek(second(2));
  player.commit(burst(3));
  player.seek(second(4));
  player.commit(shut);
  expect(letters(player)).toBe('A');
  expect(player.run.inputs).toHaveLength(2);
});

test('acting in the past keeps what was seen, and the new future parts from it there', () => {
  const player = playerOf();
  player.seek(second(8));
  const [seen] = player.futures;
  player.seek(second(3));
  player.commit(shut);
  expect(letters(player)).toBe('AB');
  expect(player.futures[0]).toBe(seen);
  expect(player.current.letter).toBe('B');
  expect(player.current).toMatchObject({ from: 'A', parted: second(3), shared: 0, reached: second(3) });
  expect(seen!.run.inputs).toEqual([]);
});

test('what an act in the past brings is not told ahead, and what was seen of the other future stays told', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  expect(player.reached).toEqual(second(3));
  player.switchTo(player.futures[0]!);
  expect(player.reached).toEqual(second(8));
});

test('two futures are the same up to where they parted', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  const [a, b] = player.futures.map(({ timeline }) =>
    timeline.finish().log.filter(({ timeUs }) => timeUs < second(3).timeUs),
  );
  expect(b).toEqual(a);
  expect(b!.length).toBeGreaterThan(100);
});

test('switching shows the other future at the same moment', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  player.seek(second(6));
  const shutOut = player.view.measures['rejectedShare']!;
  player.switchTo(player.futures[0]!);
  expect(player.playhead).toEqual(second(6));
  expect(player.view.measures['rejectedShare']).toBeLessThan(shutOut);
});

test('undo takes an act back, and the future it made; redo does both again', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  expect(player.undoable).toBe('Door: shut');
  player.undo();
  expect([letters(player), player.run.inputs.length, player.playhead]).toEqual(['A', 0, second(3)]);
  expect([player.undoable, player.redoable]).toEqual([null, 'Door: shut']);
  player.redo();
  expect([letters(player), player.current.letter, player.run.inputs.length]).toEqual(['AB', 'B', 1]);
  expect(player.redoable).toBeNull();
});

test('after an undo, another act leaves nothing to do again', () => {
  const player = playerOf();
  player.commit(shut);
  player.undo();
  player.commit(burst(2));
  expect([player.undoable, player.redoable]).toEqual(['Burst: requests 2', null]);
});

test('a future can be let go, and undo brings it back; the last one cannot', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  player.letGo(player.current);
  expect([letters(player), player.current.letter]).toEqual(['A', 'A']);
  player.letGo(player.current);
  expect(letters(player)).toBe('A');
  player.undo();
  expect([letters(player), player.current.letter]).toEqual(['AB', 'B']);
});

test('the letter of a future that others grew out of is not given to another', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  player.seek(second(9));
  player.letGo(player.futures[0]!);
  player.seek(second(5));
  player.commit(burst(5));
  expect(player.futures.map(({ letter, from }) => [letter, from])).toEqual([
    ['B', 'A'],
    ['C', 'B'],
  ]);
});

test('there are at most six futures; the oldest makes room, and undo brings it back', () => {
  const player = playerOf();
  player.seek(second(9));
  for (let i = 0; i < 6; i += 1) {
    player.seek(second(8 - i));
    player.commit(burst(i + 1));
    player.seek(second(9));
  }
  expect([letters(player), player.current.letter]).toEqual(['BCDEFG', 'G']);
  player.undo();
  expect([letters(player), player.current.letter]).toEqual(['ABCDEF', 'F']);
});

test('a quick run of small moves of one thing is one act, at one moment only', () => {
  const player = playerOf();
  player.seek(second(2));
  for (const places of [4, 5, 6]) player.set('capacity', places, true);
  expect(player.run.inputs).toEqual([{ at: second(2), input: { set: 'capacity', value: 6 } }]);
  player.seek(second(3));
  player.set('capacity', 7, true);
  expect(player.run.inputs).toHaveLength(2);
  player.undo();
  player.undo();
  expect([player.run.inputs, player.undoable]).toEqual([[], null]);
});

test('a slider of how the run begins is one act too, from wherever it is moved', () => {
  const player = playerOf();
  player.seek(second(5));
  for (const rate of [91, 92, 93]) player.set('arrivalsPerSecond', rate, false);
  expect([letters(player), player.run.changed]).toEqual(['AB', { arrivalsPerSecond: 93 }]);
  player.undo();
  expect([letters(player), player.run.changed, player.undoable]).toEqual(['A', {}, null]);
});

test('small moves of two things are two acts', () => {
  const player = playerOf();
  player.set('capacity', 4, true);
  player.set('open', false, true);
  expect(player.run.inputs).toHaveLength(2);
});

test('a compared run has the same seed and acts, another field, and follows what is done', () => {
  const player = playerOf();
  player.compare([{ vs: { meanServiceMs: 20 } }]);
  player.seek(second(5));
  player.commit(burst(9));
  const [other] = player.others;
  expect(other!.name).toBe('Mean service: 20 ms');
  expect(other!.timeline.run).toEqual({ ...player.run, changed: { meanServiceMs: 20 } });
  expect(other!.view.nowMs).toBe(player.view.nowMs);
  player.undo();
  expect(player.others[0]!.timeline.run.inputs).toEqual([]);
  player.compare([]);
  expect(player.others).toEqual([]);
});

test('a held drag is previewed in the compared run as well', () => {
  const player = playerOf();
  player.compare([{ vs: { meanServiceMs: 20 } }]);
  player.seek(second(5));
  player.hand.preview(shut);
  expect([player.view.config['open'], player.others[0]!.view.config['open']]).toEqual([false, false]);
  player.hand.discard();
  expect([player.view.config['open'], player.others[0]!.view.config['open']]).toEqual([true, true]);
});

test('no future is compared with itself: who switches to the compared one compares it with the one that was left', () => {
  const player = playerOf();
  player.seek(second(8));
  player.seek(second(3));
  player.commit(shut);
  const [a, b] = player.futures;
  player.compare([{ future: a! }]);
  player.switchTo(a!);
  expect(player.others[0]!.timeline).toBe(b!.timeline);
  player.letGo(b!);
  expect(player.others).toEqual([]);
});

test('another run can be opened, and what was there had back', () => {
  const player = playerOf();
  player.seek(second(2));
  player.commit(shut);
  player.newSeed();
  expect([player.run.seed === 1, player.playhead]).toEqual([false, { timeUs: 0 }]);
  player.undo();
  expect([player.run.seed, player.playhead, player.run.inputs.length]).toEqual([1, second(2), 1]);
});

/** Breaks when a burst of more than ten comes, and cannot begin with a service of more than 50 ms. */
const fragile: AnySimulation = {
  ...queue,
  start: (config, sim) => {
    if (Number(config['meanServiceMs']) > 50) throw new Error('too slow');
    return queue.start(config, sim);
  },
  accept: (state, input, config, sim) => {
    if (Number(input['requests']) > 10) throw new Error('too many at once');
    return queue.accept(state, input, config, sim);
  },
};

test('a model that throws shows its last good moment and says why; undo goes on from there', () => {
  const player = playerOf(fragile);
  player.seek(second(4));
  const { inSystem } = player.view.measures;
  player.commit(burst(11));
  expect(player.problem).toContain('too many at once');
  expect(player.view.measures['inSystem']).toBe(inSystem);
  player.seek(second(9));
  expect(player.playhead.timeUs).toBeLessThanOrEqual(second(4).timeUs);
  player.undo();
  expect(player.problem).toBeNull();
  player.seek(second(9));
  expect([player.problem, player.playhead]).toEqual([null, second(9)]);
});

test('a beginning the model cannot make leaves the run as it was, and the next act takes the sentence away', () => {
  const player = playerOf(fragile);
  player.seek(second(4));
  player.set('meanServiceMs', 51, false);
  expect(player.problem).toContain('too slow');
  expect([player.run.changed, player.playhead]).toEqual([{}, second(4)]);
  player.commit(burst(2));
  expect([player.problem, player.run.inputs.length]).toEqual([null, 1]);
});

test('a beginning that is refused takes no other act with it, however quickly the next one comes', () => {
  const player = playerOf(fragile);
  player.commit({ set: 'capacity', value: 10 });
  player.set('meanServiceMs', 51, false);
  player.set('meanServiceMs', 40, false);
  expect(player.run.changed).toEqual({ meanServiceMs: 40 });
  expect(player.run.inputs.map(({ input }) => input)).toEqual([{ set: 'capacity', value: 10 }]);
});

test('undo of a quick slide of how the run begins leads back to where it was taken hold of', () => {
  const player = playerOf();
  player.seek(second(4));
  player.set('meanServiceMs', 30, false);
  player.set('meanServiceMs', 40, false);
  player.undo();
  expect([player.run.changed, player.playhead]).toEqual([{}, second(4)]);
});

test('a compared run that cannot begin leaves the others', () => {
  const player = playerOf(fragile);
  player.compare([{ vs: { capacity: 9 } }, { vs: { meanServiceMs: 51 } }]);
  expect(player.others.map(({ timeline }) => timeline.run.changed)).toEqual([{ capacity: 9 }]);
  expect(player.asked).toEqual([{ vs: { capacity: 9 } }]);
  expect(player.problem).toContain('too slow');
});

test('what is held stays previewed while the run would play, and the run goes on when it is let go', () => {
  const player = playerOf();
  player.seek(second(2));
  player.play();
  player.hand.preview(burst(9));
  expect(player.playing).toBe(false);
  player.hand.commit(burst(9));
  expect(player.playing).toBe(true);
});

type Move = (player: Player) => void;
const pick = (player: Player, n: number): Future => player.futures[n % player.futures.length]!;
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.nat(10).map(
    (n): Move =>
      (player) =>
        player.seek(second(n)),
  ),
  fc.integer({ min: 1, max: 20 }).map(
    (n): Move =>
      (player) =>
        player.commit(burst(n)),
  ),
  fc.nat(50).map(
    (n): Move =>
      (player) =>
        player.set('capacity', n, true),
  ),
  fc.integer({ min: 1, max: 99 }).map(
    (n): Move =>
      (player) =>
        player.set('meanServiceMs', n, false),
  ),
  fc.nat(9).map(
    (n): Move =>
      (player) =>
        player.switchTo(pick(player, n)),
  ),
  fc.nat(9).map(
    (n): Move =>
      (player) =>
        player.letGo(pick(player, n)),
  ),
  fc.nat(9).map(
    (n): Move =>
      (player) =>
        player.compare([{ future: pick(player, n) }, { vs: { capacity: n } }]),
  ),
  fc.constant<Move>((player) => player.undo()),
  fc.constant<Move>((player) => player.redo()),
);

test('whatever is done, there are one to six futures with names of their own, and what is shown is the run at the playhead', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 25 }), (done) => {
      const player = playerOf();
      for (const move of done) {
        move(player);
        expect(new Set(player.futures.map(({ letter }) => letter)).size).toBe(player.futures.length);
        expect(player.futures.length).toBeLessThanOrEqual(6);
        expect(player.futures).toContain(player.current);
        expect(player.others.map(({ timeline }) => timeline)).not.toContain(player.timeline);
      }
      const again = new Timeline(queue, player.run).at(player.playhead);
      expect(player.view.measures).toEqual(again.measures);
      while (player.undoable !== null) player.undo();
      expect([letters(player), player.run.inputs, player.run.changed]).toEqual(['A', [], {}]);
    }),
    { seed: 3, numRuns: 60 },
  );
});

/** The line of requests, in which nothing moves while nobody is served. */
function rare(): AnySimulation {
  const scenario = { ...boundedQueue.scenarios['calm']!, config: { arrivalsPerSecond: 2, meanServiceMs: 100 } };
  const isSilent = ({ serving }: State): boolean => serving === null;
  return { ...boundedQueue, isSilent, scenarios: { busy: scenario } } as unknown as AnySimulation;
}

test('playing leaps over silence onto what happens next, or to the end, and never over a service', () => {
  const player = playerOf(rare());
  const shown = playThrough(player);
  const { log } = player.timeline.finish();
  const ends = log.filter(({ fact }) => fact.type === 'served').map(({ timeUs }) => timeUs);
  const arrivals = log.filter(({ fact }) => fact.type === 'arrived').map(({ timeUs }) => timeUs);
  // A frame of 20 ms is 2 ms of the model.
  const leaps = shown.slice(1).flatMap((to, i) => (to - shown[i]! > 2000 ? [{ from: shown[i]!, to }] : []));
  expect(leaps.length).toBeGreaterThan(10);
  for (const { from, to } of leaps) {
    expect([...arrivals, 10_000_000]).toContain(to);
    expect(arrivals.filter((timeUs) => timeUs > from && timeUs < to)).toEqual([]);
    const [servedLast, arrivedLast] = [ends, arrivals].map((all) => all.filter((timeUs) => timeUs <= from).length);
    expect(servedLast).toBe(arrivedLast);
  }
});

test('the run is over when nothing moves and nothing more will happen, but not while something still moves', () => {
  const player = playerOf(rare());
  const { log } = player.timeline.finish();
  expect(log.at(-1)!.fact.type).toBe('served');
  player.seek({ timeUs: log.at(-1)!.timeUs });
  expect(player.isOver).toBe(true);
  player.seek({ timeUs: log.at(-1)!.timeUs - 1000 });
  expect(player.isOver).toBe(false);
});

test('what a hand does in the picture when the run is over is done at the start of the next one', () => {
  const player = playerOf();
  player.seek(second(10));
  player.hand.preview(burst(9));
  expect(player.view.nowMs).toBe(0);
  player.hand.commit(burst(9));
  expect(player.run.inputs).toEqual([{ at: { timeUs: 0 }, input: burst(9) }]);
  expect(player.playhead.timeUs).toBe(0);
});

test('what somebody else has set is nobody’s act, locked or not, until it is changed', () => {
  const player = playerOf();
  const inputs = [
    { at: second(1), input: burst(3) },
    { at: second(2), input: { set: 'capacity', value: 5 } },
  ];
  player.begin({ ...player.run, changed: { meanServiceMs: 20, arrivalsPerSecond: 60 }, inputs }, second(0));
  expect(player.acts).toBe(4);
  player.lock(['meanServiceMs', 'burst']);
  expect(player.acts).toBe(0);
  // The same run, read again from what was kept of it.
  player.open(JSON.parse(JSON.stringify(player.run)) as typeof player.run);
  expect(player.acts).toBe(0);
  player.set('meanServiceMs', 30, false);
  expect(player.acts).toBe(0);
  player.set('arrivalsPerSecond', 70, false);
  expect(player.acts).toBe(1);
  player.commit(shut);
  expect(player.acts).toBe(2);
  // Another run altogether: what is locked stays in it, and still is nobody's.
  player.open(openRun(queue, 'calm'));
  expect(player.run).toMatchObject({ changed: { meanServiceMs: 20 }, inputs: [inputs[0]] });
  expect(player.acts).toBe(0);
});

/** Every moment shown from pressing play to standing still, at 50 frames a second. */
function playThrough(player: Player): number[] {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  player.sleep(false);
  player.play();
  const shown = [player.playhead.timeUs];
  for (let nowMs = 0; frames.length > 0; nowMs += 20) {
    frames.shift()!(nowMs);
    shown.push(player.playhead.timeUs);
  }
  vi.unstubAllGlobals();
  return shown;
}
