/** The labs without a mouse, without sight of the picture, without motion, without scripts: each gesture and each answer is there. */
import { expect, test, type Locator, type Page } from '@playwright/test';

async function openLab(page: Page, lesson: string, id: string): Promise<Locator> {
  await page.goto(`days/${lesson}/#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}

const lessons = ['dark-deployments', 'tromboning', 'incremental-ingestion'];
const told = (lab: Locator) => lab.locator('.pic [aria-live]');
const now = (lab: Locator) => lab.getByLabel('Moment in the run').getAttribute('aria-valuetext');
/** The reader's next stop by Tab, named. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error('thirty presses of Tab do not lead there');
}

test.describe('by keyboard alone, with what is said', () => {
  test('Day 1: Space on the switch shows the new answers, and says what the shopper now sees', async ({ page }) => {
    const lab = await openLab(page, 'dark-deployments', 'switch');
    const flip = lab.getByRole('switch');
    await tabTo(page, flip);
    await page.keyboard.press('Space');
    await expect(flip).toHaveAttribute('aria-checked', 'true');
    await expect(told(lab)).toContainText('pairs of shoes from the new search');
    await expect(page.locator('details[data-after="switch"]')).toHaveAttribute('open', '');
    await page.keyboard.press('Space');
    await expect(told(lab)).toContainText('4 laptops from the old search');
  });

  test('Day 2: arrows on the firewall shorten the wait, and say where it now is', async ({ page }) => {
    const lab = await openLab(page, 'tromboning', 'slide');
    const firewall = lab.getByRole('slider', { name: /^Firewall/ });
    await tabTo(page, firewall);
    const before = Number(await firewall.getAttribute('aria-valuenow'));
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowLeft');
    expect(Number(await firewall.getAttribute('aria-valuenow'))).toBeLessThan(before - 150);
    await expect(told(lab)).toContainText(/The firewall is \d+ miles/);
    await expect.poll(() => now(lab)).toBe('0 ms');
  });

  test('Day 3: arrows carry the commit across the line, and the play key then loses the order', async ({ page }) => {
    const lab = await openLab(page, 'incremental-ingestion', 'bar');
    const commit = lab.getByRole('slider', { name: /^Commit of order 42/ });
    await tabTo(page, commit);
    await expect(commit).toHaveAttribute('aria-valuetext', 'commits 11:59:59, before the sync');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await expect(commit).toHaveAttribute('aria-valuetext', 'commits 12:00:03, after the sync');
    await expect(told(lab)).toContainText('its commit is set for 12:00:03');
    await lab.getByLabel('Speed').selectOption({ index: 5 });
    await commit.focus();
    await page.keyboard.press('Space');
    await expect(lab.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    for (let i = 0; i < 20 && !(await told(lab).textContent())?.includes('The run is over'); i += 1) {
      // Committed, the order can no longer be moved, and the arrows go on stepping.
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(300);
    }
    await expect(lab.locator('.log')).toContainText(/order 42/i);
    await expect(
      lab.locator('.measures div').filter({ hasText: 'Rows in the warehouse' }).locator('dd').first(),
    ).toHaveText('0');
    expect(await commit.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('Day 3: an act with a choice is a named group, and is done from the keyboard', async ({ page }) => {
    const lab = await openLab(page, 'incremental-ingestion', 'steps');
    const act = lab.getByRole('group', { name: 'Delete an order' });
    await act.getByLabel('Order').focus();
    await page.keyboard.press('Tab');
    await expect(act.getByLabel('Held open for')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(lab.locator('.mk.you')).toHaveCount(1);
    await expect(act.getByRole('button')).toBeFocused();
  });
});

for (const lesson of lessons) {
  test(`${lesson}: Tab goes through the whole page, always to something that is seen`, async ({ page }) => {
    await page.goto(`days/${lesson}/`);
    const lost: string[] = [];
    let stops = 0;
    for (; stops < 250; stops += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const shown = focused.matches('input[type=radio]') ? focused.closest('label')! : focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        const { width, height } = shown.getBoundingClientRect();
        const seen = width > 0 && height > 0 && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return { seen, name: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}` };
      });
      if (!at) break;
      if (!at.seen) lost.push(at.name);
    }
    expect(lost).toEqual([]);
    expect(stops).toBeGreaterThan(40);
    expect(stops).toBeLessThan(250);
  });
}

