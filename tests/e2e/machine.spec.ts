/** The lab as a time machine: two futures, two runs side by side, many seeds, a model that fails. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sendFirewall } from './places.ts';
import { watch } from './watch.ts';
import { sites } from './sites.ts';

async function openLab(page: Page, lesson: string, id: string, query = ''): Promise<Locator> {
  await page.goto(`days/${lesson}/${query}#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}

const now = (lab: Locator) => lab.getByLabel('Moment in the run').getAttribute('aria-valuetext');
const seek = (lab: Locator, ms: number) => lab.getByLabel('Moment in the run').fill(String(ms * 1000));
const future = (lab: Locator, letter: string) =>
  lab.locator('.futures li', { has: lab.page().getByText(letter, { exact: true }) });

/** Seen to its end, gone back to 60 ms, and the firewall put into the building there. */
async function branchOff(page: Page): Promise<Locator> {
  const lab = await openLab(page, 'tromboning', 'slide');
  await seek(lab, 250);
  await seek(lab, 60);
  await sendFirewall(lab, 'Cincinnati, in the building');
  await expect(lab.locator('.futures li')).toHaveCount(2);
  return lab;
}

test('acting in the past keeps both futures: named, switchable, with what each of them measures', async ({ page }) => {
  const lab = await branchOff(page);
  await expect(future(lab, 'A')).toContainText('as first shown');
  await expect(future(lab, 'B')).toContainText('Move the firewall');
  await seek(lab, 250);
  await expect(future(lab, 'A')).toContainText('200 ms');
  const inB = await future(lab, 'B').locator('dd').first().textContent();
  expect(parseFloat(inB!)).toBeLessThan(150);
  await future(lab, 'A').locator('.future').click();
  await expect(lab.locator('.measures dd').first()).toHaveText('200 ms');
  await expect(lab.locator('.mk.you')).toHaveCount(0);
  await future(lab, 'B').locator('.future').click();
  await expect(lab.locator('.measures dd').first()).toHaveText(inB!);
  await expect(lab.locator('.mk.you')).toHaveCount(1);
});

test('what was done can be undone and done again, by button and by key', async ({ page }) => {
  const lab = await branchOff(page);
  const undo = lab.getByRole('button', { name: /^Undo: Move the firewall/ });
  await expect(undo).toBeVisible();
  await undo.click();
  await expect(lab.locator('.mk.you')).toHaveCount(0);
  await expect(lab.locator('.futures')).toHaveCount(0);
  await expect.poll(() => now(lab)).toBe('60 ms');
  await lab.locator('.stage').focus();
  await page.keyboard.press('Shift+Z');
  await expect(lab.locator('.futures li')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(lab.locator('.mk.you')).toHaveCount(0);
});

test('acting at the front of what was seen goes on, and needs no second future', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await seek(lab, 60);
  await sendFirewall(lab, 'Cincinnati, in the building');
  await expect(lab.locator('.mk.you')).toHaveCount(1);
  await expect(lab.locator('.futures')).toHaveCount(0);
});

test('two runs of one seed side by side go together, and lead to where they part', async ({ page }) => {
  const lab = await openLab(page, 'dark-deployments', 'morning', '?lab=morning&vs.v2=0');
  await lab.getByRole('button', { name: 'Compare' }).click();
  const tool = lab.locator('[data-tool="compare"]');
  await expect(lab.locator('.drawing')).toHaveCount(2);
  await seek(lab, 3_600_000);
  const row = (name: string) => tool.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Searches answered').locator('td').nth(0)).toHaveText(
    (await row('Searches answered').locator('td').nth(1).textContent())!,
  );
  await expect(row('Shoppers shown the wrong thing')).toContainText(/20, worse 0, better$/);
  await tool.getByRole('button', { name: /^Go to/ }).click();
  await expect.poll(() => now(lab)).toBe('Mon 09:04');
  await expect(tool).toContainText('was shown shoes');
});

