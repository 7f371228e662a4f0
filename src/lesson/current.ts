/** Which lesson is being built: handed by the page to the components in its MDX. */
import type { Values } from '../engine/simulation.ts';
import { readYaml } from './author-error.ts';

export interface CurrentLesson {
  slug: string;
  /** Path from the root of the project, for messages to authors. */
  file: string;
  /** Folders in src/sims; the first is the lesson's own. */
  simulations: readonly string[];
  /** The MDX as written. */
  body: string;
}

export function currentLesson(locals: App.Locals, component: string): CurrentLesson {
  if (locals.lesson) return locals.lesson;
  throw new Error(`<${component}> works only inside a lesson: content/lessons/<day>-<name>/lesson.mdx.`);
}

/** The ids of the labs a lesson has, in order. */
export function labsIn(body: string): string[] {
  return [...body.matchAll(/<Lab\b[^>]*?\bid=["']([^"']+)["']/gs)].map((found) => found[1] ?? '');
}

/** Whether a lab of the lesson stands in a <Later>, which is closed when the page opens. */
export function isInLater(lab: string, { body }: CurrentLesson): boolean {
  let depth = 0;
  for (const [tag, close] of withoutCode(body).matchAll(/<(\/?)Later\b|<Lab\b[^>]*>/g)) {
    if (!tag.startsWith('<Lab')) depth += close ? -1 : 1;
    else if (labsIn(tag).includes(lab)) return depth > 0;
  }
  return false;
}

/** The address of a <Later>: its title in lower case with hyphens. Throws an author's error where another part or a lab has it too. */
export function laterId(title: string, { body, file }: CurrentLesson): string {
  const address = (of: string): string =>
    of
      .toLowerCase()
      .replace(/[’']/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const id = address(title);
  const titles = [...withoutCode(body).matchAll(/<Later\b[^>]*?\btitle="([^"]+)"/g)].map(([, each]) => address(each!));
  if (titles.filter((each) => each === id).length < 2 && !labsIn(body).includes(id)) return id;
  throw new Error(
    `The address of <Later title="${title}"> is #${id}, and another part or a lab of this lesson has it too.\n` +
      `Give it another title in ${file}.`,
  );
}

/** Throws an author's error unless the lesson has that lab. */
export function requireLab(lab: string, lesson: CurrentLesson, component: string): void {
  const labs = labsIn(lesson.body);
  if (labs.includes(lab)) return;
  throw new Error(
    `<${component}> names the lab "${lab}", which this lesson does not have.\n` +
      `It has: ${labs.join(', ') || 'none'}.\n` +
      `Correct the name in ${lesson.file}.`,
  );
}

/** What a lab of the lesson starts with, read from its tag. */
export interface LabTag {
  scenario: string;
  title: string;
  fields: readonly string[];
  more: readonly string[];
  acts: readonly string[];
  measures: readonly string[];
  set: Values;
  /** What differs in the runs beside it. */
  vs: readonly Values[];
  /** What differs in the run that is shown where scripts are off. */
  still: Values;
}

/** Throws an author's error unless the lesson has that lab. */
export function labOf(lab: string, lesson: CurrentLesson, component: string): LabTag {
  requireLab(lab, lesson, component);
  const tags = [...lesson.body.matchAll(/<Lab\b[^>]*>/g)].map(([tag]) => tag);
  const tag = tags.find((each) => labsIn(each).includes(lab)) ?? '';
  const scenario = /\bscenario=["']([^"']+)["']/.exec(tag)?.[1] ?? '';
  // A literal of plain values is YAML as well.
  const read = (text: string | undefined, otherwise: string): unknown => readYaml(text ?? otherwise, lesson.file);
  const literal = (name: string): unknown => read(new RegExp(`\\b${name}=\\{(\\{[^{}]*\\})\\}`).exec(tag)?.[1], '{}');
  const list = (name: string): unknown => read(new RegExp(`\\b${name}=\\{(\\[[^\\]]*\\])\\}`).exec(tag)?.[1], '[]');
  const names = (name: string): string[] => list(name) as string[];
  return {
    scenario,
    title: /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).find(Boolean) ?? '',
    fields: names('fields'),
    more: names('more'),
    acts: names('acts'),
    measures: names('measures'),
    set: literal('set') as Values,
    vs: list('vs') as Values[],
    still: literal('still') as Values,
  };
}

/** Throws an author's error unless the id can be part of an address and of a storage key. */
export function requireId(id: string | undefined, component: string, file: string): void {
  if (/^[a-z][a-z0-9-]*$/.test(id ?? '')) return;
  throw new Error(`Every <${component}> needs an id of its own in lower case; got "${id}".\nCorrect it in ${file}.`);
}

/** Throws an author's error for an attribute a component does not know, or one it cannot do without. */
export function checkAttributes(
  component: string,
  given: object,
  known: readonly string[],
  needed: readonly string[],
  file: string,
): void {
  const wrong = Object.keys(given).find((name) => !known.includes(name) && !name.startsWith('data-'));
  if (wrong !== undefined) {
    throw new Error(
      `<${component}> has no attribute "${wrong}".\nIt has: ${known.join(', ')}.\nCorrect the name in ${file}.`,
    );
  }
  const values = new Map(Object.entries(given));
  const missing = needed.find((name) => [undefined, null, ''].includes(values.get(name) as undefined));
  if (missing !== undefined) throw new Error(`<${component}> needs ${missing}="…".\nAdd it in ${file}.`);
}

/** Throws an author's error for a tag in a lesson that is no component. */
export function checkTags({ body, file }: CurrentLesson, known: readonly string[]): void {
  const wrong = [...withoutCode(body).matchAll(/<([A-Z]\w*)/g)]
    .map(([, tag]) => tag!)
    .find((tag) => !known.includes(tag));
  if (wrong === undefined) return;
  throw new Error(
    `There is no <${wrong}> in a lesson.\nThere are: ${known.map((tag) => `<${tag}>`).join(', ')}.\nCorrect the tag in ${file}.`,
  );
}

function withoutCode(body: string): string {
  return body.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
}
