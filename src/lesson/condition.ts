/** What a sentence relies on: "> 400", "at least 3", "between 8 and 12", "= 200 ± 1". */

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const forms: readonly (readonly [RegExp, (value: number, a: number, b: number) => boolean])[] = [
  [new RegExp(`^> ${NUMBER}$`), (value, a) => value > a],
  [new RegExp(`^< ${NUMBER}$`), (value, a) => value < a],
  [new RegExp(`^at least ${NUMBER}$`), (value, a) => value >= a],
  [new RegExp(`^at most ${NUMBER}$`), (value, a) => value <= a],
  [new RegExp(`^between ${NUMBER} and ${NUMBER}$`), (value, a, b) => value >= a && value <= b],
  [new RegExp(`^= ${NUMBER}$`), (value, a) => value === a],
  [new RegExp(`^= ${NUMBER} ± ${NUMBER}$`), (value, a, b) => Math.abs(value - a) <= b],
];

/** Whether the value is as the condition says. Throws an author error when the condition cannot be read. */
export function holds(condition: string, value: number): boolean {
  for (const [form, test] of forms) {
    const found = form.exec(condition.trim());
    if (found) return test(value, Number(found[1]), Number(found[2]));
  }
  throw new Error(
    `"${condition}" is not a condition.\nWrite one of: > 5, < 5, at least 5, at most 5, between 5 and 8, = 5, = 5 ± 0.1.`,
  );
}
