import { codeToHtml } from 'shiki';
import { expect, test } from 'vitest';
import { markLines, markedLines } from '../../src/site/marked-lines.ts';

test('reads single lines and ranges from a fence', () => {
  expect([...markedLines('{2,4-6}')]).toEqual([2, 4, 5, 6]);
  expect([...markedLines('title="{x}"')]).toEqual([]);
});

test('marks exactly the lines the fence names', async () => {
  const html = await codeToHtml('one\ntwo\nthree', {
    lang: 'text',
    theme: 'min-light',
    meta: { __raw: '{2}' },
    transformers: [markLines],
  });
  expect(html.match(/class="line marked"/g)).toHaveLength(1);
  expect(html).toMatch(/class="line marked"><span>two/);
});
