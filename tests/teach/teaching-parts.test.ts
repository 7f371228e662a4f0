import { expect, test } from 'vitest';
import { checkParts } from '../../src/teach/teaching-parts.ts';

const whole = ['For whom', 'The misconception it corrects', 'Ask before pressing play', 'What to watch for', 'Minutes'];

test('notes for teachers with every part, in any order and with more, are taken', () => {
  expect(() => checkParts(whole, 'teaching.md')).not.toThrow();
  expect(() => checkParts(['Games', ...whole.toReversed()], 'teaching.md')).not.toThrow();
  expect(() => checkParts(whole.with(1, 'The misconceptions it corrects'), 'teaching.md')).not.toThrow();
});

test('a part that is missing is named, with what there is and where to add it', () => {
  expect(() => checkParts(['For whom', 'What to watch for'], 'content/lessons/04-x/teaching.md')).toThrow(
    'content/lessons/04-x/teaching.md lacks "## The misconception it corrects" and "## Ask before pressing play" and "## Minutes".\n' +
      'It has: "For whom", "What to watch for".\n' +
      'Add what is missing in content/lessons/04-x/teaching.md: the page for teachers is made of it.',
  );
});
