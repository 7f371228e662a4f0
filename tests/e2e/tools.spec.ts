/** Sharing a run, searching its log, and the keys: each loaded when it is first used. */
import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { bindings } from '../../src/lab/keys.ts';

async function openLab(page: Page, lesson: string, id: string): Promise<Locator> {
  await page.goto(`days/${lesson}/#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}

const now = (lab: Locator) => lab.getByLabel('Moment in the run').getAttribute('aria-valuetext');
const seek = (lab: Locator, ms: number) => lab.getByLabel('Moment in the run').fill(String(ms * 1000));

async function download(lab: Locator, button: string): Promise<Download> {
  const [file] = await Promise.all([
    lab.page().waitForEvent('download'),
    lab.getByRole('button', { name: button }).click(),
  ]);
  return file;
}
const bytes = async (file: Download): Promise<Buffer> => readFileSync(await file.path());

for (const [theme, live] of [
  ['light', [0, 94, 162]],
  ['dark', [113, 184, 245]],
] as const) {
  test(`the picture that is downloaded stands alone and has the colours of the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const lab = await openLab(page, 'tromboning', 'slide');
    await seek(lab, 60);
    await lab.getByRole('button', { name: 'Share' }).click();
    const svg = await download(lab, 'Download picture as SVG');
    expect(svg.suggestedFilename()).toBe('tromboning-headquarters-60-ms.svg');
    const drawn = (await bytes(svg)).toString();
    expect(drawn).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(drawn).not.toMatch(/var\(|light-dark\(|foreignObject|currentColor/);
    const png = await bytes(await download(lab, 'Download picture as PNG'));
    // The colour of what is visible, as the page itself shows it, is in both, whoever paints them.
    const wanted = await lab.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d')!;
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--live)';
      pen.fillStyle = getComputedStyle(probe).color;
      probe.remove();
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
    });
    expect(wanted.map((part, i) => Math.abs(part - live[i]!) < 40)).toEqual([true, true, true]);
    for (const picture of [Buffer.from(drawn), png]) {
      const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect(info.width).toBeGreaterThan(600);
      let found = 0;
      for (let i = 0; i < data.length; i += 3)
        if (wanted.every((part, j) => Math.abs(part - data[i + j]!) < 6)) found += 1;
      expect(found).toBeGreaterThan(200);
    }
  });
}

