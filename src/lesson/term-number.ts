/** Numbers what needs an id of its own on a page: the same word may be explained twice. */
const used = new WeakMap<Request, number>();

export function termNumber(page: Request): number {
  const number = (used.get(page) ?? 0) + 1;
  used.set(page, number);
  return number;
}
