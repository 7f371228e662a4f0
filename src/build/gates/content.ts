/** The house style of the words: what a machine can hold of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdict, type Verdict } from './gate.ts';

/** Lessons are words: what they may use is there without import. */
const imports: Fault = {
  pattern: /^(import|export)\b.*/,
  instead: 'a lesson imports nothing; a new component goes into src/lesson and its list of components',
};

interface Fault {
  pattern: RegExp;
  instead: string;
}

const faults: readonly Fault[] = [
  imports,
  { pattern: /\b(simply|obviously|just click)\b/i, instead: 'say what to do, without calling it easy' },
  { pattern: /[A-Za-z)]!(?=\s|$|["”’)])/, instead: 'end the sentence with a full stop' },
  {
    pattern: /\b(blazing(ly)?|revolutionary|game[- ]chang\w+|cutting[- ]edge|seamless(ly)?|leverag\w+|delve\w*)\b/i,
    instead: 'use a plain word',
  },
  { pattern: /\b(coming soon|lorem ipsum|TODO|FIXME|TBD)\b/, instead: 'write it, or leave it out' },
  {
    pattern: /\b(neighbor|behavior|color|center|apologiz|organiz|recogniz|analyz|favorite|canceled|traveling)\w*/i,
    instead: 'spell it the British way',
  },
];

/** The prose of a file, line by line: code, tags' attributes, front matter's links and addresses are blanked. */
export function prose(text: string): string[] {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
  return (
    text
      .replace(/```[\s\S]*?```/g, blank)
      .replace(/`[^`\n]*`/g, blank)
      .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
      // The title of a source is its author's.
      .replace(/^ *- \{? *title: .*$/gm, blank)
      .replace(/https?:\/\/[^\s)"'>]+/g, blank)
      .replace(/<\/?[A-Za-z][^<>]*>/g, (tag) => tag.replace(/\w+=\{[^}]*\}|\b(?!alt|title)\w+="[^"]*"/g, blank))
      .split('\n')
  );
}

/** What is wrong with a text, as `line: what, what instead`. */
export function styleProblems(text: string): string[] {
  return prose(text).flatMap((line, index) =>
    faults.flatMap(({ pattern, instead }) => {
      const found = pattern.exec(line);
      return found ? [`${index + 1}: "${found[0]}": ${instead}`] : [];
    }),
  );
}

const expected = ['lesson.mdx', 'questions.yaml', 'teaching.md'];

/** Checks every lesson's folder and words, the glossary, and the recipes. */
export function checkContent(root = 'content'): Verdict {
  const lessons = join(root, 'lessons');
  const folders = existsSync(lessons) ? readdirSync(lessons) : [];
  const problems: string[] = [];
  let looked = 0;
  const read = (file: string): void => {
    looked += 1;
    problems.push(...styleProblems(readFileSync(file, 'utf8')).map((problem) => `${file}:${problem}`));
  };
  for (const folder of folders) {
    if (!/^\d\d-[a-z0-9-]+$/.test(folder))
      problems.push(`${join(lessons, folder)}: a lesson's folder is named like 04-bounded-queues`);
    for (const name of expected) {
      const file = join(lessons, folder, name);
      if (existsSync(file)) read(file);
      else problems.push(`${file} is missing: every lesson has ${expected.join(', ')}`);
    }
  }
  for (const file of ['glossary.yaml', 'teach/recipes.mdx']) if (existsSync(join(root, file))) read(join(root, file));
  return verdict(looked, problems);
}