test('the data that is downloaded is the run: measures over time, and the log with its words', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByRole('button', { name: 'Share' }).click();
  const rows = (await bytes(await download(lab, 'Download measures as CSV'))).toString().trim().split(/\r?\n/);
  const head = rows[0]!.split(',');
  expect(head[0]).toMatch(/ms/);
  const measured = rows.slice(1).map((row) => row.split(','));
  expect(Number(measured.at(-1)![0])).toBe(300);
  expect(
    Number(
      measured.at(-1)![head.findIndex((name) => /^"?First byte \(ms\)|^"?First byte, ms|^"?firstByteMs/.test(name))],
    ),
  ).toBeCloseTo(200, 0);
  const run = JSON.parse((await bytes(await download(lab, 'Download log as JSON'))).toString()) as {
    sim: string;
    scenario: string;
    seed: number;
    log: { timeUs: number; say: string }[];
  };
  expect(run).toMatchObject({ sim: 'tromboning', scenario: 'headquarters', seed: 1 });
  expect(run.log.at(-1)!.say).toContain('first byte');
  expect(run.log.map(({ timeUs }) => timeUs)).toEqual(run.log.map(({ timeUs }) => timeUs).sort((a, b) => a - b));
});

test('a run is copied as text up to the moment, with how to come back to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'tromboning', 'slide');
  await seek(lab, 60);
  await lab.getByRole('button', { name: 'Share' }).click();
  await lab.getByRole('button', { name: 'Copy as text' }).click();
  await expect(lab.getByRole('status').getByText('is copied as text')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Trip 1 of 4 is back');
  expect(text).not.toContain('Trip 2 of 4 is back');
  expect(text).toMatch(/http\S+lab=slide\S+t=60\b/);
});

test('the whole log is searched, filtered and copied, and a line leads to its moment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'dark-deployments', 'morning');
  await seek(lab, 3_600_000);
  await lab.getByRole('button', { name: 'Filter and search' }).click();
  const log = lab.getByRole('list', { name: /what has happened$/ });
  const lines = log.getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  const all = await lines.count();
  await lab.getByRole('searchbox').fill('complaint came in');
  // As many lines as the measure beside the log counts.
  const measured = (name: string) =>
    lab.locator('.measures > div', { hasText: name }).locator('dd').first().textContent();
  await expect(lines).toHaveCount(Number(await measured('Complaints in the inbox')));
  await expect(lines.first().locator('mark')).toHaveText('complaint came in');
  // Typing never plays, steps or restarts.
  await lab.getByRole('searchbox').press('Space');
  await lab.getByRole('searchbox').press('r');
  await expect.poll(() => now(lab)).toBe('Mon 10:00');
  await lab.getByRole('searchbox').fill('');
  await lab.getByRole('checkbox', { name: 'harm' }).check();
  await expect(lines).toHaveCount(Number(await measured('Shoppers shown the wrong thing')));
  await lab.getByRole('button', { name: 'Copy these lines' }).click();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  expect(copied.filter((line) => line.includes('was shown shoes'))).toHaveLength(await lines.count());
  await lab.getByRole('checkbox', { name: 'harm' }).uncheck();
  await lab.getByRole('checkbox', { name: 'details too' }).check();
  await expect.poll(() => lines.count()).toBeGreaterThan(all);
  await lab.getByRole('checkbox', { name: 'harm' }).check();
  await lines.last().getByRole('button').click();
  await expect.poll(() => now(lab)).toBe('Mon 09:04');
  // The list follows the playhead: what is ahead is not in it.
  await expect(lines).toHaveCount(1);
});

test('the keys are listed from the table that binds them, and the ? key shows and hides them', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await page.keyboard.press('?');
  const legend = lab.locator('[data-tool="keys"] .legend');
  await expect(legend.locator('kbd')).toHaveText(bindings.map(({ keys }) => keys));
  await expect(legend.locator('dd')).toHaveText(bindings.map(({ does }) => does));
  await page.keyboard.press('?');
  await expect(legend).toHaveCount(0);
  await expect(lab.locator('.stage')).toBeFocused();
});

test('whether things glide is the reader’s choice, for every lab and the next visit', async ({ page }) => {
  let lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByRole('button', { name: 'Keys' }).click();
  await lab.getByRole('radio', { name: /step/ }).check();
  for (const id of ['slide', 'on-site']) {
    lab = await openLab(page, 'tromboning', id);
    await lab.getByRole('button', { name: 'Next event' }).click();
    // Before and after stand together, and nothing runs.
    await expect(lab.locator('.drawing')).toHaveCount(2);
    await expect(lab.locator('.drawing.before')).toContainText('Before,');
    await expect(lab.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(0);
  }
});

test('what is said while a run plays is the reader’s choice', async ({ page }) => {
  const lab = await openLab(page, 'dark-deployments', 'morning');
  await lab.getByRole('button', { name: 'Keys' }).click();
  await lab.getByRole('radio', { name: /pause/ }).check();
  await lab.getByLabel('Speed').selectOption({ index: 4 });
  const told = lab.locator('.pic [aria-live]');
  await lab.evaluate((root) => {
    const said: string[] = [];
    Object.assign(window, { said });
    const place = root.querySelector('.pic [aria-live]')!;
    new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await lab.locator('.stage').focus();
  await page.keyboard.press('Space');
  await expect(lab.locator('.cue')).toContainText('The inbox is still empty');
  await expect(told).toContainText('The inbox is still empty');
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((words) => words !== 'Playing.')).toHaveLength(1);
});
