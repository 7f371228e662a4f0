/** The SQL bench: a real database in the page, opened, used and broken as a learner would. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sites } from './sites.ts';
import { watch } from './watch.ts';

const lesson = 'days/incremental-ingestion/';
const fixed = {
  extract: "SELECT * FROM orders\nWHERE modified_at > datetime(:last_sync, '-8 seconds')",
  merge:
    'DELETE FROM orders WHERE id IN (SELECT id FROM delta) OR id NOT IN (SELECT id FROM keys);\n' +
    'INSERT INTO orders SELECT * FROM delta',
};
/** Counts without end, and returns nothing on the way. */
const runaway =
  'SELECT count(*) AS id FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)';

const bench = (page: Page): Locator => page.locator('[data-bench]');
const extract = (page: Page): Locator => bench(page).getByRole('textbox', { name: 'Extract' });
const merge = (page: Page): Locator => bench(page).getByRole('textbox', { name: 'Merge' });
const said = (page: Page): Locator => bench(page).getByRole('status').first();
const press = (page: Page, name: string | RegExp): Promise<void> => bench(page).getByRole('button', { name }).click();
const table = (page: Page, name: string): Locator => bench(page).getByRole('region', { name });

async function open(page: Page): Promise<void> {
  await page.goto(lesson);
  await press(page, 'Open the bench');
  await expect(extract(page)).toBeVisible();
}

