import { expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import type { Values } from '../../src/engine/simulation.ts';
import { Room } from '../../src/lab/room.ts';
import { worthSaying } from '../../src/lab/telling.ts';
import { boundedQueue, type State } from '../contract/bounded-queue.ts';

const second = (seconds: number) => ({ timeUs: seconds * 1_000_000 });

const queue = boundedQueue as unknown as AnySimulation;

function openRoom(simulation = queue, vs: Values[] = []): Room {
  const room = new Room(simulation, {
    id: 'line',
    title: 'A line',
    scenario: 'busy',
    changed: {},
    fields: [],
    more: [],
    acts: [],
    measures: ['rejectedShare'],
    vs,
  });
  room.player.sleep(true);
  return room;
}

/** What is said when this is done. */
function said(room: Room, act: () => void): string | null {
  const before = room.frame();
  act();
  return worthSaying(before, room.frame(), before.description);
}
const count = (words: string, part: string): number => words.split(part).length - 1;

/** A model of two sentences: one for every moment, one for the number in line. */
const spoken = (state: unknown): string =>
  `The server is open. In line: ${(state as State).waiting.length}. Requests wait for it.`;
const speaking = { ...queue, describe: spoken } as AnySimulation;

test('after an event the moment and what happened are said, and of the scene only what has changed; where nothing changed, nothing', () => {
  const room = openRoom(speaking);
  // Where it does not rest on a pause, whose own line would be said.
  room.player.step(1);
  const known = room.frame().description;
  const words = said(room, () => room.player.step(1))!;
  const { label, rows, description } = room.frame();
  expect(words.startsWith(`${label}. ${rows[0]!.say}`)).toBe(true);
  expect(words).not.toContain('The server is open.');
  for (const sentence of description.split(/(?<=\.) /))
    expect(count(words, sentence)).toBe(known.includes(sentence) ? 0 : 1);
  expect(said(room, () => room.player.pause())).toBeNull();
});

test('who goes to another moment, or stops a run, hears the whole scene', () => {
  const room = openRoom(speaking);
  expect(said(room, () => room.player.seek({ timeUs: 3_000_001 }))).toContain(room.frame().description);
  room.player.play();
  expect(said(room, () => room.player.pause())).toContain(room.frame().description);
});

test('what changed in both of two runs is said once, and of the other only what goes otherwise there', () => {
  const beside = [{ capacity: 1 }];
  const room = openRoom({ ...queue, describe: () => 'Both are alike. They are.' } as AnySimulation, beside);
  const alike = said(room, () => room.player.step(1))!;
  expect(alike).not.toMatch(/Beside it|alike/);
  const other = openRoom(speaking, beside);
  other.player.seek(second(9));
  const { description } = other.frame();
  const [own, name, there] = description.split('\n');
  const differs = spoken(other.player.others[0]!.view.state).match(/In line: \d+\./)![0];
  expect(own).not.toContain(differs);
  const words = worthSaying({ ...other.frame(), description: '' }, other.frame(), '')!;
  expect(words.endsWith(`${own} ${name} ${differs}`)).toBe(true);
  expect(there).toContain('The server is open.');
});

test('an event that lies back is not said as if it were now', () => {
  const room = openRoom();
  const { player } = room;
  player.timeline.finish();
  const last = player.timeline.log.findLast(({ fact }) => fact.type === 'turnedAway')!;
  const later = { timeUs: last.timeUs + 5000 };
  const words = said(room, () => player.seek(later))!;
  expect(room.frame().rows[0]!.say).toBe(`Request ${last.fact['request']} was turned away.`);
  expect(room.frame().label).not.toBe(room.frame().rows[0]!.label);
  expect(words).not.toContain('was turned away.');
});

test('a new future, the change to another, undo and redo are said first', () => {
  const room = openRoom();
  const { player } = room;
  player.seek(second(8));
  player.seek(second(3));
  expect(said(room, () => player.commit({ set: 'open', value: false }))).toMatch(/^Future B begins here; A is kept\. /);
  expect(said(room, () => player.switchTo(player.futures[0]!))).toMatch(/^Future A\. /);
  expect(said(room, () => player.undo())).toMatch(/^Undone: /);
  expect(said(room, () => player.redo())).toMatch(/^Done again: /);
});

test('several acts at one moment are each told once', () => {
  const room = openRoom();
  const { player } = room;
  player.seek(second(3));
  player.commit({ type: 'burst', requests: 3 });
  const before = room.frame();
  player.commit({ type: 'burst', requests: 5 });
  const { rows } = room.frame();
  const words = worthSaying(before, room.frame(), before.description)!;
  expect(words).toContain(rows[0]!.say);
  for (const { say } of before.rows) if (say !== rows[0]!.say) expect(words).not.toContain(say);
});

for (const part of ['describe', 'timeLabel'] as const) {
  test(`a model whose ${part} throws leaves the last frame that could be made, with a sentence`, () => {
    const room = openRoom({
      ...(boundedQueue as unknown as AnySimulation),
      [part]: (...given: unknown[]) => {
        const nowMs = Number(part === 'describe' ? given[2] : given[0]);
        if (nowMs > 6050 && nowMs < 6150) throw new Error('no words');
        return (boundedQueue as unknown as Record<string, (...given: unknown[]) => string>)[part]!(...given);
      },
    });
    const heard: (string | null)[] = [];
    room.player.seek(second(4));
    const last = room.frame();
    room.listen(({ problem }) => heard.push(problem));
    room.player.seek(second(6.1));
    expect(heard.at(-1)).toMatch(/no words/);
    expect(room.frame()).toMatchObject({ timeUs: last.timeUs, description: last.description, playing: false });
    room.player.seek(second(4));
    expect(heard.at(-1)).toBeNull();
  });
}