test('every key has one effect on each thing that can have the focus in a lab', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  const play = lab.getByRole('button', { name: 'Play', exact: true });
  const pause = lab.getByRole('button', { name: 'Pause', exact: true });
  const moment = lab.getByLabel('Moment in the run');
  await lab.getByRole('button', { name: 'Next event' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => now(lab)).not.toBe('0 ms');
  await page.keyboard.press('r');
  await expect.poll(() => now(lab)).toBe('0 ms');
  // A range has no use for Space, so there it plays.
  await moment.focus();
  await page.keyboard.press('Space');
  await expect(pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(play).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(() => now(lab)).toBe('0 ms');
  // Its own arrows move it, and do not step as well.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => now(lab)).toMatch(/^[1-9][\d.]* ms$/);
  expect(parseFloat((await now(lab))!)).toBeLessThan(10);
  await lab.getByLabel('Speed').focus();
  // A letter looks for an option in a list, and does nothing else.
  const before = await now(lab);
  await page.keyboard.press('r');
  await page.waitForLoadState('networkidle');
  expect(await now(lab)).toBe(before);
});

test('a question mark opens the legend, and closes it again where the focus was', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  const legend = lab.locator('.legend');
  await page.keyboard.press('?');
  await expect(lab.getByRole('heading', { name: 'Keys' })).toBeFocused();
  for (const key of ['Space', '→', '←', 'Shift →', 'Shift ←', 'R', '?', 'Arrows', 'Esc'])
    await expect(legend.locator('kbd').getByText(key, { exact: true }).first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(legend).toHaveCount(0);
  await expect(lab.locator('.stage')).toBeFocused();
});

test('each step is said once and anew: the moment, what happened, what has changed', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await lab.evaluate((root) => {
    const said: string[] = [];
    Object.assign(window, { said });
    const listen = new MutationObserver((changes) => {
      const live = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest('[aria-live], [role="status"], output'),
        ),
      );
      for (const region of live)
        if (region && region.getAttribute('aria-live') !== 'off') said.push(region.textContent ?? '');
    });
    listen.observe(root, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(told(lab)).toContainText('50 ms. One round trip is over');
  expect(await said()).toHaveLength(1);
  // Where the firewall is has not changed: it is there to be read, and not said again.
  await expect(told(lab)).not.toContainText('The firewall is in Philadelphia');
  await expect(lab.getByRole('group', { name: 'Picture' })).toHaveAccessibleDescription(
    /^The firewall is in Philadelphia.* Trip 2 of 4/,
  );
  await page.keyboard.press('r');
  await expect(told(lab)).toContainText(/^0 ms\./);
  // Keys pressed in quick succession are one change, said when it has settled.
  await lab.locator('.stage').evaluate((stage) => {
    for (let i = 0; i < 3; i += 1)
      stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  });
  await expect(told(lab)).not.toContainText(/^0 ms\. .*about to click/);
  await page.waitForTimeout(400);
  expect(await said()).toHaveLength(3);
  await page.keyboard.press('Space');
  await expect(told(lab)).toHaveText('Playing.');
  await page.keyboard.press('Space');
  await expect(told(lab)).toContainText('The firewall is in Philadelphia');
});

test('an event that brings two facts is told with both, in the order of the log', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  await page.keyboard.press('ArrowRight');
  await expect(told(lab)).toContainText('The way was found, not drawn');
  await page.keyboard.press('ArrowRight');
  await expect(told(lab)).toContainText('One round trip is over');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => now(lab)).toBe('100 ms');
  await expect(told(lab)).toContainText(/^100 ms\. Trip 2 of 4 is back.*Trip 3 of 4 leaves/);
});

test('a drag says where it would end while held; what follows the run opens when the run is over, not before', async ({
  page,
}) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  const box = (await lab.getByRole('slider', { name: /^Firewall/ }).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 420, box.y + 60, { steps: 5 });
  // Held still, the hand shows what would be before it lets go.
  await expect(told(lab)).toContainText(/The firewall is \d+ miles/);
  await page.mouse.up();
  await expect(lab.locator('.mk.you')).toHaveCount(1);
  const after = page.locator('details[data-after="slide"]');
  await expect(after).not.toHaveAttribute('open');
  await lab.getByLabel('Moment in the run').fill('300000');
  await expect(after).toHaveAttribute('open', '');
  // The question was about the firewall at headquarters, and this run was another.
  await expect(page.locator('[data-predict="how-long"] .said')).not.toContainText('The run says');
});

test('undoing everything takes its button away and leaves the focus in the lab', async ({ page }) => {
  const lab = await openLab(page, 'dark-deployments', 'switch');
  await lab.getByRole('switch').focus();
  await page.keyboard.press('Space');
  const undo = lab.getByRole('button', { name: 'Undo all I did' });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(lab.locator('.stage')).toBeFocused();
});

test('a new seed keeps the focus on its button', async ({ page }) => {
  const lab = await openLab(page, 'dark-deployments', 'morning');
  const seed = lab.getByRole('button', { name: 'New seed', exact: true });
  await seed.focus();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await expect(seed).toBeFocused();
  await expect(seed).toHaveAttribute('aria-disabled', 'false');
});

