/** A learner at a lab: pressing, dragging, typing, sharing. The engine's own claims are tested without a browser. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sendFirewall } from './places.ts';

const lesson = 'days/tromboning/';

async function openLab(page: Page, id = 'slide', query = ''): Promise<Locator> {
  await page.goto(`${lesson}${query}#${id}`);
  const lab = page.locator(`[data-lab="${id}"]`);
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  // The first touch loads the engine room; what follows is about what it does.
  await lab.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
  return lab;
}

const now = (lab: Locator) => lab.getByLabel('Moment in the run').getAttribute('aria-valuetext');
const picture = (lab: Locator) => lab.locator('.drawing:not(.before) > svg:visible');
const figure = (lab: Locator) =>
  picture(lab)
    .locator('text')
    .filter({ hasText: /^[\d.?]+\s*ms$/ });
const handle = (lab: Locator) => lab.getByRole('slider', { name: /^Firewall/ });

async function dragBy(page: Page, target: Locator, x: number, y: number, release = true): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + x / 2, fromY + y / 2);
  await page.mouse.move(fromX + x, fromY + y);
  if (release) await page.mouse.up();
}

test('opening a lesson loads no lab; a lab in view loads its picture, and a touch its model', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url().replace(/.*\/|\..*/g, ''));
  });
  await page.goto(lesson);
  await page.waitForLoadState('networkidle');
  expect(scripts).not.toContain('Island');
  expect(scripts).not.toContain('client');
  const lab = page.locator('[data-lab="slide"]');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  expect(scripts).toContain('Island');
  expect(scripts).not.toContain('room');
  await lab.locator('.stage').focus();
  await expect.poll(() => scripts).toContain('room');
});

