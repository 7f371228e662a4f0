/** Code in few words of HTML: its three tints are classes, and what has the colour of the text stands bare. */
import type { ShikiTransformer } from 'shiki';

/** What each kind of token of Shiki's css-variables theme is to us: a word of the language, a text, or quiet. */
const tints: Readonly<Record<string, string>> = {
  keyword: 'kw',
  function: 'kw',
  link: 'kw',
  string: 'tx',
  'string-expression': 'tx',
  constant: 'tx',
  comment: 'qt',
  punctuation: 'qt',
};

type Line = Parameters<NonNullable<ShikiTransformer['line']>>[0];
type Part = Line['children'][number];

/** The tint of a token; '' for the colour of the text, null for what is none of Shiki's tokens. */
function tintOf(part: Part): string | null {
  const style = part.type === 'element' ? part.properties['style'] : undefined;
  const found = /^color:var\(--astro-code-(?:token-)?([a-z-]+)\)$/.exec(typeof style === 'string' ? style : '');
  return found ? (tints[found[1]!] ?? '') : null;
}

/** Gives each tint its class; tokens beside each other that look alike become one. */
export const plainTokens: ShikiTransformer = {
  name: 'plain-tokens',
  line(node) {
    const parts: Part[] = [];
    let last: string | null = null;
    for (const part of node.children) {
      const tint = tintOf(part);
      const inside = tint !== null && part.type === 'element' ? part.children : [part];
      const before = parts.at(-1);
      if (tint === '' || tint === null) parts.push(...(inside as Part[]));
      else if (tint === last && before?.type === 'element') before.children.push(...(inside as typeof before.children));
      else parts.push({ type: 'element', tagName: 'span', properties: { class: tint }, children: inside as never });
      last = tint;
    }
    node.children = parts;
  },
};