test('a handle that has the focus keeps it when the screen is turned', async ({ page }) => {
  const lab = await openLab(page, 'tromboning', 'slide');
  const firewall = lab.getByRole('slider', { name: /^Firewall/ });
  await firewall.focus();
  await page.setViewportSize({ width: 600, height: 900 });
  await expect(lab.locator('.drawing.narrow')).toBeVisible();
  await expect(firewall).toBeFocused();
});

test('what a copied link says goes when the moment goes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByRole('button', { name: 'Share' }).click();
  await lab.getByRole('button', { name: 'Copy link to this moment' }).click();
  await expect(lab.getByRole('status').getByText('The link is copied.')).toBeVisible();
  await lab.getByRole('button', { name: 'Next event' }).click();
  await expect(lab.getByText('The link is copied.')).toHaveCount(0);
});

test('arrow keys go from answer to answer; only Enter or Space answers', async ({ page }) => {
  await page.goto('days/tromboning/');
  const question = page.locator('[data-question]:has(input[type=radio])').first();
  await question.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('status')).toHaveText('Enter gives this answer.');
  await expect(question.locator('input').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText(/^(Yes|Not this one)\./);
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('status')).toHaveText('Enter gives this answer.');
  await page.keyboard.press('Space');
  await expect(question.getByRole('status')).toContainText(/^(Yes|Not this one)\./);
});

test('a prediction is asked as the question itself', async ({ page }) => {
  await page.goto('days/tromboning/');
  const asked = page.getByRole('group', { name: /When does its first byte reach him\?$/ });
  await expect(asked.getByRole('radio')).toHaveCount(4);
});

test('with reduced motion playing on from the end begins again', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await openLab(page, 'tromboning', 'slide');
  await lab.getByLabel('Moment in the run').press('End');
  await expect.poll(() => now(lab)).not.toBe('0 ms');
  await lab.getByRole('button', { name: 'Restart' }).first().click();
  await expect.poll(() => now(lab)).toBe('0 ms');
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const lesson of lessons) {
    test(`${lesson}: whatever a finger can press in a lab is 44 px wide and high`, async ({ page }) => {
      await page.goto(`days/${lesson}/`);
      const labs = await page.locator('[data-lab]').all();
      const small: string[] = [];
      for (const lab of labs) {
        await lab.scrollIntoViewIfNeeded();
        await expect(lab).toHaveAttribute('data-alive', '');
        small.push(
          ...(await lab.evaluate((root) =>
            [...root.querySelectorAll('button, select, summary, input, [role="slider"], [role="switch"]')]
              .map((part) => ({ part, box: part.getBoundingClientRect() }))
              .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
              .map(({ part, box }) => `${part.className} ${part.textContent}: ${box.width} by ${box.height}`),
          )),
        );
      }
      expect(small).toEqual([]);
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const lesson of lessons) {
    test(`${lesson}: each lab is a finished picture, its description and its facts; nothing there is dead`, async ({
      page,
    }) => {
      await page.goto(`days/${lesson}/`);
      for (const part of await page.locator('.later > summary').all()) await part.click();
      for (const lab of await page.locator('section.lab').all()) {
        for (const picture of await lab.getByRole('img').all()) {
          await expect(picture).toBeVisible();
          expect(await picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(300);
        }
        for (const told of await lab.locator('figure + p').all())
          expect((await told.innerText()).length).toBeGreaterThan(40);
        expect(await lab.locator('figure + p').count()).toBeGreaterThan(0);
        expect(await lab.locator('.no-js li').count()).toBeGreaterThan(0);
      }
      const main = page.locator('main');
      for (const dead of ['button', 'select', 'input', '[role="slider"]', '[role="switch"]', '.stage', 'output'])
        await expect(main.locator(dead).filter({ visible: true })).toHaveCount(0);
      for (const predict of await page.locator('[data-predict]').all()) {
        if ((await predict.getAttribute('data-as')) === 'choice')
          await expect(predict.locator('.opts label').first()).toBeVisible();
        await predict.locator('summary').click();
        await expect(predict.locator('.answer p')).toContainText('the run gives');
      }
      for (const question of await page.locator('[data-question]').all()) {
        await question.locator('summary').click();
        await expect(question.locator('[data-why]').first()).toBeVisible();
      }
    });
  }
});

test('with forced colours the words of a button do not lie on their own colour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('days/tromboning/');
  const { ground, words, plate } = await page
    .getByRole('button', { name: 'That is my guess' })
    .first()
    .evaluate((button) => {
      const probe = document.createElement('i');
      probe.style.color = 'Canvas';
      button.after(probe);
      const { backgroundColor, color } = getComputedStyle(button);
      return { ground: backgroundColor, words: color, plate: getComputedStyle(probe).color };
    });
  expect(words).not.toBe(plate);
  expect(words).not.toBe(ground);
});
