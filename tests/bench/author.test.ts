import { expect, test } from 'vitest';
import { requireTraces } from '../../src/lesson/bench-lab.ts';

const file = 'content/lessons/04-queues/lesson.mdx';
const lesson = (body: string) => ({ slug: 'queues', file, simulations: ['incremental-ingestion'], body });

test('an author is told which labs a bench can name', () => {
  expect(() => requireTraces('bounded-queue', 'line', lesson('<Bench id="b" lab="line" />'))).toThrow(
    new Error(
      '<Bench> plays traces of incremental-ingestion, and the lab "line" shows bounded-queue.\n' +
        `Name another lab in ${file}.`,
    ),
  );
});

test('an author is told that a lesson has one bench', () => {
  expect(() => requireTraces('incremental-ingestion', 'line', lesson('<Bench id="a" /><Bench id="b" />'))).toThrow(
    new Error(
      'A lesson has one <Bench>, since a link brings statements to one; this one has 2.\n' +
        `Take the others from ${file}.`,
    ),
  );
  expect(() => requireTraces('incremental-ingestion', 'line', lesson('<Bench id="a" />'))).not.toThrow();
});
