import { describe, expect, test } from 'vitest';
import {
  asideKey,
  ownPrefix,
  readKey,
  readRecord,
  recordKey,
  settingKey,
  writeRecord,
} from '../../src/learner/records.ts';

describe('the format of what is kept', () => {
  test('is written down: version 1 of a record and of a setting', () => {
    const about = { kind: 'prediction', lesson: 'tromboning', id: 'half-way' } as const;
    expect(recordKey('/x/', about)).toBe('daybreak:/x/:v1:prediction:tromboning:half-way');
    expect(writeRecord({ on: 20_779, value: { lab: 'slide', choice: 2, key: 2 } })).toBe(
      '{"on":20779,"value":{"lab":"slide","choice":2,"key":2}}',
    );
    expect(settingKey('/', 'theme')).toBe('daybreak:/:v1:setting:theme');
  });

  test('holds a prediction of each kind, with or without how sure one was, and a challenge', () => {
    for (const [kind, value] of [
      ['prediction', { lab: 'slide', number: 120, key: 200, sure: 2 }],
      ['prediction', { lab: 'morning', points: [0, 8, 15], key: [0, 2, 8] }],
      ['challenge', { lab: 'week', tries: 2, won: null }],
    ] as const) {
      const about = { kind, lesson: 'a', id: 'b' };
      expect(readKey('/', recordKey('/', about))).toEqual(about);
      expect(readRecord(writeRecord({ on: 1, value }))).toEqual({ on: 1, value });
    }
  });

  test('a site at / and a site at /x/ on one origin never share a key', () => {
    expect(recordKey('/x/', { kind: 'read', lesson: 'a', id: 'lesson' }).startsWith(ownPrefix('/'))).toBe(false);
    expect(ownPrefix('/x')).toBe(ownPrefix('/x/'));
  });

  test('a key read back says what it is about, colons in an id included', () => {
    const about = { kind: 'answer', lesson: 'tromboning', id: 'part:two' } as const;
    expect(readKey('/x/', recordKey('/x/', about))).toEqual(about);
  });

  test.each([
    'theme',
    'daybreak:/:v1:read:a:lesson',
    'daybreak:/x/:v2:read:a:lesson',
    'daybreak:/x/:v1:visits:a:b',
    'daybreak:/x/:v1:read:a',
  ])('the key %s is no record of the site at /x/', (key) => {
    expect(readKey('/x/', key)).toBeNull();
  });

  test.each([
    '',
    'true',
    '{',
    '{"on":1.5,"value":1}',
    '{"on":-1,"value":1}',
    '{"value":1}',
    '{"on":"today","value":1}',
    'null',
    '[1,2]',
  ])('the text %s is no record', (text) => {
    expect(readRecord(text)).toBeNull();
  });

  test('only a record of ours can be set aside', () => {
    expect(asideKey('/x/', 'daybreak:/x/:v1:read:a:lesson')).toBe('daybreak:/x/:aside:v1:read:a:lesson');
    expect(asideKey('/x/', 'somebody-else')).toBeNull();
  });
});
