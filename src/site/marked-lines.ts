/** Marks lines of code that the text beside it speaks of: ```ts {2,4-5} marks lines 2, 4 and 5. */
import type { ShikiTransformer } from 'shiki';

/** Line numbers in the braces of a fence's first line; none without braces. */
export function markedLines(meta: string): Set<number> {
  const given = /\{([\d,\s-]+)\}/.exec(meta)?.[1] ?? '';
  const lines = new Set<number>();
  for (const [, from = '', to = from] of given.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    for (let line = Number(from); line <= Number(to || from); line += 1) lines.add(line);
  }
  return lines;
}

export const markLines: ShikiTransformer = {
  name: 'marked-lines',
  line(node, line) {
    if (markedLines(this.options.meta?.__raw ?? '').has(line)) this.addClassToHast(node, 'marked');
  },
};
