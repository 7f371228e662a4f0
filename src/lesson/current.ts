/** Which lesson is being built: handed by the page to the components in its MDX. */
export interface CurrentLesson {
  slug: string;
  /** Path from the root of the project, for messages to authors. */
  file: string;
  /** Folder in src/sims. */
  simulation: string;
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
