import { describe, expect, test } from 'vitest';
import { styleProblems } from '../../src/build/gates/content.ts';

describe('the words of a lesson', () => {
  test.each([
    ['You simply press play.', '1: "simply": say what to do, without calling it easy'],
    ['It works!', '1: "s!": end the sentence with a full stop'],
    ['One line.\nIts behavior differs.', '2: "behavior": spell it the British way'],
    ['<Lab title="A color">x</Lab>', '1: "color": spell it the British way'],
    ['More is coming soon.', '1: "coming soon": write it, or leave it out'],
  ])('%j is refused', (text, problem) => {
    expect(styleProblems(text)).toEqual([problem]);
  });

  test.each([
    'A packet takes 200 ms.',
    'Code keeps its own words: `background-color`.',
    '```css\ncolor: red;\n```',
    'See [the paper](https://example.org/behavior!).',
    '<Claim scenario="a" measure="center" is="!= 3" />',
  ])('%j is accepted', (text) => {
    expect(styleProblems(text)).toEqual([]);
  });
});
