/** Stands for src/lesson/benching.ts: the page of a package names no bench, so it is never called. */
export function bench(): void {}
