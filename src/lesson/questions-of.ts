/** Finds the questions beside a lesson. Each file is read once in a build. */
import type { CurrentLesson } from './current.ts';
import { readQuestions } from './questions.ts';
import type { Question } from './questions.ts';

const files = import.meta.glob<string>('/content/lessons/*/questions.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const read = new Map<string, Question[]>();

/** Throws an author's error when the lesson has none. */
export function questionsOf(lesson: CurrentLesson): Question[] {
  const file = lesson.file.replace(/lesson\.mdx$/, 'questions.yaml');
  const yaml = files[`/${file}`];
  if (yaml === undefined) {
    throw new Error(
      `${lesson.file} asks questions, but ${file} does not exist.\nAdd that file, or take the questions out of the lesson.`,
    );
  }
  const questions = read.get(yaml) ?? readQuestions(yaml, file);
  read.set(yaml, questions);
  return questions;
}
