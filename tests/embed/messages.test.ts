/** What a host may say, and the form in which it is told what a learner did. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForUs, readCommand, statement, type Verb } from '../../src/embed/messages.ts';

test('each command of the contract is read', () => {
  for (const does of ['play', 'pause', 'restart', 'getState'])
    expect(readCommand({ type: `daybreak:${does}` })).toEqual({ does });
  expect(readCommand({ type: 'daybreak:seek', t: 12.5 })).toEqual({ does: 'seek', ms: 12.5 });
  const set = readCommand({ type: 'daybreak:set', params: { commit: 3, theme: 'dark', run: true, vs: false } });
  expect(set).toMatchObject({ does: 'set' });
  expect(set?.does === 'set' && String(set.params)).toBe('commit=3&theme=dark&run=1&vs=0');
});

test('reveal.js starts and stops a slide with its two words', () => {
  expect(readCommand('slide:start')).toEqual({ does: 'resume' });
  expect(readCommand('slide:stop')).toEqual({ does: 'pause' });
});

const malformed: [string, unknown][] = [
  ['no object', 'daybreak:play'],
  ['an unknown command', { type: 'daybreak:explode' }],
  ['a name of every object', { type: 'daybreak:toString' }],
  ['no moment', { type: 'daybreak:seek' }],
  ['a moment before the start', { type: 'daybreak:seek', t: -1 }],
  ['a moment that is no number', { type: 'daybreak:seek', t: '5' }],
  ['a moment without end', { type: 'daybreak:seek', t: Infinity }],
  ['no parameters', { type: 'daybreak:set' }],
  ['parameters that are a text', { type: 'daybreak:set', params: 'commit=3' }],
  ['parameters that are a list', { type: 'daybreak:set', params: ['commit', 3] }],
  ['parameters that are a map', { type: 'daybreak:set', params: new Map([['commit', 3]]) }],
  ['parameters that are a date', { type: 'daybreak:set', params: new Date(0) }],
  ['a value that is an object', { type: 'daybreak:set', params: { commit: { toString: 3 } } }],
  ['a value that is no number', { type: 'daybreak:set', params: { commit: NaN } }],
  ['a value of 4,001 characters', { type: 'daybreak:set', params: { in: 'x'.repeat(4001) } }],
  [
    '101 names',
    { type: 'daybreak:set', params: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`n${i}`, 1])) },
  ],
];
for (const [what, data] of malformed) {
  test(`${what} is no command`, () => {
    expect(readCommand(data)).toBeNull();
  });
}

test('what others say to each other is not counted as ours', () => {
  for (const data of [null, undefined, 7, 'slide:start', { subject: 'SPLICE.getState.response' }, { type: 'resize' }])
    expect(isForUs(data)).toBe(false);
  expect(isForUs({ type: 'daybreak:explode' })).toBe(true);
});

test('of 10,000 messages of a vandal none throws, and only what is well formed is a command', () => {
  const kinds = ['play', 'pause', 'restart', 'getState', 'seek', 'set', 'ready', '', 'toString', '__proto__'];
  const anything = fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBigInt: true,
  });
  const nearly = fc.record(
    {
      type: fc.oneof(fc.constantFrom(...kinds.map((kind) => `daybreak:${kind}`)), anything),
      params: fc.oneof(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.boolean(), anything)),
        anything,
      ),
      t: fc.oneof(fc.double(), anything),
    },
    { requiredKeys: [] },
  );
  let commands = 0;
  fc.assert(
    fc.property(fc.oneof(anything, nearly, nearly, fc.constantFrom('slide:start', 'slide:stop')), (data) => {
      isForUs(data);
      const command = readCommand(data);
      if (command === null) return;
      commands += 1;
      if (typeof data === 'string') {
        expect(data).toMatch(/^slide:st(art|op)$/);
        return;
      }
      const { type, params, t } = data as Record<string, unknown>;
      expect(type).toBe(`daybreak:${command.does}`);
      if (command.does === 'seek') expect(Number.isFinite(t) && command.ms === t && command.ms >= 0).toBe(true);
      if (command.does === 'set') {
        expect([Object.prototype, null]).toContain(Object.getPrototypeOf(params));
        expect([...command.params.keys()].length).toBe(Object.keys(params as object).length);
      }
    }),
    { seed: 20_260_101, numRuns: 10_000 },
  );
  expect(commands).toBeGreaterThan(500);
});

/** https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md: what a statement must hold, but for its actor. */
test('what the learner did is an xAPI statement without its actor', () => {
  const now = new Date('2026-02-03T04:05:06.789Z');
  for (const verb of ['interacted', 'answered', 'completed'] satisfies Verb[]) {
    const told = statement(verb, {
      address: 'https://example.org/embed/v1/tromboning/?seed=1',
      name: 'Pull the slide',
      result: { completion: true, success: false, score: { scaled: 0 } },
      now,
    });
    expect(Object.keys(told).sort()).toEqual(['object', 'result', 'timestamp', 'verb']);
    // The verbs ADL registered: http://adlnet.gov/expapi/verbs/
    expect(told.verb.id).toBe(`http://adlnet.gov/expapi/verbs/${verb}`);
    expect(Object.keys(told.verb.display)).toEqual(['en-US']);
    expect(told.object.objectType).toBe('Activity');
    expect(URL.canParse(told.object.id)).toBe(true);
    expect(told.object.definition.type).toMatch(/^http:\/\/adlnet\.gov\/expapi\/activities\/(interaction|simulation)$/);
    // ISO 8601 with its zone.
    expect(told.timestamp).toBe('2026-02-03T04:05:06.789Z');
    expect(told.result!.score!.scaled).toBeGreaterThanOrEqual(-1);
    expect(told.result!.score!.scaled).toBeLessThanOrEqual(1);
    // It travels by postMessage and JSON.
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  }
  const plain = statement('interacted', { address: 'https://example.org/', name: 'x', now });
  expect(plain).not.toHaveProperty('result');
});
