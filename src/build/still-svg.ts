/**
 * From a picture's server-rendered markup to an SVG that stands alone.
 *
 * Rasterisers (librsvg, satori) paint `var()` black and know no page, so every token is resolved for
 * one theme and the markup gets its namespace, its size and its type. String to string: used by the
 * `still` command, and by pages at build for cards, frames to download and social pictures.
 */
import { readFileSync } from 'node:fs';

export type Theme = 'light' | 'dark';
/** Both themes in one file, for browsers: it follows the reader's system. */
export type Ground = Theme | 'both';

export interface StillOptions {
  /** A rectangle of the paper colour under the picture. Default true; without it the still is transparent. */
  paper?: boolean;
}

/** Read from the project's root, where every script and the site's build run. */
export const tokensFile = 'src/site/styles/tokens.css';

/** The custom properties of tokens.css as written, without those inside @media. */
export function readTokens(css = readFileSync(tokensFile, 'utf8')): ReadonlyMap<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*\{(?:[^{}]*\{[^}]*\})*[^{}]*\}/g, '');
  return new Map([...plain.matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)].map(([, name, value]) => [name!, value!.trim()]));
}

/** Where the bracket opened just before `from` closes. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error(`A bracket is opened and never closed in "${text.slice(from - 20, from + 40)}".`);
}

/** `a, b(c, d)` to `['a', 'b(c, d)']`. */
function parts(list: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of list) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}

/** Replaces each `name(...)`, innermost values first. */
function replaceCalls(text: string, name: string, value: (args: string[]) => string): string {
  const start = text.search(new RegExp(`(?<![\\w-])${name}\\(`));
  if (start < 0) return text;
  const open = start + name.length + 1;
  const close = closing(text, open);
  const inner = replaceCalls(text.slice(open, close), name, value);
  return text.slice(0, start) + value(parts(inner)) + replaceCalls(text.slice(close + 1), name, value);
}

/** A text with each `var(--x)` and `light-dark(a, b)` resolved for the theme; for both, only the first. */
export function resolveTokens(text: string, theme: Ground, tokens = readTokens()): string {
  const withoutVar = replaceCalls(text, 'var', ([name, ...fallback]) => {
    const value = tokens.get(name!);
    if (value !== undefined) return resolveTokens(value, theme, tokens);
    if (fallback.length > 0) return fallback.join(', ');
    throw new Error(
      `A picture uses var(${name}), which ${tokensFile} does not define.\n` +
        `It defines: ${[...tokens.keys()].join(', ')}.\nCorrect the name in the picture, or add the token there.`,
    );
  });
  if (theme === 'both') return withoutVar;
  return replaceCalls(withoutVar, 'light-dark', ([light, dark]) => (theme === 'light' ? light! : dark!));
}

/** The root <svg> of a picture's markup as a file of its own. */
export function stillSvg(markup: string, theme: Ground, { paper = true }: StillOptions = {}): string {
  const tokens = readTokens();
  const bare = markup.replace(/<!--[\s\S]*?-->/g, '');
  const from = bare.search(/<svg[\s>]/);
  const to = bare.lastIndexOf('</svg>');
  const box = /^<svg[^>]*\sviewBox="\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(bare.slice(from));
  if (from < 0 || to < 0 || !box) {
    throw new Error(
      'A picture must have one root <svg> with a viewBox of four numbers; its markup starts: ' + bare.slice(0, 120),
    );
  }
  const [x, y, width, height] = box.slice(1);
  const openEnd = bare.indexOf('>', from);
  const given = bare.slice(from + 4, openEnd).replace(/\s(?:width|height|xmlns)="[^"]*"/g, '');
  const type = /\sfont-family=/.test(given) ? '' : ` font-family="var(--sans)"`;
  const scheme = theme === 'both' ? ' style="color-scheme: light dark"' : '';
  const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"${scheme}${type}${given}>`;
  const ground = paper ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="var(--paper)"/>` : '';
  return resolveTokens(root + ground + bare.slice(openEnd + 1, to) + '</svg>', theme, tokens);
}

/** A still as pixels, `scale` of them to each unit of the picture. */
export async function stillPng(svg: string, scale = 2): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .png()
    .toBuffer();
}
