/** Folded parts of a lesson: a lab in one is made when it is asked for, by whatever asks for it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { watch } from './watch.ts';
import { sites } from './sites.ts';

const lesson = 'days/dark-deployments/';
const lab = 'coupling';
const simulation = 'shadow-load';

const section = (page: Page) => page.locator(`#${lab}`);
const figure = (page: Page) => page.locator(`[data-lab="${lab}"]`);
const part = (page: Page) => page.locator('.later', { has: section(page) });
const summary = (page: Page) => part(page).locator('> summary');
const place = (page: Page) => page.locator(`[data-makes="${lab}"]`);

async function isAlive(page: Page): Promise<void> {
  await expect(figure(page)).toHaveAttribute('data-alive', '');
  await expect(place(page)).toHaveCount(0);
}

test('nothing of a folded lab is asked for before its part is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const ofLab = (): string[] => asked.filter((path) => /\/(making|room)\./.test(path) || path.includes(simulation));
  await page.goto(lesson);
  await page.mouse.wheel(0, 300);
  await page.waitForLoadState('networkidle');
  expect(ofLab()).toEqual([]);
  await summary(page).click();
  await isAlive(page);
  expect(ofLab().length).toBeGreaterThan(1);
});

test('by keyboard alone: Enter opens the part, Tab leads into its lab, Space plays it', async ({ page }) => {
  const seen = await watch(page, sites.project.origin);
  await page.goto(lesson);
  await summary(page).focus();
  await page.keyboard.press('Enter');
  await isAlive(page);
  await expect(summary(page)).toBeFocused();
  const stage = figure(page).locator('.stage');
  for (let i = 0; i < 60 && !(await stage.evaluate((it) => it === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(stage).toBeFocused();
  await page.keyboard.press('Space');
  // It plays, if only to its first pause.
  await expect(figure(page).getByLabel('Moment in the run')).not.toHaveValue('0');
  expect(seen.errors).toEqual([]);
});

test('a run link to a folded lab opens its part and that run', async ({ page }) => {
  await page.goto(`${lesson}?lab=${lab}#${lab}`);
  await isAlive(page);
  await expect(part(page)).toHaveAttribute('open', '');
  await expect(section(page)).toBeInViewport();
  await expect(page.locator('html')).not.toHaveAttribute('data-linked');
});

test('a link within the page opens the part it leads into, again and again', async ({ page }) => {
  await page.goto(lesson);
  await page.evaluate((lab) => {
    const link = Object.assign(document.createElement('a'), { href: `#${lab}`, textContent: 'To the figure' });
    document.querySelector('h1')!.append(link);
  }, lab);
  for (let i = 0; i < 2; i += 1) {
    await page.getByRole('link', { name: 'To the figure' }).click();
    await isAlive(page);
    await expect(section(page)).toBeInViewport();
    await summary(page).click();
    await expect(section(page)).toBeHidden();
  }
});

test('what cannot be loaded is said in its place, and can be tried again', async ({ page }) => {
  await page.goto(lesson);
  await page.route(new RegExp(`/making\\.`), (route) => route.abort());
  await summary(page).click();
  await expect(place(page)).toContainText('This figure could not be loaded. Check the connection, then try again.');
  await page.unroute(new RegExp(`/making\\.`));
  await place(page).getByRole('button', { name: 'Try again' }).click();
  await isAlive(page);
});

test('an address that cannot be read leaves every folded lab to be opened', async ({ page }) => {
  for (const hash of ['#%', '#100%']) {
    const seen = await watch(page, sites.project.origin);
    await page.goto(lesson + hash);
    await page.reload();
    await summary(page).click();
    await isAlive(page);
    expect(seen.errors).toEqual([]);
  }
});

test('without scripts a folded lab is a still with its description and at most four lines of its story', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(sites.project.url + lesson);
  await summary(page).click();
  await expect(section(page).locator('figure')).toBeVisible();
  await expect(section(page).locator('.no-js > p').first()).toBeVisible();
  await expect(place(page)).toBeHidden();
  const lines = await section(page).locator('.no-js li').count();
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThanOrEqual(4);
  await context.close();
});

test('on paper a lab that was not made is its still and its words', async ({ page }) => {
  await page.goto(lesson);
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(section(page).locator('.on-paper figure')).toBeVisible();
  await expect(place(page)).toBeHidden();
  // Every picture is there, not only its place.
  const stills = page.locator('.on-paper img');
  expect(await stills.count()).toBeGreaterThan(1);
  for (const still of await stills.all())
    await expect.poll(() => still.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(section(page).locator('.on-paper')).toHaveCount(0);
});

test('a part is large enough for a finger, fits 320 px, and axe finds nothing in it, folded or open', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(lesson);
    expect((await summary(page).boundingBox())!.height).toBeGreaterThanOrEqual(44);
    const found = async (): Promise<unknown> => (await new AxeBuilder({ page }).include('.later').analyze()).violations;
    expect(await found()).toEqual([]);
    await summary(page).click();
    await isAlive(page);
    expect(await found()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
