/** Day 2 by keyboard, mouse and finger: the slide, half a repair, two firewalls, four sites, and both challenges. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sendFirewall } from './places.ts';
import { watch } from './watch.ts';
import { sites } from './sites.ts';

/** Labs after the ten minutes are made when a link leads to them. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`days/tromboning/?lab=${id}#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}
const measured = (lab: Locator, label: string) =>
  lab.locator('.measures > div').filter({ hasText: label }).locator('dd').first();
const moment = (lab: Locator) => lab.getByLabel('Moment in the run');
const firewall = (lab: Locator) => lab.getByRole('slider', { name: /^Firewall/ });
const words = (lab: Locator) => lab.locator('.drawing:visible > svg');

test('half a repair hangs: retries at 1, 3, 7, 15, 31 and 63 s, and no first byte', async ({ page }) => {
  const seen = await watch(page, sites.project.origin);
  const lab = await open(page, 'half');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(lab.locator('.cue')).toContainText('The firewall dropped a packet, and told nobody.');
  await expect(lab.locator('.log')).toContainText('whose beginning (SYN) it never saw');
  for (const after of ['1 s', '3 s', '7 s', '15 s', '31 s', '63 s']) {
    await expect(async () => {
      await page.keyboard.press('ArrowRight');
      await expect(lab.locator('.log li').first()).toContainText(`No answer after ${after}`, { timeout: 100 });
    }).toPass();
  }
  await moment(lab).press('End');
  await expect(words(lab)).toContainText('and no byte: Bob’s computer gave up');
  await expect(measured(lab, 'First byte')).toHaveText('–');
  await expect(measured(lab, 'Packets lost')).toHaveText('7');
  await expect(page.locator('details[data-after="half"]')).toHaveAttribute('open', '');
  expect(seen.errors).toEqual([]);
});

test('the other half repaired: the connection opens, and then there is silence', async ({ page }) => {
  const lab = await open(page, 'half');
  await lab.getByLabel('Local route').selectOption('answer');
  await moment(lab).press('End');
  await expect(lab.locator('.log')).toContainText('of silence on an open connection Bob’s program gives up: timed out');
});

test('each line of the receipt goes to the moment at which it is first paid', async ({ page }) => {
  const lab = await open(page, 'slide');
  await moment(lab).press('End');
  await lab.getByRole('button', { name: 'Waiting at the firewall' }).click();
  await expect(moment(lab)).toHaveAttribute('aria-valuetext', /^9\.\d ms|^10 ms/);
  await expect(lab.locator('[id="slide-now"]')).toContainText('waiting its turn at the firewall');
});

test('a second firewall has a handle and a list of its own', async ({ page }) => {
  const lab = await open(page, 'second');
  await sendFirewall(lab, 'Cincinnati, in the building', true);
  const second = lab.getByRole('slider', { name: /^Second firewall/ });
  await expect(second).toHaveAttribute('aria-valuetext', /^in the building; 18 ms/);
  await second.press('ArrowRight');
  await expect(second).toHaveAttribute('aria-valuetext', /^10 miles east of the building/);
  await expect(firewall(lab)).toHaveAttribute('aria-valuetext', /^500 miles east/);
});

test('the curve of equal detours shows when the firewall is pulled, and runs through it', async ({ page }) => {
  const lab = await open(page, 'slide');
  await expect(words(lab)).not.toContainText('the same detour');
  for (let i = 0; i < 8; i += 1) await firewall(lab).press('Shift+ArrowLeft');
  await expect(words(lab)).toContainText('the same detour');
});

test('the best spot of the four sites shows itself to whoever comes near it', async ({ page }) => {
  const lab = await open(page, 'four');
  await expect(words(lab)).toContainText('from four sites to the firewall');
  const handle = firewall(lab);
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const picture = (await words(lab).boundingBox())!;
  // From headquarters, 497 miles east, to the best spot, 260 miles east and 45 north.
  const perMile = (1.15 * picture.width) / 1080;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 237 * perMile, y + 18 * perMile, { steps: 6 });
  await page.mouse.up();
  await expect(words(lab)).toContainText('the best spot is marked');
});

test('a firewall that is moved when the run is over stands there from the start of the next', async ({ page }) => {
  const lab = await open(page, 'second');
  await moment(lab).press('End');
  await expect(measured(lab, 'First byte')).toHaveText('70 ms');
  await sendFirewall(lab, 'Cincinnati, in the building', true);
  await expect(moment(lab)).toHaveValue('0');
  await moment(lab).press('End');
  await expect(measured(lab, 'First byte')).toHaveText('18 ms');
});

for (const [id, lab] of [
  ['within-20', 'workshop'],
  ['four-sites', 'four'],
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
    const figure = page.locator(`[data-lab="${lab}"]`);
    if (id === 'within-20') {
      await figure.getByLabel('Inspect traffic').selectOption('twoFirewalls');
      await sendFirewall(figure, 'Cincinnati, in the building', true);
    } else await sendFirewall(figure, 'Morgantown');
    await moment(figure).press('End');
    await expect(challenge.locator('.goals li[data-state="good"]')).toHaveCount(id === 'within-20' ? 4 : 1);
    await expect(challenge.locator('.said')).toContainText(/done|won|par/i);
  });
