/** A drawing saved as a file, in a real browser: what is on the page must be in the file, colours and all. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, needChromium } from '../../src/build/browsers.ts';

const origin = 'http://lab.test/';
/** The policy of the site where it matters here. */
const policy =
  "default-src 'self'; img-src 'self' data:; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'";
/** Each paint is given in another way, in a square of its own; what is not seen lies over one of them. */
const page = `<!doctype html><html><head><style>${readFileSync('src/site/styles/tokens.css', 'utf8')}
  body { margin: 0; background: var(--paper); color: var(--ink) }
  .styled { fill: color-mix(in srgb, var(--good) 50%, var(--paper)) }
  .gone { display: none }
  svg text { font-family: var(--sans); font-size: 9px }
</style></head><body><svg viewBox="0 0 120 40" width="600" height="200" style="font-family: var(--sans)" aria-label="x" tabindex="0">
  <!-- a remark -->
  <rect x="0" y="0" width="20" height="20" fill="var(--harm)"/>
  <rect x="20" y="0" width="20" height="20" class="styled"/>
  <g fill="var(--live)"><g opacity="1"><rect x="40" y="0" width="20" height="20"/></g></g>
  <g style="color: var(--dark)"><rect x="60" y="0" width="20" height="20" fill="currentColor"/></g>
  <rect x="80" y="0" width="20" height="20" style="fill: var(--you); transform: translate(0px, 20px)"/>
  <image href="/half.svg#svgView(viewBox(0,0,10,10))" x="100" y="20" width="20" height="20"/>
  <rect class="gone" x="0" y="0" width="120" height="40" fill="red"/>
  <foreignObject x="0" y="0" width="120" height="40"><p xmlns="http://www.w3.org/1999/xhtml">never</p></foreignObject>
  <path d="M10 22V38" stroke="var(--ink)" stroke-width="6"/>
  <text x="20" y="34" fill="var(--ink-2)">words &lt;b&gt;</text>
</svg></body></html>`;
const half =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="10" height="10" fill="#123456"/></svg>';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await needChromium(), args: chromiumArgs });
});
afterAll(() => browser.close());

type Saving = typeof import('../../src/lab/tools/picture-file.ts');

interface Saved {
  svg: string;
  /** The middles of the squares as painted in the file, and as the page paints them. */
  painted: string[];
  wanted: string[];
  width: number;
  height: number;
}

async function save(tab: Page): Promise<Saved> {
  await tab.route(`${origin}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { 'Content-Security-Policy': policy };
    if (pathname === '/half.svg') return route.fulfill({ contentType: 'image/svg+xml', body: half });
    if (pathname !== '/picture-file.js') return route.fulfill({ contentType: 'text/html', body: page, headers });
    const body = `${stripTypeScriptTypes(readFileSync('src/lab/tools/picture-file.ts', 'utf8'))}\nObject.assign(window, { pictureFile, toPng });`;
    return route.fulfill({ contentType: 'application/javascript', body });
  });
  await tab.goto(origin);
  await tab.addScriptTag({ url: `${origin}picture-file.js`, type: 'module' });
  return tab.evaluate(async () => {
    const { pictureFile, toPng } = window as unknown as Saving;
    const file = await pictureFile(document.querySelector('svg')!, 'A title', 'What it shows & how');
    const bitmap = await createImageBitmap(await toPng(file));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const pen = canvas.getContext('2d')!;
    const hex = (data: Uint8ClampedArray): string =>
      [...data]
        .slice(0, 4)
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('');
    const one = (colour: string): string => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      return hex(pen.getImageData(0, 0, 1, 1).data);
    };
    const token = (value: string): string => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const wanted = [
      '--harm',
      'color-mix(in srgb, var(--good) 50%, var(--paper))',
      '--live',
      '--dark',
      '--you',
      '--ink',
      '--paper',
    ].map((name) => one(token(name.startsWith('--') ? `var(${name})` : name)));
    pen.clearRect(0, 0, 1, 1);
    pen.drawImage(bitmap, 0, 0);
    const places = [
      [10, 10],
      [30, 10],
      [50, 10],
      [70, 10],
      [90, 30],
      [10, 30],
      [110, 10],
      [110, 30],
    ] as const;
    const painted = places.map(([x, y]) => hex(pen.getImageData(x * 2, y * 2, 1, 1).data));
    return { svg: file.svg, painted, wanted: [...wanted, '123456ff'], width: bitmap.width, height: bitmap.height };
  });
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  let saved: Saved;
  beforeAll(async () => {
    const tab = await browser.newPage({ colorScheme });
    saved = await save(tab);
    await tab.close();
  });

  test('a saved picture has, pixel for pixel, the colours of the page, and its paper behind it', () => {
    expect(saved.painted).toEqual(saved.wanted);
    expect(new Set(saved.painted).size).toBe(8);
    expect([saved.width, saved.height]).toEqual([240, 80]);
  });

  test('it needs nothing of the page: no token, no style sheet, no font, no file, no HTML', () => {
    expect(saved.svg).not.toMatch(
      /var\(|light-dark|color-mix|currentColor|class=|tabindex|<!--|foreignObject|half\.svg|Daybreak/,
    );
    expect(saved.svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*width="120"[^>]*height="40"/);
    expect(saved.svg).toMatch(/font-family="[^"]*sans-serif"/);
    // What a part has from the part it is in is not written again.
    expect(saved.svg).toMatch(/<rect x="40" y="0" width="20" height="20"\/>/);
  });

  test('what is hidden stays out, what is written stays text, and words keep their room', () => {
    expect(saved.svg).not.toContain('fill="rgb(255, 0, 0)"');
    expect(saved.svg).toContain('words &lt;b&gt;</text>');
    expect(saved.svg).toMatch(/<text[^>]*textLength="[\d.]+"/);
    expect(saved.svg).toContain('<title>A title</title><desc>What it shows &amp; how</desc>');
  });
});
