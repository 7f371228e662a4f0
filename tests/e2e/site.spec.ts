/** The site round the labs: theme, what is kept, questions, and pages without scripts. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Addresses are relative: the tests run below a base path. */
const home = './';

async function openFirstDay(page: Page): Promise<void> {
  await page.goto(home);
  await page.locator('.card a').first().click();
  await page.waitForURL(/\/days\//);
}

/** What localStorage holds, our keys only. */
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('daybreak:'))
      .sort(),
  );

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test.describe('theme', () => {
  test('follows the system, then what was chosen, also on the next page and before scripts run', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(home);
    const dark = await paper(page);
    const button = page.getByRole('button', { name: /^Theme/ });
    await expect(button).toHaveAccessibleName('Theme: as your system');
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: light');
    const light = await paper(page);
    expect(light).not.toBe(dark);
    // With every module held back, only the inline script can set it.
    await page.route('**/*.js', (route) => route.abort());
    await page.locator('.card a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('One idea a day');
    expect(await paper(page)).toBe(light);
  });

  test('a third press goes back to the system and keeps nothing', async ({ page }) => {
    await page.goto(home);
    const button = page.getByRole('button', { name: /^Theme/ });
    for (const name of ['Theme: light', 'Theme: dark', 'Theme: as your system']) {
      await button.click();
      await expect(button).toHaveAccessibleName(name);
    }
    expect(await kept(page)).toEqual([]);
  });
});

test.describe('what is kept', () => {
  test('a day marked as read is read on the calendar, and the sun moves on', async ({ page }) => {
    await page.goto(home);
    const first = page.locator('.card').first();
    await expect(first.getByText('start here')).toBeVisible();
    await openFirstDay(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await page.goto(home);
    await expect(first.getByText('read', { exact: true })).toBeVisible();
    await expect(first.getByText('start here')).toBeHidden();
    await expect(page.locator('.card').nth(1).getByText('next', { exact: true })).toBeVisible();
    await expect(page.getByText('In this browser only: 1 day read.')).toBeVisible();
  });

  test('"Forget me" removes everything of ours and nothing of a neighbour', async ({ page }) => {
    await openFirstDay(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.evaluate(() => {
      localStorage.setItem('theme', 'of another site');
      localStorage.setItem('daybreak:/other/:v1:setting:theme', 'dark');
    });
    await page.goto(home);
    await page.getByRole('button', { name: 'Forget me' }).click();
    await expect(page.getByText(/^Forgotten/)).toBeVisible();
    expect(await kept(page)).toEqual(['daybreak:/other/:v1:setting:theme']);
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('of another site');
    await expect(page.locator('.card').first().getByText('start here')).toBeVisible();
  });

  test('blocked storage is said once, politely, and harms nothing', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await openFirstDay(page);
    const notice = page.getByRole('status').filter({ hasText: 'your progress is not kept' });
    await expect(notice).toHaveCount(1);
    await notice.getByRole('button', { name: 'OK' }).click();
    await expect(notice).toHaveCount(0);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(errors).toEqual([]);
  });

  test('a damaged record is set aside and said; the rest still counts', async ({ page }) => {
    await openFirstDay(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((each) => each.includes(':read:')) ?? '';
      localStorage.setItem(key.replace(/[^:]+:lesson$/, 'another-lesson:lesson'), '{"on":');
    });
    await page.goto(home);
    await expect(page.getByRole('status').filter({ hasText: 'could not be read' })).toHaveCount(1);
    await expect(page.getByText('In this browser only: 1 day read.')).toBeVisible();
    expect((await kept(page)).some((key) => key.includes(':aside:'))).toBe(true);
  });
});

test.describe('questions', () => {
  test('each answer gets its own feedback, the right one opens the whole answer, and it is still there later', async ({
    page,
  }) => {
    await openFirstDay(page);
    const question = page.locator('[data-question]:has(input[type=radio])').first();
    const wrong = question.locator('label:has(input:not([data-right]))');
    await wrong.first().click();
    await expect(question.locator('.said')).toContainText('Not this one.');
    const reason = await question.locator('.said').innerText();
    expect(reason.length).toBeGreaterThan('Not this one. '.length + 10);
    await expect(question.locator('details')).toBeHidden();
    if ((await wrong.count()) > 1) {
      await wrong.nth(1).click();
      expect(await question.locator('.said').innerText()).not.toBe(reason);
    }
    await question.locator('label:has(input[data-right])').click();
    await expect(question.locator('.said')).toContainText('Yes.');
    await expect(question.locator('details')).toBeVisible();
    await page.reload();
    await expect(question.locator('input[data-right]')).toBeChecked();
    await expect(question.locator('.said')).toContainText('Yes.');
  });

  test('a number is judged with its tolerance, and what is no number is asked for again', async ({ page }) => {
    await page.goto(home);
    const days = await page
      .locator('.card a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const day of days) {
      await page.goto(day);
      if ((await page.locator('form[data-answer]').count()) > 0) break;
    }
    const form = page.locator('form[data-answer]').first();
    const said = page.locator('[data-question]:has(form) .said').first();
    const answer = Number(await form.getAttribute('data-answer'));
    const tolerance = Number(await form.getAttribute('data-tolerance'));
    const give = async (text: string) => {
      await form.getByRole('textbox').fill(text);
      await form.getByRole('button', { name: 'Check' }).click();
    };
    await give('a lot');
    await expect(said).toContainText('Write one number.');
    await give(String(answer + tolerance + 1));
    await expect(said).toContainText('too high');
    await give(String(answer + tolerance));
    await expect(said).toContainText('Yes.');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the calendar leads to every day, and nothing dead is shown', async ({ page }) => {
    await page.goto(home);
    await expect(page.locator('.card .picture svg').first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.locator('.card a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('a question shows its answer on request, and folded text opens', async ({ page }) => {
    await page.goto(home);
    await page.locator('.card a').first().click();
    const answer = page.locator('.question .answer').first();
    await answer.locator('summary').click();
    await expect(answer.locator('[data-why]').first()).toBeVisible();
    const folded = page.locator('.reveal').first();
    await folded.locator('summary').click();
    await expect(folded.locator('p').first()).toBeVisible();
  });
});

test('folded text opens by itself when its lab has run, and only then', async ({ page }) => {
  await openFirstDay(page);
  const folded = page.locator('details[data-after]').first();
  const lab = await folded.getAttribute('data-after');
  const say = (name: string | null) =>
    page.evaluate((detail) => document.dispatchEvent(new CustomEvent('daybreak:ran', { detail })), { lab: name });
  await say('another lab');
  await expect(folded).not.toHaveAttribute('open');
  await say(lab);
  await expect(folded).toHaveAttribute('open', '');
});

test('an address that does not exist says so, leads home, and stays out of search results', async ({ page }) => {
  const response = await page.goto('./no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.getByRole('link', { name: 'All days' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
});

test('the feed and the sitemap name every day, whole addresses with the base path', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto(home);
  const days = await page
    .locator('.card a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(days.length).toBeGreaterThan(0);
  for (const [file, element] of [
    ['rss.xml', 'link'],
    ['sitemap-0.xml', 'loc'],
  ] as const) {
    const text = await (await request.get(`${baseURL}${file}`)).text();
    const named = [...text.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))];
    const paths = named.map(([, address]) => new URL(address ?? '').pathname);
    expect(paths).toEqual(expect.arrayContaining(days));
  }
});
