/** The controls of a lab, and the run they are meant for. */
import { expect, test } from 'vitest';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import type { Value } from '../../src/engine/simulation.ts';
import { Room } from '../../src/lab/room.ts';

const simulation = boundedQueue as unknown as AnySimulation;
const settings = {
  id: 'line',
  title: 'The line',
  scenario: 'busy',
  changed: {},
  fields: ['capacity'],
  more: [],
  acts: [],
  measures: ['rejectedShare'],
  vs: [],
};

test('a control that is changed during a run acts at that moment', () => {
  const { player, ...room } = lab();
  player.seek({ timeUs: 3_000_000 });
  room.set('capacity', 20);
  expect(player.run.changed).toEqual({});
  expect(player.run.inputs).toEqual([{ at: { timeUs: 3_000_000 }, input: { set: 'capacity', value: 20 } }]);
});

test('a control that is changed when the run is over begins it again with that, and the run goes otherwise', () => {
  const { player, ...room } = lab();
  player.seek({ timeUs: 10_000_000 });
  const before = player.view.measures['rejectedShare']!;
  room.set('capacity', 20);
  expect(player.run.changed).toEqual({ capacity: 20 });
  expect(player.run.inputs).toEqual([]);
  expect(player.playhead.timeUs).toBe(0);
  player.seek({ timeUs: 10_000_000 });
  expect(player.view.measures['rejectedShare']).toBeLessThan(before);
});

test('a control that is changed when the run is over takes back what it did in that run, and nothing else', () => {
  const { player, ...room } = lab();
  room.set('capacity', 1);
  player.seek({ timeUs: 4_000_000 });
  room.set('capacity', 2);
  player.seek({ timeUs: 10_000_000 });
  room.set('capacity', 20);
  player.seek({ timeUs: 10_000_000 });
  const fresh = lab();
  fresh.player.seek({ timeUs: 10_000_000 });
  fresh.set('capacity', 20);
  fresh.player.seek({ timeUs: 10_000_000 });
  expect(player.view.config['capacity']).toBe(20);
  expect(player.timeline.hash()).toBe(fresh.player.timeline.hash());

  const other = lab();
  other.player.seek({ timeUs: 4_000_000 });
  other.set('open', false);
  other.player.seek({ timeUs: 10_000_000 });
  other.set('capacity', 20);
  expect(other.player.run.inputs).toEqual([{ at: { timeUs: 4_000_000 }, input: { set: 'open', value: false } }]);
});

test('where silence is leapt over, the run is over for a control once nothing more happens', () => {
  const busy = { ...boundedQueue.scenarios['busy']!, config: { arrivalsPerSecond: 1 } };
  const isSilent = ({ serving }: State): boolean => serving === null;
  const { player, ...room } = lab({ ...boundedQueue, isSilent, scenarios: { busy } } as unknown as AnySimulation);
  player.seek({ timeUs: player.timeline.log.at(-1)!.timeUs });
  room.set('capacity', 20);
  expect(player.run.changed).toEqual({ capacity: 20 });
  expect(player.playhead.timeUs).toBe(0);
});

test('runs beside each other are called by what they began with, also after it was changed', () => {
  const { player, frame } = lab();
  player.compare([{ vs: { capacity: 50 } }]);
  expect(frame().own).toBe('Places in line: 3');
  player.seek({ timeUs: 3_000_000 });
  player.commit({ set: 'capacity', value: 20 });
  expect(frame().own).toBe('Places in line: 3 at first');
  expect(frame().sides.map(({ name }) => name)).toEqual(['Places in line: 50']);
});

/** Off screen, so that nothing moves by itself. */
function lab(of = simulation) {
  const room = new Room(of, settings);
  room.player.sleep(true);
  room.player.timeline.finish();
  return {
    player: room.player,
    set: (name: string, value: Value) => room.set(name, value),
    frame: () => room.frame(),
  };
}
