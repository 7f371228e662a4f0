import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Desk, LONGEST_MS } from '../../src/bench/desk.ts';
import type { Job } from '../../src/bench/playing.ts';
import { naive } from '../../src/bench/statements.ts';
import type { Told } from '../../src/bench/worker.ts';
import { made } from './made.ts';

const job: Job = { trace: made([], [{ atS: 1 }]), used: [naive] };
const outcome = { problem: { part: 'merge', message: '', plain: 'x' }, sync: 1 } as const;

/** A worker that says only what the test has it say. */
class Puppet {
  onmessage: ((event: { data: Told }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly posted: Job[] = [];
  isEnded = false;
  postMessage(given: Job): void {
    this.posted.push(given);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: Told): void {
    this.onmessage?.({ data });
  }
}
const puppets: Puppet[] = [];
const make = (): Worker => {
  const puppet = new Puppet();
  puppets.push(puppet);
  return puppet as unknown as Worker;
};
const ready: Told = { type: 'ready', version: '3.54.1' };

beforeEach(() => {
  vi.useFakeTimers();
  puppets.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('a statement that runs longer than two seconds is stopped, named, and the worker replaced', async () => {
  const desk = new Desk(make);
  puppets[0]!.say(ready);
  await desk.ready();
  const played = desk.play(job);
  await vi.advanceTimersByTimeAsync(0);
  puppets[0]!.say({ type: 'begins', sync: 1, part: 'extract' });
  await vi.advanceTimersByTimeAsync(LONGEST_MS - 1);
  puppets[0]!.say({ type: 'begins', sync: 2, part: 'merge' });
  await vi.advanceTimersByTimeAsync(LONGEST_MS - 1);
  expect(puppets[0]!.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(puppets[0]!.isEnded).toBe(true);
  expect(await played).toMatchObject({
    sync: 2,
    problem: { part: 'merge', plain: expect.stringMatching(/ran for 2 seconds/) },
  });
  expect(puppets).toHaveLength(2);
  puppets[1]!.say(ready);
  const again = desk.play(job);
  await vi.advanceTimersByTimeAsync(0);
  puppets[1]!.say({ type: 'done', outcome });
  expect(await again).toEqual(outcome);
});

test('one job at a time: the next is posted when the one before has an answer', async () => {
  const desk = new Desk(make);
  puppets[0]!.say(ready);
  const both = [desk.play(job), desk.play(job)];
  await vi.advanceTimersByTimeAsync(0);
  expect(puppets[0]!.posted).toHaveLength(1);
  puppets[0]!.say({ type: 'done', outcome });
  await vi.advanceTimersByTimeAsync(0);
  expect(puppets[0]!.posted).toHaveLength(2);
  puppets[0]!.say({ type: 'done', outcome });
  expect(await Promise.all(both)).toEqual([outcome, outcome]);
});

test('says whether the page may not start a worker, or its parts did not come', async () => {
  const refused = new Desk(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  await expect(refused.ready()).rejects.toMatchObject({ reason: 'refused' });
  const unloaded = new Desk(make);
  puppets.at(-1)!.say({ type: 'failed' });
  await expect(unloaded.ready()).rejects.toMatchObject({ reason: 'unloaded' });
});
