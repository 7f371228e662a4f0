import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judge, readNumber } from '../../src/lesson/judge.ts';
import { withBase } from '../../src/site/links.ts';
import { countsOf, dayNow } from '../../src/site/progress.ts';
import { themeBoot } from '../../src/site/theme-boot.ts';

describe('addresses', () => {
  test('a page of the site gets the base path, at the root and in a folder', () => {
    expect(withBase('/', '/days/tromboning/')).toBe('/days/tromboning/');
    expect(withBase('/x/', '/days/tromboning/')).toBe('/x/days/tromboning/');
    expect(withBase('/x', '/')).toBe('/x/');
  });

  test.each(['https://example.org/a', '//example.org/a', '#model', 'mailto:a@example.org', 'next/'])(
    '%s is left alone',
    (address) => {
      expect(withBase('/x/', address)).toBe(address);
    },
  );
});

describe('the calendar', () => {
  const slugs = ['one', 'two', 'three'];

  test('a newcomer starts at the first day', () => {
    expect(dayNow(slugs, new Map(), 100)).toEqual({ slug: 'one', label: 'start here' });
  });

  test('today is the first day not yet read', () => {
    expect(dayNow(slugs, new Map([['one', 98]]), 100)).toEqual({ slug: 'two', label: 'today' });
    expect(dayNow(slugs, new Map([['two', 98]]), 100)).toEqual({ slug: 'one', label: 'today' });
  });

  test('one idea a day: after reading one today, the following is only the next', () => {
    expect(dayNow(slugs, new Map([['one', 100]]), 100)).toEqual({ slug: 'two', label: 'next' });
  });

  test('when all are read no day is marked', () => {
    expect(dayNow(slugs, new Map(slugs.map((slug) => [slug, 99])), 100)).toBeNull();
  });

  test('what is kept is counted in words, and nothing is not counted', () => {
    const none = { days: 0, predictions: 0, challenges: 0, answers: 0 };
    expect(countsOf({ ...none, days: 1 })).toBe('1 day read');
    expect(countsOf({ ...none, days: 2, predictions: 1, answers: 3 })).toBe('2 days read, 1 prediction and 3 answers');
    expect(countsOf({ ...none, challenges: 1 })).toBe('1 challenge');
    expect(countsOf(none)).toBeNull();
  });
});

describe('typed answers', () => {
  test.each([
    ['134', 134],
    [' 134 ms', 134],
    ['1,200', 1200],
    ['10 000 000', 10_000_000],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['−3', -3],
    ['20%', 20],
  ])('"%s" is read as %d', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  test.each(['', 'many', '3 to 4', '1,2', '1.2.3', 'ms 3'])('"%s" is not one number', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test('the tolerance counts on both sides, its edge included', () => {
    expect(judge(3, 4, 1)).toBe('right');
    expect(judge(5, 4, 1)).toBe('right');
    expect(judge(2.9, 4, 1)).toBe('too low');
    expect(judge(5.1, 4, 1)).toBe('too high');
    expect(judge(0.1 + 0.2, 0.3, 0)).toBe('right');
  });
});

test('the inline script is the same in the page and in the policy, and depends on the base alone', () => {
  const hash = (base: string) => createHash('sha256').update(themeBoot(base)).digest('base64');
  expect(hash('/x/')).toBe(hash('/x/'));
  expect(hash('/x/')).not.toBe(hash('/'));
  expect(themeBoot('/x/')).toContain('"daybreak:/x/:v1:setting:theme"');
});
