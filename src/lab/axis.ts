/** Where the labels of a time axis stand. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Steps people read without thinking, in milliseconds. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 6, 8, 12, 24, 48].map((n) => n * HOUR),
];

/** Times from 0 to at most `untilMs`, three to six of them. */
export function ticks(untilMs: number): number[] {
  const step = STEPS.find((each) => untilMs / each <= 5) ?? untilMs;
  return Array.from({ length: Math.floor(untilMs / step) + 1 }, (_, i) => i * step);
}
