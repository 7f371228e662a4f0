/** The site at the root of a host: the same pages come alive without a base path. */
import { expect, test } from '@playwright/test';
import { sitemapPages, sites } from './sites.ts';
import { readThrough, watch } from './watch.ts';

const site = sites.root;

for (const path of sitemapPages(site)) {
  test(`/${path} comes alive and asks nobody else`, async ({ page }) => {
    const seen = await watch(page, site.origin);
    expect((await page.goto(path))?.status()).toBe(200);
    await readThrough(page);
    await expect(page.locator('h1')).toBeVisible();
    expect(seen).toEqual({ strangers: [], failures: [], errors: [] });
  });
}

test('both sites have the same pages', () => {
  expect(sitemapPages(sites.root)).toEqual(sitemapPages(sites.project));
});

test('an address that does not exist is answered by the page that says so', async ({ page }) => {
  expect((await page.goto('days/nowhere/'))?.status()).toBe(404);
  await expect(page.getByRole('link').first()).toBeVisible();
});