test('nothing of the bench is asked for before it is opened, and then it breaks no rule of the page', async ({
  page,
}) => {
  const seen = await watch(page, sites.project.origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const ofBench = (): string[] => asked.filter((path) => /\/(bench|benching|opening|worker|sql-wasm)[.-]/.test(path));
  await page.goto(lesson);
  await expect(bench(page).locator('pre').first()).toContainText('WHERE modified_at > :last_sync');
  await page.mouse.wheel(0, 600);
  await page.waitForLoadState('networkidle');
  expect(ofBench()).toEqual([]);
  await press(page, 'Open the bench');
  await expect(extract(page)).toHaveValue(/modified_at > :last_sync/);
  await expect(bench(page).getByRole('heading', { level: 2 })).toBeFocused();
  expect(ofBench().filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  await press(page, /^Grade/);
  await expect(said(page)).toContainText('1 of 6 stories pass');
  expect(seen).toEqual({ strangers: [], failures: [], errors: [] });
});

test('a reader finds the lost row by stepping: two syncs succeed, and it is at the source only', async ({ page }) => {
  await open(page);
  await press(page, 'Sync 1 of 2');
  await expect(said(page)).toContainText('Sync 1 of 2 succeeded. The extract returned 1 row.');
  await press(page, 'Sync 2 of 2');
  await expect(said(page)).toContainText('Sync 2 of 2 succeeded. The extract returned nothing. Order 1 is lost.');
  await expect(table(page, 'Source').getByRole('row', { name: /12:00:02/ })).toContainText('lost');
  await expect(table(page, 'Warehouse').getByRole('row', { name: /never came/ })).toContainText('1');
  await expect(table(page, 'Delta')).toContainText('Nothing.');
  await press(page, 'Back one sync');
  await expect(said(page)).toContainText('Sync 1 of 2 succeeded.');
  await expect(bench(page).getByRole('button', { name: 'Sync 2 of 2' })).toBeVisible();
});

test('the grader is red, names the smallest failing story, and goes green with better statements', async ({ page }) => {
  await open(page);
  await press(page, /^Grade/);
  await expect(said(page)).toHaveText(
    '1 of 6 stories pass. The smallest that fails is “A late commit”. Order 1 is lost.',
  );
  const rows = bench(page).getByRole('table', { name: 'Over all stories' }).locator('tbody tr');
  await expect(rows).toHaveCount(6);
  await expect(rows.filter({ hasText: 'A crash' })).toContainText('Orders 1 and 2 are there more than once.');
  await rows.filter({ hasText: 'A late commit' }).getByText('A hint').click();
  await expect(rows.filter({ hasText: 'A late commit' })).toContainText('Ask for a little more than what is new');
  await rows.filter({ hasText: 'A delete' }).getByRole('button', { name: 'Step through' }).click();
  const story = bench(page).getByRole('combobox', { name: 'Story' });
  await expect(story).toBeFocused();
  await expect(story).toHaveValue('A delete');
  await extract(page).fill(fixed.extract);
  await merge(page).fill(fixed.merge);
  await expect(bench(page)).toContainText('as the statements were before you changed them');
  await press(page, /^Grade/);
  await expect(said(page)).toHaveText('All 6 stories pass: no row is lost, duplicated, stale or a ghost.');
});

test('a failing story opens in the lab, at that story', async ({ page }) => {
  await open(page);
  await press(page, /^Grade/);
  const row = bench(page).getByRole('row', { name: /A tie/ });
  await row.getByRole('link', { name: /In the lab/ }).click();
  const name = (await bench(page).getAttribute('data-lab-id'))!;
  await expect(page).toHaveURL(new RegExp(`#${name}$`));
  await expect(page.locator(`[data-lab="${name}"]`)).toHaveAttribute('data-alive', '');
  await expect(page.locator(`#${name} .stage`)).toBeInViewport();
});

test('by keyboard alone: Enter opens, Tab leads through both statements, Ctrl and Enter sync', async ({ page }) => {
  await page.goto(lesson);
  await bench(page).getByRole('button', { name: 'Open the bench' }).focus();
  await page.keyboard.press('Enter');
  await expect(bench(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bench(page).getByRole('combobox', { name: 'Story' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(extract(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' - 0');
  await expect(extract(page)).toHaveValue(/last_sync - 0$/);
  await page.keyboard.press('Tab');
  await expect(merge(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toContainText('Sync 1 of 2 succeeded.');
  await expect(extract(page)).toBeFocused();
});

test('a statement that never ends is stopped and explained, and the bench goes on', async ({ page }) => {
  await open(page);
  await press(page, 'Sync 1 of 2');
  await expect(said(page)).toContainText('Sync 1 of 2 succeeded.');
  await extract(page).fill(runaway);
  await press(page, 'Sync 2 of 2');
  await expect(said(page)).toContainText('The extract of sync 2 did not run. It ran for 2 seconds and was stopped.');
  await expect(table(page, 'Warehouse')).toContainText('laptop');
  await extract(page).fill(fixed.extract);
  await press(page, 'Sync 2 of 2');
  await expect(said(page)).toContainText('Sync 2 of 2 succeeded.');
});

test('what SQLite says is shown with a plain sentence, and what destroys is refused', async ({ page }) => {
  await open(page);
  await extract(page).fill('SELECT price FROM orders');
  await press(page, 'Sync 1 of 2');
  await expect(said(page)).toContainText('SQLite says: no such column: price');
  await expect(said(page)).toContainText('No table named in this statement has a column price.');
  await expect(extract(page)).toHaveAttribute('aria-invalid', 'true');
  await extract(page).fill('SELECT * FROM orders');
  await merge(page).fill('DROP TABLE orders');
  await press(page, 'Sync 1 of 2');
  await expect(said(page)).toContainText('The merge asks for DROP, which is not run here');
  await press(page, /^Grade/);
  await expect(said(page)).toContainText('0 of 6 stories pass.');
  await expect(said(page)).toContainText('The merge fails in every story.');
  await expect(bench(page)).not.toContainText('A hint');
  await merge(page).fill('INSERT INTO orders SELECT * FROM delta');
  await press(page, 'Sync 1 of 2');
  await expect(said(page)).toContainText('Sync 1 of 2 succeeded.');
});

test('statements survive a reload, and a link with others leaves them where they are', async ({ page }) => {
  await open(page);
  await merge(page).fill(fixed.merge);
  await page.reload();
  await press(page, 'Open the bench');
  await expect(merge(page)).toHaveValue(fixed.merge);
  await page.goto(`${lesson}?x.extract=SELECT+*+FROM+orders#bench`);
  await expect(extract(page)).toHaveValue('SELECT * FROM orders');
  // Opened by the link, and not run.
  await expect(bench(page).getByRole('button', { name: 'Sync 1 of 2' })).toBeVisible();
  await expect(said(page)).toHaveText('');
  await press(page, 'Back to my statements');
  await expect(merge(page)).toHaveValue(fixed.merge);
});

test('a link brings both statements; what is too long for one is refused, and can be saved', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await extract(page).fill(fixed.extract);
  await merge(page).fill(fixed.merge);
  await press(page, 'Copy link to these statements');
  await expect(bench(page)).toContainText('The link is copied.');
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(extract(page)).toHaveValue(fixed.extract);
  await expect(merge(page)).toHaveValue(fixed.merge);
  await merge(page).fill(`DELETE FROM orders WHERE id IN (${'17, '.repeat(600)}17)`);
  await press(page, 'Copy link to these statements');
  await expect(bench(page)).toContainText('A link holds 2,000 characters');
  await expect(bench(page)).toContainText('Shorten the merge first');
  const saving = page.waitForEvent('download');
  await press(page, 'Save as file');
  expect((await saving).suggestedFilename()).toBe('sync.sql');
});

test('in a frame without an origin it says why it cannot run, and links to the lesson', async ({ page, baseURL }) => {
  await page.setContent(
    `<iframe sandbox="allow-scripts" title="lesson" width="900" height="800" src="${baseURL}${lesson}"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Open the bench' }).click();
  await expect(frame.locator('[data-bench] .said')).toContainText('its database needs a worker');
  await expect(frame.getByRole('link', { name: 'open the lesson' })).toHaveAttribute(
    'href',
    /incremental-ingestion\/#/,
  );
});

test('without scripts both statements can be read, and why they cannot be run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(lesson);
  await expect(bench(page)).toContainText('INSERT INTO orders');
  await expect(bench(page).locator('noscript > p')).toBeVisible();
  await expect(bench(page).getByRole('button')).toHaveCount(0);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, in ${colorScheme}, before and after use`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL: baseURL! });
    const page = await context.newPage();
    const faults = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).include('[data-bench]').analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    };
    await page.goto(lesson);
    expect(await faults()).toEqual([]);
    await press(page, 'Open the bench');
    await press(page, 'Sync 1 of 2');
    await press(page, 'Sync 2 of 2');
    await press(page, /^Grade/);
    await expect(said(page)).toContainText('stories pass');
    await bench(page).getByText('Values both may use').click();
    expect(await faults()).toEqual([]);
    await extract(page).fill('SELECT');
    await press(page, /^Sync/);
    await expect(said(page)).toContainText('SQLite says');
    expect(await faults()).toEqual([]);
    await context.close();
  });
}

test('320 px wide nothing is cut off or scrolls the page sideways, and on touch every control is 44 px high', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 700 },
    hasTouch: true,
    isMobile: true,
    baseURL: baseURL!,
  });
  const page = await context.newPage();
  await page.goto(lesson);
  await press(page, 'Open the bench');
  await extract(page).fill('SELECT *, item || item AS twice_the_item, modified_at AS once_more FROM orders');
  await merge(page).fill('INSERT INTO orders SELECT id, item, amount, modified_at FROM delta');
  await press(page, 'Sync 1 of 2');
  await press(page, /^Grade/);
  await expect(said(page)).toContainText('stories pass');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const low = await bench(page).evaluate((section) =>
    [...section.querySelectorAll('button, select, textarea, summary, a')]
      .filter((control) => control.getBoundingClientRect().height < 43.5)
      .map((control) => control.textContent),
  );
  expect(low).toEqual([]);
  await context.close();
});

test('with forced colours the text that can be edited is the one to see', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const { colour, copy } = await extract(page).evaluate((field) => ({
    colour: getComputedStyle(field).color,
    copy: getComputedStyle(field.previousElementSibling!).visibility,
  }));
  expect(copy).toBe('hidden');
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');
});
