/** What a teaching.md must hold, as headings of the second rank. */
const parts: readonly (readonly [name: string, heading: RegExp])[] = [
  ['For whom', /^For whom$/],
  ['The misconception it corrects', /^The misconceptions? it corrects$/],
  ['Ask before pressing play', /^Ask before pressing play$/],
  ['What to watch for', /^What to watch for$/],
  ['Minutes', /^Minutes$/],
];

/** Throws an author's error for a part that is missing. */
export function checkParts(headings: readonly string[], file: string): void {
  const missing = parts.filter(([, heading]) => !headings.some((each) => heading.test(each))).map(([name]) => name);
  if (missing.length === 0) return;
  throw new Error(
    `${file} lacks ${missing.map((name) => `"## ${name}"`).join(' and ')}.\n` +
      `It has: ${headings.map((each) => `"${each}"`).join(', ') || 'no heading'}.\n` +
      `Add what is missing in ${file}: the page for teachers is made of it.`,
  );
}
