import { expect, test } from 'vitest';
import { openRun } from '../../src/engine/run.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { Player } from '../../src/lab/player.ts';
import { lanesOf } from '../../src/lab/tools/lanes.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const second = (seconds: number) => ({ timeUs: seconds * 1_000_000 });
const label = (timeUs: number): string => `${timeUs / 1_000_000} s`;

/** Ten seconds, seen up to the ninth. */
function seen(): Player {
  const player = new Player(queue, openRun(queue, 'busy'), () => {});
  player.sleep(true);
  player.seek(second(9));
  return player;
}
function actAt(player: Player, seconds: number, requests: number): void {
  player.seek(second(seconds));
  player.commit({ type: 'burst', requests });
  player.seek(second(9));
}
const lanes = (player: Player) => lanesOf(queue, player.futures, {}, label);

test('a future is named by what was first done in it, and when; one nobody touched by that', () => {
  const player = seen();
  actAt(player, 4, 5);
  expect(lanes(player).map(({ did }) => did)).toEqual(['as first shown', 'Burst: requests 5, at 4 s']);
});

test('a future of a future is named by its own acts, not by those it shares', () => {
  const player = seen();
  actAt(player, 4, 5);
  actAt(player, 6, 7);
  player.seek(second(9.5));
  player.commit({ set: 'open', value: false });
  expect(lanes(player).at(-1)!.did).toBe('Burst: requests 7, at 6 s, and 1 more');
});

test('a future that begins otherwise says how', () => {
  const player = seen();
  player.set('meanServiceMs', 20, false);
  expect(lanes(player).at(-1)).toMatchObject({ did: 'Mean service: 20 ms', from: 0 });
});

test('a lane begins where it parts from its parent, is joined to it there, and carries the flags since', () => {
  const player = seen();
  actAt(player, 4, 5);
  actAt(player, 6, 7);
  const [a, b, c] = lanes(player);
  expect([a!.from, b!.from, c!.from]).toEqual([0, 40, 60]);
  expect([a!.joints, b!.joints, c!.joints]).toEqual([
    [{ x: 40, up: false, down: true }],
    [
      { x: 40, up: true, down: false },
      { x: 60, up: false, down: true },
    ],
    [{ x: 60, up: true, down: false }],
  ]);
  expect([a!.flags, b!.flags, c!.flags]).toEqual([[], [40], [60]]);
  expect([b!.parent, c!.parent]).toEqual([a!.future, b!.future]);
});

test('a parting runs through the lanes between', () => {
  const player = seen();
  actAt(player, 4, 5);
  player.switchTo(player.futures[0]!);
  actAt(player, 2, 3);
  expect(lanes(player)[1]!.joints).toContainEqual({ x: 20, up: true, down: true });
});

test('when its parent is let go, a lane is drawn from the beginning, with every flag', () => {
  const player = seen();
  actAt(player, 4, 5);
  actAt(player, 6, 7);
  player.letGo(player.futures[1]!);
  expect(lanes(player)[1]).toMatchObject({ parent: null, from: 0, flags: [40, 60], did: 'Burst: requests 7, at 6 s' });
});
