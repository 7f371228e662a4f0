import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openPictures } from '../../src/build/pictures.ts';
import { simulationNames } from '../../src/build/simulation-names.ts';
import { readTokens, resolveTokens, stillPng, stillSvg, tokensFile, type Theme } from '../../src/build/still-svg.ts';

/** The colours in a picture file, as #RRGGBB, each with how many pixels have exactly that colour. */
async function coloursOf(png: Buffer): Promise<Map<string, number>> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const counts = new Map<number, number>();
  // Most pixels have the colour of the one before: counted in rows, a picture takes a tenth of the time.
  for (let i = 0; i < data.length;) {
    const colour = data.readUIntBE(i, 3);
    const from = i;
    while (i < data.length && data.readUIntBE(i, 3) === colour) i += info.channels;
    counts.set(colour, (counts.get(colour) ?? 0) + (i - from) / info.channels);
  }
  const name = (colour: number): string => `#${colour.toString(16).padStart(6, '0').toUpperCase()}`;
  const colours = new Map([...counts].map(([colour, count]) => [name(colour), count]));
  return colours;
}

/** The two colours of a token, read from the file by eye's rule: the pair on its own line. */
function pairOf(token: string): Record<Theme, string> {
  const [, light, dark] = new RegExp(`--${token}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(
    readFileSync(tokensFile, 'utf8'),
  )!;
  return { light: light!.toUpperCase(), dark: dark!.toUpperCase() };
}

const drawing = `<!--[--><svg viewBox="0 0 40 20" role="img"><!--[0--><rect width="20" height="20" fill="var(--live)"/><!--]--><rect x="20" width="10" height="20" fill="var(--nowhere, var(--harm))"/></svg><!--]-->`;

describe('a still', () => {
  test.each(['light', 'dark'] as const)('is painted in the colours of the %s theme, paper included', async (theme) => {
    const colours = await coloursOf(await stillPng(stillSvg(drawing, theme), 1));
    expect(colours.get(pairOf('live')[theme])).toBe(400);
    expect(colours.get(pairOf('harm')[theme])).toBe(200);
    expect(colours.get(pairOf('paper')[theme])).toBe(200);
  });

  test('stands alone: it has a namespace, a size, a typeface, and no variable or comment left', () => {
    const svg = stillSvg(drawing, 'dark');
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="40" height="20" font-family="[^"]*sans-serif"/,
    );
    expect(svg).not.toMatch(/var\(|light-dark\(|<!--/);
  });

  test('takes a token that is defined by another token', () => {
    const tokens = new Map([
      ['--a', 'var(--b)'],
      ['--b', 'light-dark(rgb(1, 2, 3), var(--c))'],
      ['--c', '#fff'],
    ]);
    expect(resolveTokens('fill: var(--a)', 'light', tokens)).toBe('fill: rgb(1, 2, 3)');
    expect(resolveTokens('fill: var(--a)', 'dark', tokens)).toBe('fill: #fff');
  });

  test('does not take the values that only a preference for contrast would set', () => {
    expect(readTokens().get('--rule')).toMatch(/^light-dark\(#/);
  });

  test('names a token that is not defined, and where to define it', () => {
    const tokens = new Map([
      ['--ink', 'black'],
      ['--paper', 'white'],
    ]);
    expect(() => resolveTokens('var(--inc)', 'light', tokens)).toThrow(
      'A picture uses var(--inc), which src/site/styles/tokens.css does not define.\n' +
        'It defines: --ink, --paper.\nCorrect the name in the picture, or add the token there.',
    );
  });

  test('refuses a picture without a root <svg viewBox>', () => {
    expect(() => stillSvg('<div>no picture</div>', 'light')).toThrow(
      /^A picture must have one root <svg> with a viewBox/,
    );
  });
});

describe('every simulation', async () => {
  const pictures = await openPictures();
  afterAll(() => pictures.close());
  const cases = simulationNames().flatMap((name) =>
    (['wide', 'narrow', 'still'] as const).map((layout) => ({ name, layout })),
  );

  test.each(cases)('$name draws a $layout still that a rasteriser paints in both themes', async ({ name, layout }) => {
    const simulation = await pictures.simulation(name);
    for (const scenario of Object.keys(simulation.scenarios)) {
      const moment = { scenario, at: 'end', changed: {}, layout, covered: false };
      const markup = await pictures.markup(name, moment);
      for (const theme of ['light', 'dark'] as const) {
        const colours = await coloursOf(await stillPng(stillSvg(markup, theme), 1));
        const seen = (...tokens: string[]): string[] => tokens.filter((token) => colours.has(pairOf(token)[theme]));
        const where = `the end of ${scenario} in the ${theme} theme shows nothing in`;
        expect(seen('ink', 'ink-2'), `${where} --ink or --ink-2`).not.toEqual([]);
        expect(seen('live', 'dark', 'harm', 'good', 'wait'), `${where} a colour that has a meaning`).not.toEqual([]);
      }
    }
  });

  test.each(cases)(
    '$name draws at most 600 nodes in its $layout picture, at eleven moments of each scenario',
    async ({ name, layout }) => {
      const simulation = await pictures.simulation(name);
      for (const [scenario, { untilMs }] of Object.entries(simulation.scenarios)) {
        for (let tenth = 0; tenth <= 10; tenth += 1) {
          const moment = {
            scenario,
            at: `${Math.round((untilMs * tenth) / 10)}ms`,
            changed: {},
            layout,
            covered: false,
          };
          const nodes = (await pictures.markup(name, moment)).match(/<[a-z]/g) ?? [];
          expect(nodes.length, `${scenario} at ${moment.at}`).toBeLessThanOrEqual(600);
        }
      }
    },
  );
});
