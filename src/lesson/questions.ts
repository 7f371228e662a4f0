/** The questions of a lesson: read from the questions.yaml beside it, strictly. */
import { z } from 'astro/zod';
import { explain, readYaml } from './author-error.ts';

const sentence = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]+$/, { error: 'must be lower case with hyphens: it is part of a storage key' });

const option = z.strictObject({ text: sentence, correct: z.literal(true).optional(), why: sentence });
const choiceShape = {
  id,
  kind: z.literal('choice'),
  ask: sentence,
  options: z.array(option).min(2),
  /** Said to everybody once the answer is known. */
  why: sentence.optional(),
};
const numberShape = {
  id,
  kind: z.literal('number'),
  ask: sentence,
  answer: z.number(),
  /** How far from the answer still counts, in the same unit. */
  tolerance: z.number().min(0).default(0),
  unit: z.string().default(''),
  why: sentence,
};
const choice = z.strictObject(choiceShape);
const number = z.strictObject(numberShape);

export type ChoiceQuestion = z.infer<typeof choice>;
export type NumberQuestion = z.infer<typeof number>;
export type Question = ChoiceQuestion | NumberQuestion;

/** Throws an author's error that names the file and the question. */
export function readQuestions(yaml: string, file: string): Question[] {
  const listed: unknown = readYaml(yaml, file);
  if (!Array.isArray(listed)) {
    throw new Error(`${file} must be a list of questions, each starting with "- id:".\nCorrect it in ${file}.`);
  }
  const questions = listed.map((entry, index) => readQuestion(entry, index, file));
  questions.forEach((question, index) => {
    if (questions.findIndex((other) => other.id === question.id) < index) {
      throw new Error(`Two questions have the id "${question.id}".\nGive each its own in ${file}.`);
    }
  });
  return questions;
}

function readQuestion(entry: unknown, index: number, file: string): Question {
  const { id: name, kind } = (typeof entry === 'object' && entry !== null ? entry : {}) as {
    id?: unknown;
    kind?: unknown;
  };
  const what = `Question ${index + 1}${typeof name === 'string' ? ` ("${name}")` : ''} in ${file}`;
  if (kind !== 'choice' && kind !== 'number') {
    throw new Error(`${what} has the kind "${String(kind)}".\nThere are: choice, number.\nCorrect it in ${file}.`);
  }
  const [schema, shape] = kind === 'choice' ? ([choice, choiceShape] as const) : ([number, numberShape] as const);
  const read = schema.safeParse(entry);
  if (!read.success) throw new Error(explain(what, read.error.issues, shape, file));
  if (read.data.kind === 'choice' && read.data.options.filter((each) => each.correct).length !== 1) {
    throw new Error(`${what} needs exactly one option with "correct: true".\nCorrect it in ${file}.`);
  }
  return read.data;
}
