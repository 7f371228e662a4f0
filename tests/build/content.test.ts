import { describe, expect, test } from 'vitest';
import { styleProblems } from '../../src/build/gates/content.ts';

describe('the words of a lesson', () => {
  test.each([
    ['You simply press play.', '1: "simply": say what to do, without calling it easy'],
    [
      "import Lab from '../../../src/lesson/Lab.astro';",
      '1: "import Lab from \'../../../src/lesson/Lab.astro\';": a lesson imports nothing; a new component goes into src/lesson and its list of components',
    ],
    ['It works!', '1: "s!": end the sentence with a full stop'],
    ['One line.\nIts behavior differs.', '2: "behavior": spell it the British way'],
    ['<Lab title="A color">x</Lab>', '1: "color": spell it the British way'],
    ['More is coming soon.', '1: "coming soon": write it, or leave it out'],
  ])('%j is refused', (text, problem) => {
    expect(styleProblems(text)).toEqual([problem]);
  });

  test.each([
    'A packet takes 200 ms.',
    'sources:\n  - { title: "RFC 4787: NAT behavioral requirements", url: "https://example.org" }',
    'Code keeps its own words: `background-color`.',
    '```css\ncolor: red;\n```',
    'See [the paper](https://example.org/behavior!).',
    '<Claim scenario="a" measure="center" is="!= 3" />',
  ])('%j is accepted', (text) => {
    expect(styleProblems(text)).toEqual([]);
  });
});