test('a comparison travels in the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'dark-deployments', 'morning', '?lab=morning&vs.v2=0&t=600000');
  await lab.getByRole('button', { name: 'Share' }).click();
  await lab.getByRole('button', { name: 'Copy link to this moment' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/&t=600000&vs\.v2=0#morning$|vs\.v2=0.*&t=600000#morning$/);
});

test('200 seeds are dots; one of them opens as a run, and the run before comes back', async ({ page }) => {
  const lab = await openLab(page, 'dark-deployments', 'morning');
  await lab.getByRole('button', { name: 'Is this luck?' }).click();
  const tool = lab.locator('[data-tool="luck"]');
  await expect(tool).toContainText('All 200 seeds played.', { timeout: 20_000 });
  await expect(tool).toContainText(/[Tt]heory/);
  const plot = tool.getByRole('listbox');
  expect(await plot.locator('*').count()).toBeLessThanOrEqual(600);
  await expect(plot.getByRole('option')).toHaveCount(200);
  await plot.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(lab.getByRole('button', { name: /^Undo: / })).toBeVisible();
  await expect.poll(() => now(lab)).toBe('Mon 10:00');
  await lab.getByRole('button', { name: /^Undo: / }).click();
  await expect(lab.getByRole('button', { name: 'Undo: nothing to undo' })).toBeVisible();
});

test('speed is remembered, for every lab and for the next visit', async ({ page }) => {
  let lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByLabel('Speed').selectOption({ index: 4 });
  const chosen = await lab.getByLabel('Speed').inputValue();
  lab = await openLab(page, 'tromboning', 'on-site');
  await expect(lab.getByLabel('Speed')).toHaveValue(chosen);
  await page.reload();
  lab = await openLab(page, 'tromboning', 'slide');
  await expect(lab.getByLabel('Speed')).toHaveValue(chosen);
});

test('labs of one page are independent: acting in one leaves the other where it was', async ({ page }) => {
  const other = await openLab(page, 'tromboning', 'on-site');
  await seek(other, 30);
  const lab = await branchOffIn(page);
  await expect(lab.locator('.mk.you')).toHaveCount(1);
  await expect.poll(() => now(other)).toBe('30 ms');
  await expect(other.locator('.mk.you')).toHaveCount(0);
  await expect(other.locator('.futures')).toHaveCount(0);
});

async function branchOffIn(page: Page): Promise<Locator> {
  const lab = page.locator('[data-lab="slide"]');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  await sendFirewall(lab, 'Cincinnati, in the building');
  return lab;
}

test('a lab out of sight sleeps, and goes on from there when it is seen again', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByLabel('Speed').selectOption({ index: 0 });
  await lab.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(lab.getByLabel('Moment in the run')).not.toHaveValue('0');
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const asleep = async (): Promise<boolean> => {
    const before = await lab.getByLabel('Moment in the run').inputValue();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return before === (await lab.getByLabel('Moment in the run').inputValue());
  };
  await expect.poll(asleep).toBe(true);
  await expect(lab.getByRole('button', { name: 'Pause', exact: true })).toBeAttached();
  await lab.scrollIntoViewIfNeeded();
  await expect.poll(asleep).toBe(false);
});

test('two labs that play share one frame loop', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 9000 });
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    const asked: number[] = [];
    Object.assign(window, { asked });
    let frame = 0;
    window.requestAnimationFrame = (callback) => {
      asked[frame] = (asked[frame] ?? 0) + 1;
      return ask((ms) => {
        frame = ms;
        callback(ms);
      });
    };
  });
  await openLab(page, 'tromboning', 'slide');
  for (const id of ['slide', 'on-site']) {
    const lab = page.locator(`[data-lab="${id}"]`);
    await expect(lab).toHaveAttribute('data-alive', '');
    await lab.getByLabel('Speed').selectOption({ index: 0 });
    await lab.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(lab.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  }
  const perFrame = await page.evaluate(async () => {
    const { asked } = window as unknown as { asked: Record<number, number> };
    const known = new Set(Object.keys(asked));
    const fresh = () => Object.entries(asked).flatMap(([frame, count]) => (known.has(frame) ? [] : [count]));
    while (fresh().length < 5) await new Promise((done) => setTimeout(done, 50));
    return fresh();
  });
  expect(Math.max(...perFrame)).toBe(1);
});

test('a model that throws leaves its last good moment, a sentence and a way to start over', async ({ page }) => {
  const seen = await watch(page, sites.project.origin);
  // The site's own model, except that it fails in the third trip.
  await page.route(/assets\/tromboning\.[\w-]+\.js$/, (route) => {
    const real = JSON.stringify(`${route.request().url()}?real`);
    return route.fulfill({
      contentType: 'text/javascript',
      body:
        `export * from ${real};import { simulation as real } from ${real};` +
        `export const simulation = { ...real, step(state, event, config, sim) {` +
        ` if (sim.nowMs > 120) throw new Error('the road is closed'); return real.step(state, event, config, sim); } };`,
    });
  });
  const lab = await openLab(page, 'tromboning', 'slide');
  await seek(lab, 100);
  const last = await lab.locator('.drawing svg text').allTextContents();
  expect(last.join(' ')).toContain('100');
  await seek(lab, 240);
  const notice = lab.locator('.notices');
  await expect(notice).toContainText('the road is closed');
  await expect(notice).toContainText('its last good moment');
  expect(parseFloat((await now(lab))!)).toBeGreaterThanOrEqual(100);
  expect(parseFloat((await now(lab))!)).toBeLessThan(135);
  await expect(lab.locator('.drawing svg').first()).toBeVisible();
  await notice.getByRole('button', { name: 'Start over' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => now(lab)).toBe('0 ms');
  // The rest of the lesson is untouched.
  await page.locator('[data-predict="how-long"] label').first().click();
  expect(seen.errors).toEqual([]);
});
