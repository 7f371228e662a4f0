/** What a teacher does: finds the page of a day, prints it, takes a picture and a code, pastes a recipe into another page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test, type Page } from '@playwright/test';
import { deckWith } from './deck.ts';
import { serveBuiltOrigin } from './embedding.ts';
import { sites } from './sites.ts';

const { url: ours, folder } = sites.project;
/** Somebody else's page. */
const host = 'http://host.example';

const short = (page: Page, scenario: string) =>
  page.locator('.figure-item').filter({ has: page.getByText(scenario, { exact: true }) });

/** Shows the HTML as a page of another origin. */
async function openElsewhere(page: Page, html: string): Promise<void> {
  await page.route(`${host}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${host}/`);
}

/** The code of a recipe, as it is read from the page. */
async function codeOf(page: Page, recipe: string): Promise<string> {
  await page.goto('teach/recipes/');
  return page.locator(`#${recipe} ~ .snippet code`).first().innerText();
}

test('the foot of every page leads to what is for teachers, that of a lesson to its own page', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('contentinfo').getByRole('link', { name: 'For teachers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For teachers' })).toBeVisible();
  await page.getByRole('link', { name: /^The lesson of Day 2/ }).click();
  await page.getByRole('contentinfo').getByRole('link', { name: 'For teachers' }).click();
  await expect(page).toHaveURL(/\/teach\/tromboning\/$/);
  for (const part of ['For whom', 'Ask before pressing play', 'What to watch for', 'Minutes'])
    await expect(page.getByRole('heading', { name: part })).toBeVisible();
});

test('answers and solutions are folded on the screen, and open from the keyboard', async ({ page }) => {
  await page.goto('teach/incremental-ingestion/');
  const answers = page.locator('#questions');
  await expect(answers.locator('.answers')).toBeHidden();
  await answers.locator('summary').focus();
  await page.keyboard.press('Enter');
  const questions = answers.locator('.answers > li');
  await expect(questions.first()).toBeVisible();
  for (const question of await questions.all()) await expect(question.locator('.mark.good')).toHaveCount(1);
  await page.locator('#challenges summary').focus();
  await page.keyboard.press('Enter');
  for (const challenge of await page.locator('#challenges .answers > li').all())
    await expect(challenge).toContainText(/Asked:.*It begins in:.*Hint:.*A solution:/s);
});

