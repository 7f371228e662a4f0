/** Day 1 by keyboard and by hand: what the lesson asks for can be done, and is shown. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { watch } from './watch.ts';
import { sites } from './sites.ts';

async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`days/dark-deployments/?lab=${id}#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}
const measured = (lab: Locator, label: string) =>
  lab.locator('.measures > div').filter({ hasText: label }).locator('dd').first();
const moment = (lab: Locator) => lab.getByLabel('Moment in the run');

test('the rush is broken by keyboard alone: everybody waits, and nobody is shown v2', async ({ page }) => {
  const seen = await watch(page, sites.project.origin);
  const lab = await open(page, 'rush');
  await lab.getByRole('slider', { name: 'Requests copied to v2' }).press('End');
  await expect(lab.getByRole('slider', { name: 'Requests copied to v2' })).toHaveAttribute('aria-valuenow', '100');
  await moment(lab).press('End');
  await expect(measured(lab, 'Users shown v2’s answer')).toHaveText('0');
  const p99 = await measured(lab, 'Response time, p99').innerText();
  expect(Number(p99.replace(/\D/g, ''))).toBeGreaterThan(1000);
  await expect(page.locator('details[data-after="rush"]')).toHaveAttribute('open', '');
  expect(seen.errors).toEqual([]);
});

test('the handle is dragged to where everything is copied, and the line at the database grows', async ({ page }) => {
  const lab = await open(page, 'rush');
  const handle = lab.getByRole('slider', { name: 'Requests copied to v2' });
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(handle).toHaveAttribute('aria-valuenow', '100');
  await moment(lab).press('End');
  await expect(lab.locator('.drawing text').filter({ hasText: /\d+ in line/ })).toBeVisible();
});

test('what is chosen in a list and undone is chosen there no more', async ({ page }) => {
  const lab = await open(page, 'week');
  const release = lab.getByLabel('When visible, to', { exact: true });
  await release.selectOption('ramp');
  await expect(lab.getByRole('button', { name: /^Undo: / })).not.toHaveAttribute('aria-disabled', 'true');
  await lab.getByRole('button', { name: /^Undo: / }).click();
  await expect(release).toHaveValue('everyone');
});

test('another call, chosen when the run is over, is what the next run is played with', async ({ page }) => {
  const lab = await open(page, 'coupling');
  await moment(lab).press('End');
  const mean = measured(lab, 'Response time, mean');
  await expect(mean).toHaveText('50 ms');
  await lab.getByLabel('Shadow call').selectOption('sequential');
  await expect(moment(lab)).toHaveValue('0');
  await moment(lab).press('End');
  await expect(mean).toHaveText(/^15\d ms$/);
});

for (const [id, lab] of [
  ['friday', 'week'],
  ['copy-everything', 'rush'],
] as const)
  test(`challenge ${id} is begun, shown and won by keyboard alone`, async ({ page }) => {
    await open(page, lab);
    const challenge = page.locator(`[data-challenge="${id}"]`);
    const press = async (name: string): Promise<void> => {
      const button = challenge.getByRole('button', { name });
      await button.focus();
      await button.press('Enter');
    };
    await press('Begin');
    await expect(challenge.getByRole('button', { name: 'Show a solution' })).toBeHidden();
    const figure = page.locator(`[data-lab="${lab}"]`);
    if (id === 'copy-everything') {
      await figure.getByLabel('v2’s database').selectOption('own');
      await figure.getByRole('slider', { name: 'Requests copied to v2' }).press('End');
    } else {
      await moment(figure).focus();
      await figure.locator('.stage').focus();
      // To the first pause: the bug is found.
      await page.keyboard.press('Shift+ArrowRight');
      await figure.getByRole('button', { name: 'Ship the fix', exact: true }).press('Enter');
      // To the next: the fix is in, two days later. And to the last: Friday.
      await figure.locator('.stage').focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await figure.getByRole('switch', { name: 'New search visible to shoppers' }).press('Space');
    }
    await moment(figure).press('End');
    await expect(challenge.locator('.goals li[data-state="good"]')).toHaveCount(2);
    await expect(challenge.locator('.said')).toContainText(/done|won|par/i);
  });
