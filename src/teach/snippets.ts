/** The code that each host is given, for one figure. */

export interface Place {
  /** The whole address of the figure alone. */
  embed: string;
  title: string;
  /** The whole address of the optional script that sets the height. */
  script: string;
  /** The whole address of its short link. */
  short: string;
  /** The whole address of its picture as PNG. */
  picture: string;
}

/** A piece of code, and the language it is written in. */
export interface Snippet {
  lang: 'html' | 'mdx' | 'md' | 'text';
  code: string;
}

const frame = ({ embed, title }: Place, height: number, rest: readonly string[] = []): string =>
  [
    '<iframe',
    ...[`src="${embed}"`, `title="${title}"`, 'width="100%"', `height="${height}"`, ...rest].map((line) => `  ${line}`),
  ]
    .join('\n')
    .concat('\n></iframe>');

const html = (code: string): Snippet => ({ lang: 'html', code });

/** By the name that a recipe asks with. */
export const snippets = {
  plain: (place) => html(frame(place, 640, ['loading="lazy"', 'style="border: 0"'])),
  height: ({ script }) => html(`<script src="${script}" async></script>`),
  lms: (place) => html(frame(place, 640)),
  address: ({ embed }) => ({ lang: 'text', code: embed }),
  reveal: ({ embed, title }) =>
    html(
      `<section>\n  <iframe\n    data-src="${embed}"\n    data-preload\n    title="${title}"\n    width="960"\n    height="640"\n  ></iframe>\n</section>`,
    ),
  mdx: (place) => ({ lang: 'mdx', code: frame(place, 640, ['loading="lazy"', 'style={{ border: 0 }}']) }),
  readme: ({ title, picture, short }) => ({ lang: 'md', code: `[![${title}](${picture})](${short})` }),
  short: ({ short }) => ({ lang: 'text', code: short }),
} satisfies Record<string, (place: Place) => Snippet>;

/** What a recipe can ask for. */
export type SnippetName = keyof typeof snippets;
