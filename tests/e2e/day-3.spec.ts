/** Day 3 in the browser: the folded labs, the history of a lost row, a crash, the race. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sitemapPages, sites } from './sites.ts';
import { watch } from './watch.ts';

/** Labs after the ten minutes are made when a link leads to them. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`days/incremental-ingestion/?lab=${id}#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}
const measured = (lab: Locator, label: string) =>
  lab.locator('.measures > div').filter({ hasText: label }).locator('dd').first();
const toTheEnd = (lab: Locator) => lab.getByLabel('Moment in the run').press('End');

for (const day of sitemapPages(sites.project).filter((page) => page.startsWith('days/'))) {
  test(`every folded lab of ${day} comes alive, and nothing fails`, async ({ page }) => {
    const seen = await watch(page, sites.project.origin);
    await page.goto(day);
    const places = await page
      .locator('[data-makes]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['makes']!));
    expect(places.length).toBeGreaterThan(0);
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    for (const id of places) await expect(page.locator(`[data-lab="${id}"]`)).toHaveAttribute('data-alive', '');
    expect([...seen.errors, ...seen.failures, ...seen.strangers]).toEqual([]);
  });
}

test('a row that is pressed tells why it never came', async ({ page }) => {
  const lab = await open(page, 'traces');
  await toTheEnd(lab);
  await expect(measured(lab, 'Lost rows')).toHaveText('1');
  const lost = lab.locator('table').first().locator('tr.harm').getByRole('button').first();
  await lost.focus();
  await page.keyboard.press('Enter');
  await expect(lost).toHaveAttribute('aria-expanded', 'true');
  await expect(lost).toHaveAccessibleName(/^\d+ how it fared$/);
  await expect(lab.locator('table').first().locator('ol')).toContainText(/committed|visible/);
  await expect(lab.locator('.fates').getByRole('status')).toContainText(/no later sync asks for it/);
  await page.keyboard.press('Enter');
  await expect(lab.locator('table').first().locator('ol')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(lab.locator('table').first().locator('ol')).toHaveCount(0);
  await expect(lost).toBeFocused();
});

test('a crash after the load leaves duplicates, and none when the load merges', async ({ page }) => {
  const lab = await open(page, 'crash');
  await toTheEnd(lab);
  await expect(measured(lab, 'Duplicate rows')).toHaveText('2');
  await lab.getByLabel('Load by').selectOption({ label: 'merge' });
  await toTheEnd(lab);
  await expect(measured(lab, 'Duplicate rows')).toHaveText('0');
});

test('the number of changed rows is moved by keyboard along the chart', async ({ page }) => {
  const lab = await open(page, 'race');
  const rows = lab.getByRole('slider', { name: 'Rows changed since last night' }).last();
  const before = await rows.getAttribute('aria-valuetext');
  await rows.focus();
  await page.keyboard.press('PageUp');
  await expect(rows).not.toHaveAttribute('aria-valuetext', before!);
});
