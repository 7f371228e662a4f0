import { describe, expect, test } from 'vitest';
import { Learner } from '../../src/learner/learner.ts';
import type { Problem } from '../../src/learner/learner.ts';
import type { Store } from '../../src/learner/shelf.ts';

/** localStorage as the standard describes it, holding what it is given. */
function store(entries: Record<string, string> = {}): Store & { entries: Map<string, string> } {
  const held = new Map(Object.entries(entries));
  return {
    entries: held,
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
}

function learnerOf(open: () => Store, today = 20_000) {
  const problems: Problem[] = [];
  const learner = new Learner({
    base: '/x/',
    open,
    today: () => today,
    onProblem: (problem) => problems.push(problem),
  });
  return { learner, problems };
}

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('in a browser that keeps things', () => {
  test('what is kept comes back on another visit, with the day it was kept on', () => {
    const browser = store();
    learnerOf(() => browser, 20_000).learner.keep('answer', 'tromboning', 'which', { choice: 1 });
    const { learner, problems } = learnerOf(() => browser, 20_007);
    expect(learner.recall('answer', 'tromboning', 'which')).toEqual({ choice: 1 });
    expect(learner.all('answer')).toEqual([
      { kind: 'answer', lesson: 'tromboning', id: 'which', on: 20_000, value: { choice: 1 } },
    ]);
    expect(problems).toEqual([]);
  });

  test('two open tabs never overwrite each other', () => {
    const browser = store();
    const one = learnerOf(() => browser).learner;
    const other = learnerOf(() => browser).learner;
    expect(other.all('read')).toEqual([]);
    one.keep('read', 'tromboning', 'lesson', true);
    other.keep('read', 'dark-deployments', 'lesson', true);
    expect(one.all('read').map(({ lesson }) => lesson)).toEqual(['dark-deployments', 'tromboning']);
  });

  test('forgetting removes everything of ours, set-aside records and the theme too, and nothing of a neighbour', () => {
    const neighbours = {
      theme: 'dark',
      'daybreak:/:v1:read:a:lesson': '{"on":1,"value":true}',
      'daybreak:/x-ray/:v1:setting:theme': 'dark',
    };
    const browser = store({ ...neighbours, 'daybreak:/x/:aside:v1:read:b:lesson': '?' });
    const { learner } = learnerOf(() => browser);
    learner.keep('read', 'tromboning', 'lesson', true);
    learner.set('theme', 'dark');
    expect(learner.forget()).toBe(3);
    expect(Object.fromEntries(browser.entries)).toEqual(neighbours);
  });

  test('taking a read mark back leaves no trace of it', () => {
    const browser = store();
    const { learner } = learnerOf(() => browser);
    learner.keep('read', 'tromboning', 'lesson', true);
    learner.drop('read', 'tromboning', 'lesson');
    expect(browser.entries.size).toBe(0);
  });

  test('the export holds every record and names its format', () => {
    const { learner } = learnerOf(() => store({ 'daybreak:/x/:v1:read:a:lesson': '{"on":7,"value":true}' }));
    expect(JSON.parse(learner.exported())).toEqual({
      format: 'daybreak',
      version: 1,
      records: [{ kind: 'read', lesson: 'a', id: 'lesson', on: 7, value: true }],
    });
  });
});

describe('in a browser that blocks storage', () => {
  test('nothing throws, the page remembers until it is left, and the learner is told once', () => {
    const { learner, problems } = learnerOf(blocked);
    learner.keep('read', 'tromboning', 'lesson', true);
    learner.keep('answer', 'tromboning', 'which', { choice: 0 });
    learner.set('theme', 'dark');
    expect(learner.recall('read', 'tromboning', 'lesson')).toBe(true);
    expect(learner.all('answer')).toHaveLength(1);
    expect(learner.setting('theme')).toBe('dark');
    expect(learner.keeps).toBe(false);
    expect(learner.forget()).toBe(3);
    expect(learner.all('read')).toEqual([]);
    expect(problems).toEqual(['not-kept']);
  });

  test('a full storage keeps what is in it, and the rest for the page', () => {
    const browser = store({ 'daybreak:/x/:v1:read:a:lesson': '{"on":7,"value":true}' });
    const full: Store = {
      get length() {
        return browser.length;
      },
      key: (index) => browser.key(index),
      getItem: (key) => browser.getItem(key),
      removeItem: (key) => browser.removeItem(key),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { learner, problems } = learnerOf(() => full);
    learner.keep('read', 'b', 'lesson', true);
    expect(learner.all('read').map(({ lesson }) => lesson)).toEqual(['a', 'b']);
    expect(problems).toEqual(['not-kept']);
  });
});

describe('with damaged records', () => {
  test('a damaged record is set aside as it was, said once, and the others still count', () => {
    const browser = store({
      'daybreak:/x/:v1:read:a:lesson': '{"on":7,"val',
      'daybreak:/x/:v1:read:b:lesson': 'yes',
      'daybreak:/x/:v1:read:c:lesson': '{"on":7,"value":true}',
    });
    const { learner, problems } = learnerOf(() => browser);
    expect(learner.all('read').map(({ lesson }) => lesson)).toEqual(['c']);
    expect(browser.entries.get('daybreak:/x/:aside:v1:read:a:lesson')).toBe('{"on":7,"val');
    expect(browser.entries.has('daybreak:/x/:v1:read:a:lesson')).toBe(false);
    expect(problems).toEqual(['set-aside']);
  });

  test('a set-aside record does not come back, and a new one can take its place', () => {
    const browser = store({ 'daybreak:/x/:v1:answer:a:which': '?' });
    const { learner } = learnerOf(() => browser);
    expect(learner.recall('answer', 'a', 'which')).toBeNull();
    learner.keep('answer', 'a', 'which', { choice: 2 });
    expect(learner.recall('answer', 'a', 'which')).toEqual({ choice: 2 });
  });
});
