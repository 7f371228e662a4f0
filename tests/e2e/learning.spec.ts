/** What a lesson asks of a learner beside playing: predicting by number and by hand, challenges, moments in the text. */
import { expect, test, type Locator, type Page } from '@playwright/test';

const kept = (page: Page, kind: string) =>
  page.evaluate((kind) => {
    const key = Object.keys(localStorage).find((each) => each.includes(`:v1:${kind}:`));
    return key ? (JSON.parse(localStorage.getItem(key)!) as { value: unknown }).value : null;
  }, kind);

const spoken = (points: Locator) =>
  points.evaluateAll((each) => each.map((point) => point.getAttribute('aria-valuetext')));

async function toTheEnd(page: Page, lab: string): Promise<void> {
  const figure = page.locator(`[data-lab="${lab}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-alive', '');
  await figure.locator('.stage').focus();
  const slider = figure.getByLabel('Moment in the run');
  await slider.evaluate((input: HTMLInputElement) => {
    input.value = input.max;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => slider.evaluate((input: HTMLInputElement) => input.value === input.max)).toBe(true);
}

test.describe('a prediction that is drawn', () => {
  const lesson = 'days/dark-deployments/';
  const chart = (page: Page) => page.locator('[data-predict="harmed"]');

  test('one stroke with the mouse sets every point it passes, and stays beside the run’s line', async ({ page }) => {
    await page.goto(lesson);
    const predict = chart(page);
    await predict.locator('.plot').scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await predict.locator('.plot').boundingBox())!;
    await page.mouse.move(x + 1, y + height - 1);
    await page.mouse.down();
    await page.mouse.move(x + width, y + height / 2, { steps: 30 });
    await page.mouse.up();
    expect(await spoken(predict.getByRole('slider'))).toEqual(['5', '10', '15', '20', '25', '30']);
    await predict.getByText('certain').click();
    await predict.getByRole('button', { name: 'That is my guess' }).click();
    await expect(predict.locator('.said')).toHaveText('Kept: your line, which ends at 30. Now run it.');
    expect(await kept(page, 'prediction')).toMatchObject({
      lab: 'morning',
      points: [0, 5, 10, 15, 20, 25, 30],
      sure: 2,
    });

    await toTheEnd(page, 'morning');
    await expect(predict.locator('.said')).toHaveText(
      'You drew 30 at 10:00; the run has 20. That is where you were furthest off: 10 too many. You were certain: this is one to remember.',
    );
    await expect(predict.locator('.run')).toHaveAttribute('d', /^M0 100/);
    await expect(predict.locator('.pt[tabindex]')).toHaveCount(0);
    await page.reload();
    await expect(predict.locator('.said')).toContainText('Kept: your line');
  });

  test('by keyboard each point is a slider of its moment; the line between two points is straight', async ({
    page,
  }) => {
    await page.goto(lesson);
    const predict = chart(page);
    await predict.getByRole('slider', { name: 'at 09:20' }).focus();
    await expect(predict.getByRole('slider', { name: 'at 09:20' })).toHaveAttribute('aria-valuetext', 'not drawn yet');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowDown');
    await expect(predict.getByRole('slider', { name: 'at 09:20' })).toHaveAttribute('aria-valuetext', '4');
    await predict.getByRole('button', { name: 'That is my guess' }).click();
    await expect(predict.locator('.said')).toHaveText('Draw the line as far as 10:00 first, or skip.');
    await predict.getByRole('slider', { name: 'at 10:00' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await predict.getByRole('button', { name: 'That is my guess' }).click();
    expect(await kept(page, 'prediction')).toMatchObject({ points: [0, 2, 4, 6, 7, 9, 10] });
  });

  test('a stroke drawn before the drawing has loaded is drawn all the same', async ({ page }) => {
    await page.goto(lesson);
    await page.waitForLoadState('networkidle');
    let letGo = (): void => undefined;
    const held = new Promise<void>((go) => (letGo = go));
    await page.route(/drawing/, async (route) => {
      await held;
      await route.continue();
    });
    const predict = chart(page);
    await predict.locator('.plot').scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await predict.locator('.plot').boundingBox())!;
    await page.mouse.move(x + 1, y + height - 1);
    await page.mouse.down();
    await page.mouse.move(x + width, y, { steps: 30 });
    await page.mouse.up();
    expect(await spoken(predict.getByRole('slider'))).toContain('not drawn yet');
    letGo();
    await expect.poll(() => spoken(predict.getByRole('slider'))).toEqual(['10', '20', '30', '40', '50', '60']);
  });

  test.describe('by touch', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test('a finger draws, and the page does not scroll under it', async ({ page }) => {
      await page.goto(lesson);
      const predict = chart(page);
      await predict.locator('.plot').scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await predict.locator('.plot').boundingBox())!;
      const touch = await page.context().newCDPSession(page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y: y + height - dy }],
        });
      const before = await page.evaluate(() => scrollY);
      await send('touchStart', 4, 4);
      for (let i = 1; i <= 30; i += 1) await send('touchMove', (width * i) / 30, (height * i) / 60);
      await send('touchEnd');
      await expect.poll(() => spoken(predict.getByRole('slider'))).not.toContain('not drawn yet');
      expect(await page.evaluate(() => scrollY)).toBe(before);
    });
  });
});

test('a number is given by slider or typed; nothing is chosen before that', async ({ page }) => {
  await page.goto('days/incremental-ingestion/');
  const predict = page.locator('[data-predict="fresher"]');
  const slider = predict.getByRole('slider');
  const commit = predict.getByRole('button', { name: 'That is my guess' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'nothing chosen yet');
  await commit.click();
  await expect(predict.locator('.said')).toHaveText('Slide or write a number first, or skip.');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(predict.getByRole('textbox')).toHaveValue('1');
  await predict.getByRole('textbox').fill('40');
  await commit.click();
  await expect(predict.locator('.said')).toHaveText('Write one number from 0 to 20, or skip.');
  await predict.getByRole('textbox').fill('2');
  await page.keyboard.press('Enter');
  await expect(predict.locator('.said')).toHaveText('Kept: 2. Now run it.');
  await expect(slider).toHaveValue('2');
  await toTheEnd(page, 'traffic');
  await expect(predict.locator('.said')).toHaveText('You said 2. The run says 6: 4 more than you said.');
});

test('a challenge that could not be loaded says so, and the next press tries again', async ({ page }) => {
  await page.goto('days/dark-deployments/');
  await page.waitForLoadState('networkidle');
  await page.route(/challenging/, (route) => route.abort());
  const challenge = page.locator('[data-challenge="friday"]');
  const begin = challenge.getByRole('button', { name: /^Begin/ });
  await begin.click();
  await expect(challenge.locator('.said')).toHaveText(
    'This part could not be loaded. Check the connection and press again.',
  );
  await page.unroute(/challenging/);
  await begin.click();
  await expect(challenge.locator('.said')).toContainText('The lab is set up.');
});

test('a phrase in the text moves the figure to its moment, and back leads to the phrase', async ({ page }) => {
  await page.goto('days/tromboning/');
  await page.locator('details[data-after="slide"] > summary').click();
  const phrase = page.locator('details[data-after="slide"] a[data-moment]').first();
  await phrase.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await phrase.focus();
  await page.keyboard.press('Enter');
  const lab = page.locator('[data-lab="slide"]');
  await expect.poll(() => lab.getByLabel('Moment in the run').getAttribute('aria-valuetext')).toBe('50 ms');
  await expect(lab.locator('.cue')).toContainText('One round trip is over, and not a byte of the file has moved.');
  await expect(lab.locator('.stage')).toBeFocused();
  await expect(lab.locator('.stage')).toBeInViewport();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
});

test('a link to a moment written by hand, with nothing right in it, does what can be done and says the rest', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('days/tromboning/');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.dataset['moment'] = '';
    link.href = '?lab=slide&v=99&scenario=<b>&seed=-1&in=1:2:3&t=noon&zzz=1';
    link.textContent = 'by hand';
    document.querySelector('article')!.prepend(link);
  });
  await page.getByRole('link', { name: 'by hand' }).click();
  await expect(page.locator('[data-lab="slide"] .notices li')).toHaveCount(6);
  expect(errors).toEqual([]);
});

test.describe('a challenge', () => {
  test('is followed live, tried, hinted at after two tries, solved before one’s eyes, and one’s own run comes back', async ({
    page,
  }) => {
    await page.goto('days/dark-deployments/');
    const challenge = page.locator('[data-challenge="friday"]');
    const goals = challenge.locator('.goals li');
    await expect(challenge.getByText('A hint')).toBeHidden();
    for (const trial of [1, 2]) {
      await challenge.getByRole('button', { name: /^Begin/ }).click();
      const lab = page.locator('[data-lab="week"]');
      await expect(goals.first()).toHaveText(/\(0, not yet\)/);
      await lab.getByRole('switch').first().click();
      await expect(challenge.locator('.par')).toContainText('So far: 1 act.');
      await toTheEnd(page, 'week');
      await expect(goals.nth(1)).toHaveAttribute('data-state', 'harm');
      await expect(goals.nth(1)).toContainText('missed');
      await expect(challenge.locator('.said')).toContainText(`That was try ${trial}.`);
    }
    await expect(challenge.locator('.said')).toContainText('A hint:');
    await expect(challenge.locator('[data-hint] p')).toBeVisible();
    await challenge.getByRole('button', { name: 'Show a solution' }).click();
    await expect(challenge.getByRole('button', { name: 'Back to my run' })).toBeVisible();
    await toTheEnd(page, 'week');
    await expect(goals.first()).toHaveAttribute('data-state', 'good');
    await challenge.getByRole('button', { name: 'Back to my run' }).click();
    await expect(challenge.locator('.par')).toContainText('So far: 1 act.');
    expect(await kept(page, 'challenge')).toEqual({ lab: 'week', tries: 2, won: null });
  });

  test('over many seeds is judged by them, beside a page that stays alive; won is kept', async ({ page }) => {
    await page.goto('days/incremental-ingestion/#fresh-and-complete');
    const challenge = page.locator('[data-challenge="reconcile"]');
    await expect(challenge.getByRole('button', { name: /seeds/ })).toBeDisabled();
    await challenge.getByRole('button', { name: 'Begin' }).click();
    const lab = page.locator('[data-lab="often"]');
    const slider = lab.getByLabel('Moment in the run');
    await expect(lab).toHaveAttribute('data-alive', '');
    await slider.fill('140000000');
    await lab.getByRole('combobox', { name: 'Each sync copies' }).selectOption({ label: 'everything' });
    await challenge.getByRole('button', { name: /seeds/ }).click();
    await expect(challenge.locator('.said')).toHaveText(
      /^\d+ of 200 seeds met the goals; 190 are asked\. Won\. Par is 1, and that is what you needed\.$/,
    );
    await page.reload();
    await expect(challenge.locator('.said')).toHaveText('You won this before, with 1 act.');
    await expect(challenge.getByRole('button', { name: 'Show a solution' })).toBeVisible();
  });

  test('stays in view while its lab is, and gives way when the lab is left', async ({ page }) => {
    await page.goto('days/dark-deployments/');
    const board = page.locator('[data-challenge="friday"] .board');
    await page.locator('[data-challenge="friday"]').getByRole('button', { name: 'Begin' }).click();
    await expect(board).toHaveAttribute('data-floats', '');
    await expect(board).toBeInViewport();
    // What the focus goes to is not under it.
    const lab = page.locator(
      `[data-lab="${await page.locator('[data-challenge="friday"]').getAttribute('data-lab-id')}"]`,
    );
    const play = lab.getByRole('button', { name: 'Play', exact: true });
    await play.evaluate((button) => scrollBy(0, button.getBoundingClientRect().top - 5));
    await expect(board).toHaveAttribute('data-floats', '');
    await play.focus();
    const foot = await board.evaluate((floating) => floating.getBoundingClientRect().bottom);
    await expect.poll(() => play.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(foot);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(board).not.toHaveAttribute('data-floats');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a challenge is its goals, a hint and a solution; a moment is a link; a drawing is its figures', async ({
    page,
  }) => {
    await page.goto('days/dark-deployments/');
    const challenge = page.locator('[data-challenge="friday"]');
    await expect(challenge.locator('.goals')).toContainText('Shoppers shown the wrong thing: none');
    for (const summary of await challenge.locator('summary').all()) await summary.click();
    await expect(challenge.locator('[data-solution]')).toContainText('Mon 10:00: Ship the fix.');
    await page.locator('[data-predict="harmed"] summary').click();
    await expect(page.locator('[data-predict="harmed"] .figures')).toContainText('10:00 20');
    await page.locator('details[data-after="morning"] > summary').click();
    await expect(page.locator('details[data-after="morning"] a[data-moment]').first()).toHaveAttribute(
      'href',
      /^\?lab=morning&v=\d+&scenario=big-bang&seed=162&t=[\d.~]+#morning$/,
    );
  });
});
