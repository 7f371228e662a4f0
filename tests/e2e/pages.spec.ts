/** What holds for every page of the site, whatever it teaches. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { embedPages, hasLab, islandAddresses, sitemapPages, sites } from './sites.ts';
import { layoutShifts, readThrough, watch } from './watch.ts';

const site = sites.project;
const pages = [...sitemapPages(site), ...embedPages(site), '404.html'];
const labs = sitemapPages(site).filter((page) => hasLab(site, page));

test('the sitemap names the home page and at least one lesson with a lab', () => {
  expect(pages).toContain('');
  expect(labs).not.toEqual([]);
});

for (const path of pages) {
  test.describe(`/${path}`, () => {
    test('keeps to itself: no other origin, no cookie, no violation, no error, no shift', async ({ page, context }) => {
      const seen = await watch(page, site.origin);
      await page.goto(path);
      await readThrough(page);
      expect(seen).toEqual({ strangers: [], failures: [], errors: [] });
      expect(await context.cookies()).toEqual([]);
      expect(await layoutShifts(page)).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no fault that axe can find in the ${colorScheme} theme`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await readThrough(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const faults = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
        );
        expect(faults).toEqual([]);
      });
    }

    for (const [name, width] of [
      ['on a phone of 320 px', 320],
      ['on a screen of 1280 px at 200 % zoom', 640],
    ] as const) {
      test(`does not scroll sideways ${name}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 700 });
        await page.goto(path);
        await readThrough(page);
        const wide = await page.evaluate(() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          return [...document.body.querySelectorAll('*')]
            .filter(
              (element) =>
                element.getBoundingClientRect().right > room + 0.5 && element.getBoundingClientRect().width > 0,
            )
            .map(
              (element) =>
                `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${(element.textContent ?? '').trim().slice(0, 40)}`,
            )
            .slice(0, 5);
        });
        expect(wide).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }

    test('has one heading of the first rank, a title and a language', async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      expect((await page.title()).length).toBeGreaterThan(3);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pages) {
    test(`/${path} can be read`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      const words = (await page.locator('main').innerText()).split(/\s+/).length;
      expect(words).toBeGreaterThan(labs.includes(path) ? 300 : 8);
    });
  }

  for (const path of labs) {
    test(`/${path} shows a finished picture with its description in each lab`, async ({ page }) => {
      await page.goto(path);
      // The island is replaced by its finished still, beside it in the same section.
      const figures = page.locator('section.lab');
      expect(await figures.count()).toBeGreaterThan(0);
      for (const part of await page.locator('.later > summary').all()) await part.click();
      for (let i = 0; i < (await figures.count()); i += 1) {
        const picture = figures.nth(i).locator(':is(svg[viewBox], img):visible').first();
        await expect(picture).toBeVisible();
        const words = (await figures.nth(i).innerText()).split(/\s+/).length;
        expect(words, 'a description in words').toBeGreaterThan(15);
      }
    });
  }
});

for (const path of labs) {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`/${path}: nothing moves before a press (motion: ${reducedMotion})`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion });
      await page.goto(path);
      await readThrough(page);
      const pictures = () =>
        page.locator('astro-island svg[viewBox]').evaluateAll((all) => all.map((svg) => svg.outerHTML));
      const before = await pictures();
      await page.waitForTimeout(700);
      expect(await pictures()).toEqual(before);
      expect(
        await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
      ).toBe(0);
    });
  }

  test(`/${path}: a picture has at most 600 nodes`, async ({ page }) => {
    await page.goto(path);
    const nodes = await page
      .locator('astro-island svg')
      .evaluateAll((all) => all.map((svg) => svg.querySelectorAll('*').length));
    expect(Math.max(...nodes)).toBeLessThanOrEqual(600);
  });
}

for (const path of labs) {
  test(`/${path}: a press before the lab is alive is kept, and played`, async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    const modules = new Set<string>();
    await page.route('**/*.js', async (route) => {
      if (modules.size > 0 && modules.has(new URL(route.request().url()).pathname)) await held;
      await route.continue();
    });
    for (const address of islandAddresses(site, path)) modules.add(address);
    await page.goto(path, { waitUntil: 'commit' });
    const islands = page.locator('astro-island');
    const play = islands.getByRole('button', { name: 'Play', exact: true }).first();
    await play.scrollIntoViewIfNeeded();
    await play.click();
    await expect(islands.first()).toHaveAttribute('ssr', '');
    release();
    await expect(islands.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  });
}
