import { codeToHtml, createCssVariablesTheme } from 'shiki';
import { expect, test } from 'vitest';
import { plainTokens } from '../../src/site/plain-tokens.ts';

test('code keeps its text and its tints, and says each tint once', async () => {
  const code = `const few = ['a', "b"]; // two\nreturn few.length > 1;`;
  const html = await codeToHtml(code, {
    lang: 'ts',
    theme: createCssVariablesTheme({ variablePrefix: '--astro-code-' }),
    transformers: [plainTokens],
    // On a busy machine the first line would run into the highlighter's half second and lose its tints.
    tokenizeTimeLimit: 0,
  });
  const lines = html.replace(/^.*?<code>|<\/code>.*$/gs, '');
  expect(lines).toContain('<span class="kw">const</span>');
  expect(lines).toContain('<span class="qt">// two</span>');
  expect(lines).not.toContain('style=');
  expect(lines.replace(/<[^>]+>/g, '').replaceAll('&#x3C;', '<')).toBe(code);
});