test('playing pauses itself at the author’s cue, and the log says what happened', async ({ page }) => {
  const lab = await openLab(page);
  await lab.getByLabel('Speed').selectOption({ index: 5 });
  await lab.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(lab.locator('.cue')).toHaveText(
    'One round trip is over, and not a byte of the file has moved. Press play to go on.',
  );
  await expect(lab.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect.poll(() => now(lab)).toBe('50 ms');
  await expect(lab.locator('.log li').nth(1)).toContainText('Trip 1 of 4 is back');
  await lab.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(lab.locator('.cue')).toContainText('The first byte is here');
  await expect(figure(lab)).toContainText('200');
});

test('stepping goes from event to event, and back to the same pictures', async ({ page }) => {
  const lab = await openLab(page);
  const seen: string[][] = [];
  // What is drawn, whatever the order in which attributes were set.
  const drawn = () =>
    picture(lab).evaluate((svg) =>
      [...svg.querySelectorAll('*')].map((part) =>
        [
          part.tagName,
          ...[...part.attributes].map(({ name, value }) => `${name}=${value}`).sort(),
          part.textContent,
        ].join(' '),
      ),
    );
  const look = async () => seen.push(await drawn());
  await look();
  for (let i = 0; i < 4; i += 1) {
    await lab.getByRole('button', { name: 'Next event' }).click();
    await look();
  }
  for (let i = 3; i >= 1; i -= 1) {
    await lab.getByRole('button', { name: 'Event before' }).click();
    expect(await drawn()).toEqual(seen[i]);
  }
});

test('scrubbing shows any moment, and a row of the log leads to its own', async ({ page }) => {
  const lab = await openLab(page);
  const slider = lab.getByLabel('Moment in the run');
  await slider.fill('120000');
  await expect.poll(() => now(lab)).toBe('120 ms');
  await expect(figure(lab)).toContainText('120');
  await lab.locator('.log li button').last().click();
  await expect.poll(() => now(lab)).toBe('0 ms');
});

test('a drag is one act: it follows the hand, counts once, and Escape undoes it', async ({ page }) => {
  const lab = await openLab(page);
  await expect(figure(lab)).toContainText('?');
  await dragBy(page, handle(lab), -250, 20, false);
  const held = await figure(lab).textContent();
  expect(held).toMatch(/^1[0-9]{2}\s*ms/);
  await expect(lab.locator('.mk.you')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(figure(lab)).toContainText('?');
  await page.mouse.up();
  await dragBy(page, handle(lab), -250, 20);
  await expect(figure(lab)).toHaveText(held!);
  await expect(lab.locator('.mk.you')).toHaveCount(1);
  await lab.getByRole('button', { name: 'Undo all I did' }).click();
  await expect(lab.locator('.mk.you')).toHaveCount(0);
});

test('arrow keys and the list of places do what the drag does; a quick run of keys is one act', async ({ page }) => {
  const lab = await openLab(page);
  await handle(lab).focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
  await expect(handle(lab)).toHaveAttribute('aria-valuetext', /^45\d miles east of the building; 1[89]\d ms/);
  await expect(lab.locator('.mk.you')).toHaveCount(1);
  await sendFirewall(lab, 'Cincinnati, in the building');
  await expect(figure(lab)).toContainText('68');
});

test('keys work where the focus is in the lab, and each has one effect', async ({ page }) => {
  const lab = await openLab(page);
  await lab.getByRole('group', { name: 'Picture' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => now(lab)).toBe('50 ms');
  await page.keyboard.press('r');
  await expect.poll(() => now(lab)).toBe('0 ms');
  await page.keyboard.press('Space');
  await expect(lab.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  const play = lab.getByRole('button', { name: 'Play', exact: true });
  await play.focus();
  await page.keyboard.press('Space');
  await expect(lab.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await lab.getByRole('group', { name: 'Picture' }).focus();
  await lab.getByLabel('Moment in the run').fill('120000');
  await page.keyboard.press('r');
  await expect.poll(() => now(lab)).toBe('0 ms');
});

test('a copied link opens the same run at the same moment in a new window', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page);
  await dragBy(page, handle(lab), -200, 30);
  await lab.getByLabel('Moment in the run').fill('60000');
  await lab.getByRole('button', { name: 'Share' }).click();
  await lab.getByRole('button', { name: 'Copy link to this moment' }).click();
  await expect(lab.getByText('The link is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  const flashed: string[] = [];
  await other.exposeFunction('flashed', (text: string) => flashed.push(text));
  await other.addInitScript(() => {
    const look = (): void => {
      const shown = document.querySelector('[data-lab="slide"] .stage');
      if (shown && getComputedStyle(shown).visibility === 'visible') {
        const value = document
          .querySelector('[data-lab="slide"] [aria-label="Moment in the run"]')
          ?.getAttribute('aria-valuetext');
        void (window as unknown as { flashed(text: string): void }).flashed(value ?? '');
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await other.goto(link);
  const opened = other.locator('[data-lab="slide"]');
  await expect(opened).toHaveAttribute('data-alive', '');
  await expect.poll(() => now(opened)).toBe('60 ms');
  expect(await handle(opened).getAttribute('aria-valuenow')).toBe(await handle(lab).getAttribute('aria-valuenow'));
  await other.waitForTimeout(100);
  expect([...new Set(flashed)]).toEqual(['60 ms']);
});

test('a link that cannot be followed to the letter says what was used instead', async ({ page }) => {
  const lab = await openLab(page, 'slide', '?lab=slide&scenario=nowhere&seed=-1&load=7&colour=red&in=1:jump:3&t=30');
  const notices = lab.locator('.notices li');
  await expect(notices).toHaveCount(5);
  await expect(notices.first()).toHaveText(
    /^There is no scenario "nowhere" here; "headquarters" is shown. There are: headquarters, direct, onSite, /,
  );
  await expect.poll(() => now(lab)).toBe('30 ms');
});

test('with reduced motion the large button goes event by event and is called so, and nothing moves between presses', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await openLab(page);
  const play = lab.getByRole('button', { name: 'Next event' });
  await expect(play).toHaveCount(1);
  await expect(play).toHaveClass(/play/);
  // The way is found at once; then come the ends of three trips.
  for (let i = 0; i < 4; i += 1) {
    await play.click();
    const shown = await picture(lab).innerHTML();
    await page.waitForTimeout(250);
    expect(await picture(lab).innerHTML()).toBe(shown);
  }
  await expect.poll(() => now(lab)).toBe('150 ms');
  await expect(lab.locator('.cue')).not.toContainText('Press play');
});

test('a prediction is kept, and stands beside the outcome once the lab has run', async ({ page }) => {
  await page.goto(lesson);
  const predict = page.locator('[data-predict="how-long"]');
  await predict.getByText('100').click();
  await predict.getByRole('button', { name: 'That is my guess' }).click();
  await expect(predict.locator('.said')).toContainText('Kept: 100 ms');
  await page.reload();
  await expect(predict.locator('.said')).toContainText('Kept: 100 ms');
  const lab = page.locator('[data-lab="slide"]');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  await lab.getByRole('group', { name: 'Picture' }).focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(predict.locator('.said')).toContainText('You said 100 ms. The run says 200 ms.');
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the handle drags and the page does not scroll; elsewhere the page scrolls', async ({ page }) => {
    const lab = await openLab(page);
    await handle(lab).scrollIntoViewIfNeeded();
    const box = (await handle(lab).boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const send = (type: string, x: number, y: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    const scrolled = () => page.evaluate(() => scrollY);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await scrolled();
    await send('touchStart', x, y);
    for (let i = 1; i <= 6; i += 1) await send('touchMove', x - 20 * i, y - 10 * i);
    await send('touchEnd', 0, 0);
    await expect(lab.locator('.mk.you')).toHaveCount(1);
    expect(await scrolled()).toBe(before);
    expect(box.width).toBeGreaterThanOrEqual(44);
  });
});