test('on paper everything is open, and nothing is there to press', async ({ page }) => {
  await page.goto('teach/dark-deployments/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('#questions .answers .q').first()).toBeVisible();
  await expect(page.locator('#challenges .answers .q').first()).toBeVisible();
  for (const gone of ['.top', '.foot', '.files', '.ways']) await expect(page.locator(gone).first()).toBeHidden();
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  // A code of 2 cm is read at arm's length; a point is 1/72 of an inch.
  const { width } = (await page.locator('.short img').first().boundingBox())!;
  expect((width / 96) * 2.54).toBeGreaterThanOrEqual(2);
});

for (const [day, scenario] of [
  ['incremental-ingestion', 'late'],
  ['incremental-ingestion', 'trace-crash'],
  ['tromboning', 'halfway'],
  ['dark-deployments', 'rush-mirrored'],
] as const) {
  test(`the printed code of ${scenario} is scanned, and leads to the figure`, async ({ page, request }) => {
    await serveBuiltOrigin(page);
    await page.goto(`teach/${day}/`);
    const item = short(page, scenario);
    const code = await (await request.get((await item.locator('.short img').getAttribute('src'))!)).body();
    const { data, info } = await sharp(code).resize(600).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const address = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
    expect(address.replace(/^https?:\/\//, '')).toBe(await item.locator('.short a').innerText());
    expect(address.length).toBeLessThan(40);
    await page.goto(address);
    await page.waitForURL(new RegExp(`scenario=${scenario}`));
    const picture = page.locator('.stage svg[viewBox]').filter({ visible: true }).first();
    await expect(picture).toBeVisible();
  });
}

test('a short link is kept out of search results, and names the figure and its day', async ({ page, request }) => {
  await page.goto('teach/tromboning/');
  const link = await short(page, 'headquarters').locator('.short a').innerText();
  const html = await (await request.get(`${ours}s/${link.split('/').at(-2)}/`)).text();
  expect(html).toContain('<meta name="robots" content="noindex">');
  await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  await expect(page.getByRole('heading', { level: 1, name: 'The firewall at headquarters' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Run this figure' })).toHaveAttribute('href', /scenario=headquarters/);
  await expect(page.getByRole('link', { name: 'Day 2: Tromboning' })).toBeVisible();
  expect(readFileSync(`${folder}/sitemap-0.xml`, 'utf8')).not.toContain('/s/');
});

test('a picture is taken away as a file that any slide takes', async ({ page }) => {
  await page.goto('teach/dark-deployments/');
  const item = short(page, 'big-bang');
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('link', { name: /^PNG of the picture/ }).click(),
  ]);
  expect(png.suggestedFilename()).toBe('dark-deployments-big-bang.png');
  const { width, format } = await sharp(readFileSync(await png.path())).metadata();
  expect([format, width]).toEqual(['png', 1620]);
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('link', { name: /^Picture, SVG/ }).click(),
  ]);
  expect(readFileSync(await svg.path(), 'utf8')).not.toMatch(/var\(|light-dark|<script|foreignObject/);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const path of ['teach/', 'teach/recipes/', 'teach/tromboning/']) {
    test(`/${path}: links that stand alone are 44 px high`, async ({ page }) => {
      await page.goto(path);
      const links = page.locator('main :is(.day, .ways, .hosts, .files, .short, .links) a');
      expect(await links.count()).toBeGreaterThan(0);
      const low = await links.evaluateAll((all) =>
        all.filter((link) => link.getBoundingClientRect().height < 43.5).map((link) => link.textContent.trim()),
      );
      expect(low).toEqual([]);
    });
  }
});

test('no words of a still lie on others, or are cut off by its edge, in the font of this machine', async ({ page }) => {
  const stills = join(folder, 'teach', 'stills');
  const files = readdirSync(stills, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.svg') && !file.endsWith('-qr.svg'),
  );
  expect(files.length).toBeGreaterThan(100);
  const faults: string[] = [];
  for (const file of files) {
    await page.setContent(`<body style="margin:0">${readFileSync(join(stills, file), 'utf8')}`);
    const found = await page.evaluate(() => {
      const svg = document.querySelector('svg')!;
      const edge = svg.getBoundingClientRect();
      const words = [...svg.querySelectorAll('text')]
        .filter(({ textContent }) => textContent.trim() !== '')
        .map((text) => ({ say: text.textContent.trim(), at: text.getBoundingClientRect() }));
      const cut = words.filter(({ at }) => at.right > edge.right + 2 || at.left < edge.left - 2);
      const laid = words.flatMap((one, i) =>
        words.slice(i + 1).flatMap((other) => {
          const across = Math.min(one.at.right, other.at.right) - Math.max(one.at.left, other.at.left);
          const down = Math.min(one.at.bottom, other.at.bottom) - Math.max(one.at.top, other.at.top);
          const isOn = across > 2 && down > 0.4 * Math.min(one.at.height, other.at.height);
          return isOn ? [`"${one.say}" lies on "${other.say}"`] : [];
        }),
      );
      return [...cut.map(({ say }) => `"${say}" is cut`), ...laid];
    });
    faults.push(...found.map((fault) => `${file}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test.describe('a recipe', () => {
  test('is copied with one press of a key, and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const code = await codeOf(page, 'moodle');
    const copy = page.getByRole('button', { name: 'Copy: frame for Moodle' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.snippet', { has: copy }).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  test('is selected where the browser refuses to copy', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const code = await codeOf(page, 'notion');
    await page.getByRole('button', { name: 'Copy: address for Notion' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The code is selected' })).toHaveCount(1);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(code);
  });

  test('is one piece of text without scripts, with no dead button', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: ours });
    const page = await context.newPage();
    const code = await codeOf(page, 'plain-html');
    expect(code).toMatch(/^<iframe\s+src="http[^"]+"\s+title="[^"]+"\s+width="100%"\s+height="\d+"[^>]*><\/iframe>$/);
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await context.close();
  });

  test('for plain HTML works in a page of another origin', async ({ page }) => {
    const code = await codeOf(page, 'plain-html');
    const address = /src="([^"]+)"/.exec(code)![1]!;
    await serveBuiltOrigin(page);
    const asked = page.waitForRequest(address);
    await openElsewhere(page, `<!doctype html><title>Host</title><h1>Host</h1>${code}`);
    await asked;
    const figure = page.frameLocator('[title="One order, two syncs, a late commit"]');
    await expect(figure.locator('[data-lab]')).toHaveAttribute('data-alive', '');
    expect(page.url()).toBe(`${host}/`);
  });

  test('for reveal.js loads a slide ahead, and unloads further away', async ({ page }) => {
    const slide = await codeOf(page, 'revealjs');
    await serveBuiltOrigin(page);
    await openElsewhere(page, `<!doctype html><title>Deck</title>${deckWith(slide)}`);
    const frame = page.locator('iframe');
    await expect(page.locator('.reveal.ready')).toHaveCount(1);
    await expect(frame).not.toHaveAttribute('src');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    await expect(frame).toHaveAttribute('src', /\/embed\/v1\/incremental-ingestion\/\?scenario=late$/);
    await page.keyboard.press('ArrowRight');
    await expect(frame).toBeVisible();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    await expect(frame).not.toHaveAttribute('src');
  });
});
