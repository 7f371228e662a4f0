/** What an instructor does with the builder; the whole way with it, to the learner who wins, is in instructor.spec.ts. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { embedBase } from './embedding.ts';

/** The builder with the late commit chosen, its commit locked, and the challenge that belongs to it. */
async function setUpLateCommit(page: Page): Promise<void> {
  await page.goto('teach/');
  await page.getByLabel('Simulation').selectOption({ label: 'Incremental ingestion' });
  const situation = page.getByLabel('Situation');
  await expect(situation.locator('option[value="late"]')).toBeAttached();
  await situation.selectOption('late');
  await page.getByText('Each value').click();
  await page.getByRole('checkbox', { name: 'Lock: Order 42 commits' }).check();
  await page.getByLabel('Challenge', { exact: true }).selectOption('late-row');
}

test('the package for an LMS holds exactly this set-up', async ({ page }) => {
  await setUpLateCommit(page);
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download package' }).click();
  const download = await coming;
  const files = unzipSync(readFileSync(await download.path()));
  const script = strFromU8(files['set-up.js']!);
  expect(script).toContain(JSON.stringify(link.split('?')[1]));
  await expect(page.getByText(/^Saved as .*SCORM 1\.2 package\.$/)).toBeVisible();
});

test('a set-up is opened again from its link or its frame, all locks with it, and what is no link is said to be none', async ({
  page,
}) => {
  await page.goto('teach/');
  const again = page.getByLabel('Open a set-up again');
  const open = page.getByRole('button', { name: 'Open', exact: true });
  const link = page.getByLabel('Link', { exact: true });
  const query = 'scenario=headquarters&seed=9&theme=dark&hide=log&lock=all';
  await again.fill(`<iframe src="${embedBase}tromboning/?${query.replaceAll('&', '&amp;')}"></iframe>`);
  await open.click();
  await expect(page.getByRole('checkbox', { name: 'Lock everything' })).toBeChecked();
  for (const part of query.split('&')) expect(await link.inputValue()).toContain(part);
  // And what is seen can be chosen by hand.
  await page.getByText('Parts, controls, colours, motion').click();
  await expect(page.getByLabel('Colours')).toHaveValue('dark');
  await page.getByLabel('Colours').selectOption('light');
  await page.getByLabel('Motion').selectOption('step by step');
  await page.getByLabel('Speed').selectOption('0.25 ×');
  for (const part of ['theme=light', 'motion=step', 'speed=0.25']) await expect(link).toHaveValue(new RegExp(part));
  const before = await link.inputValue();
  await again.fill('https://example.org/other');
  await again.press('Enter');
  await expect(page.getByText('is not the link of a figure')).toBeVisible();
  expect(await link.inputValue()).toBe(before);
});

test('a challenge of another situation brings it, and another situation lets the challenge go: both are said', async ({
  page,
}) => {
  await setUpLateCommit(page);
  const said = page.locator('.build-form > .said');
  await expect(said).toBeEmpty();
  const [situation, challenge] = [page.getByLabel('Situation'), page.getByLabel('Challenge', { exact: true })];
  await challenge.selectOption('ghost');
  await expect(situation).toHaveValue('deleted');
  await expect(said).toHaveText(
    'This challenge is played in “Eight rows, one of them deleted”, so that is the situation now, with its own values.',
  );
  await situation.selectOption('late');
  await expect(challenge).toHaveValue('');
  await expect(said).toHaveText('The challenge belongs to another situation, so none is set now.');
});

test('the preview is what is set, as wide as asked, and nothing but this site is asked for anything', async ({
  page,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(embedBase.replace('embed/v1/', ''))) elsewhere.push(request.url());
  });
  await setUpLateCommit(page);
  const frame = page.frameLocator('.preview iframe');
  await expect(frame.getByText('Set by your instructor: Order 42 commits.')).toBeVisible();
  await page.getByRole('button', { name: 'Phone' }).click();
  await expect(page.locator('.preview iframe')).toHaveAttribute('width', '375');
  expect(elsewhere.filter((address) => !address.startsWith('blob:'))).toEqual([]);
});

test('a challenge that nobody can win is said to be so', async ({ page }) => {
  await setUpLateCommit(page);
  const warning = page.getByText('Everything is locked, so nobody can win it.');
  await expect(warning).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Lock everything' }).check();
  await expect(warning).toBeVisible();
});

test('the width that is chosen and the key that has the focus do not look the same', async ({ page }) => {
  await page.goto('teach/');
  const column = page.getByRole('button', { name: 'Column' });
  await expect(column).toHaveAttribute('aria-pressed', 'true');
  await expect(column).toHaveCSS('outline-style', 'none');
  await expect(column).toHaveCSS('border-top-width', '3px');
  await page.getByRole('button', { name: 'Phone' }).focus();
  await page.keyboard.press('Tab');
  await expect(column).toBeFocused();
  await expect(column).toHaveCSS('outline-style', 'solid');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the preview begins as a phone shows it, with no need to scroll sideways', async ({ page }) => {
    await page.goto('teach/');
    await expect(page.locator('.preview iframe')).toHaveAttribute('width', '375');
    expect(await page.locator('.preview').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  test('axe finds nothing on the playground, whose long list is there to be read and is not read out', async ({
    page,
  }) => {
    await page.goto('teach/playground/');
    await expect(page.getByRole('log').getByText('daybreak:ready')).toBeVisible();
    await expect(page.getByRole('log')).toHaveAttribute('aria-live', 'off');
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([]);
  });
});

test('nothing of the builder is on paper', async ({ page }) => {
  await page.goto('teach/');
  await expect(page.getByLabel('Simulation')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Simulation')).toBeHidden();
});

test('on the playground a developer sees what is said in both directions, and what cannot be sent', async ({
  page,
}) => {
  await page.goto('teach/playground/');
  const log = page.getByRole('log');
  await expect(log.getByText('daybreak:ready')).toBeVisible();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(log.getByText('to the embed {"type":"daybreak:play"}')).toBeVisible();
  await page.getByRole('button', { name: 'Ask for its state' }).click();
  await expect(log.getByText('daybreak:state').first()).toBeVisible();
  await page.getByLabel('A message of your own').fill('{not json');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('That is not JSON, so nothing was sent')).toBeVisible();
  await page.getByLabel('Address of the embed').fill('https://example.org/');
  await page.getByRole('button', { name: 'Load' }).click();
  await expect(page.getByText('nothing was loaded')).toBeVisible();
});
