import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { listing, playAsked, show, type Asked } from '../../src/build/headless.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const queue = boundedQueue as unknown as AnySimulation;
const play = (asked: Partial<Asked> = {}) => playAsked(queue, { set: [], input: [], ...asked });
const json = (asked: Partial<Asked> = {}) => JSON.parse(show(play(asked), 'json')) as Record<string, unknown>;

describe('a headless run', () => {
  test('says what was run, with the whole config, and ends in the same hash each time', () => {
    const asked = { scenario: 'busy', seed: '7', set: ['capacity=5', 'open=1'], until: '2000' };
    const first = json(asked);
    expect(Object.keys(first)).toEqual('sim version scenario seed config untilMs measures logHash events'.split(' '));
    expect(first).toMatchObject({
      sim: 'bounded-queue',
      version: 2,
      scenario: 'busy',
      seed: 7,
      config: { arrivalsPerSecond: 90, meanServiceMs: 10, capacity: 5, open: true },
      untilMs: 2000,
    });
    expect(json(asked)).toEqual(first);
    expect(json({ ...asked, seed: '8' })['logHash']).not.toBe(first['logHash']);
  });

  test('goes past the end of the scenario when it is asked to: about 90 arrivals a second, each two events at most', () => {
    expect(json({ scenario: 'busy', until: '100' })['events']).toBeLessThan(40);
    expect(json({ scenario: 'busy', until: '60000' })['events']).toBeGreaterThan(90 * 60);
  });

  test('takes acts and live fields at a moment, in milliseconds', () => {
    const burst = play({ input: ['{"at": 500, "type": "burst", "requests": 20}'] });
    expect(burst.log.find(({ fact }) => fact.type === 'burst')).toMatchObject({
      timeUs: 500_000,
      fact: { requests: 20 },
    });
    const shut = play({ input: ['{"at": 0, "set": "open", "value": false}'], until: '3000' });
    expect(shut.end.measures['rejectedShare']).toBe(1);
  });

  test('prints the log as sentences, and as a table with a column for each part of a fact', () => {
    const timeline = play({ input: ['{"at": 1, "type": "burst"}'], until: '100' });
    expect(show(timeline, 'log')).toContain('1 ms  You sent 5 requests at once.');
    const [head, ...rows] = show(timeline, 'csv').split('\n');
    expect(head).toMatch(/^timeMs,k,type,(request,requests|requests,request),sentence$/);
    expect(rows).toHaveLength(timeline.log.length);
    expect(rows.every((row) => row.split(',').length === 6)).toBe(true);
  });

  test('lists everything that may be said', () => {
    expect(listing(queue)).toBe(
      [
        'bounded-queue: A bounded queue (version 2)',
        '  scenarios',
        '    calm: A calm hour, 10000 ms, seed 1',
        '    busy: A busy hour, 10000 ms, seed 1',
        '  fields',
        '    arrivalsPerSecond: Arrivals, a number from 1 to 500 /s, usually 80 /s, start',
        '    meanServiceMs: Mean service, a number from 0.5 to 100 ms, usually 10.0 ms, start',
        '    capacity: Places in line, a number from 0 to 50, usually 3, live',
        '    open: Door, 1 or 0, usually open, live',
        '  inputs',
        '    burst: Burst (requests: a number from 1 to 20)',
        '  measures',
        '    meanResponseMs: Mean response, ms',
        '    rejectedShare: Turned away, a share from 0 to 1',
        '    inSystem: In the system',
      ].join('\n'),
    );
  });
});

describe('a headless run refuses', () => {
  test.each<[string, Partial<Asked>, string]>([
    ['a scenario', { scenario: 'bussy' }, 'There is no scenario of bounded-queue "bussy".\nIt is one of: calm, busy.'],
    [
      'a field',
      { set: ['capasity=5'] },
      'There is no field of bounded-queue "capasity".\nIt is one of: arrivalsPerSecond, meanServiceMs, capacity, open.',
    ],
    ['a value', { set: ['capacity=51'] }, 'capacity cannot be "51": it takes a number from 0 to 50.'],
    ['a setting without a value', { set: ['capacity'] }, '--set takes field=value, got "capacity".'],
    ['a seed', { seed: '-1' }, '--seed takes a whole number from 0 to 4294967295, got "-1".'],
    ['an end', { until: 'soon' }, '--until takes milliseconds above 0, got "soon".'],
    [
      'an input that is not JSON',
      { input: ['burst'] },
      '--input takes JSON such as {"at": 1200, "type": "..."}, got burst',
    ],
    [
      'an input that is a list',
      { input: ['[1]'] },
      '--input takes an object such as {"at": 1200, "type": "..."}, got [1]',
    ],
    [
      'an input without a moment',
      { input: ['{"type":"burst"}'] },
      '--input needs "at": milliseconds from 0, or {"timeUs": 1200000, "k": 1}; got {"type":"burst"}.',
    ],
    [
      'an act',
      { input: ['{"at":1,"type":"crash"}'] },
      'There is no input of bounded-queue "crash".\nIt is one of: burst.',
    ],
    [
      'a parameter of an act',
      { input: ['{"at":1,"type":"burst","size":3}'] },
      'There is no parameter of the input burst "size".\nIt is one of: requests.',
    ],
    [
      'the value of a parameter',
      { input: ['{"at":1,"type":"burst","requests":0}'] },
      'requests cannot be "0": it takes a number from 1 to 20.',
    ],
    [
      'a start field as an input',
      { input: ['{"at":1,"set":"meanServiceMs","value":2}'] },
      'There is no live field of bounded-queue "meanServiceMs".\nIt is one of: capacity, open.',
    ],
  ])('%s that does not exist, and says what is allowed', (_, asked, message) => {
    expect(() => play(asked)).toThrow(new Error(message));
  });

  test.each([
    [['nobody'], /^There is no simulation "nobody"\.\nIt is one of: [\w-]+(, [\w-]+)*\.\n$/],
    [[], /^Name one simulation: [\w-]+(, [\w-]+)*\.\nnpm run -s sim/],
    [['tromboning', '--speed', '2'], /^Unknown option '--speed'/],
    [['tromboning', '--json', '--csv'], /^Choose one of --json, --log and --csv, got --json and --csv\.\n$/],
  ])('%j with exit code 2, and prints no result', (args, message) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/build/sim.ts', ...args], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
