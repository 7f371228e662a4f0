/** An embed as a reader of somebody else's page meets it. */
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { answer, sentBytes } from '../../src/build/pages-server.ts';
import { aliveIn, embedAddress, frameOf, openHost, serve, stateOf, told } from './embedding.ts';
import { embedPages, sites } from './sites.ts';
import { watch } from './watch.ts';

const site = sites.project;
const sims = embedPages(site).map((page) => page.split('/').at(-2)!);
const late = (query: string): string => embedAddress('incremental-ingestion', query);
const lab = '[data-lab]';

/** kB of JavaScript, as Pages sends it, that the page has asked for. */
function scriptsOf(page: Page): () => number {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === site.origin && pathname.endsWith('.js')) files.add(pathname.slice(site.base.length));
  });
  return () => [...files].reduce((sum, file) => sum + sentBytes(join(site.folder, file)), 0) / 1000;
}

test('there is an embed of every simulation', () => {
  expect(sims).toHaveLength(6);
});

for (const sim of sims) {
  test(`${sim}: a bare frame shows the still with its words, and is light before it is touched`, async ({ page }) => {
    const kB = scriptsOf(page);
    await openHost(page, frameOf(embedAddress(sim)));
    const frame = page.frameLocator('#embed');
    await expect(frame.getByRole('button', { name: 'Start' })).toBeVisible();
    const still = frame.getByRole('img').first();
    await expect(still).toHaveJSProperty('complete', true);
    expect(await still.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
    expect((await still.getAttribute('alt'))!.split(/\s+/).length).toBeGreaterThan(10);
    await expect(frame.getByRole('link', { name: /^Open the lesson/ })).toBeVisible();
    // Its own script has done what it does before it is touched.
    await expect.poll(async () => (await told(page, 'daybreak:resize')).length).toBeGreaterThan(0);
    expect(kB()).toBeLessThan(30);
    expect(kB()).toBeGreaterThan(0);
  });
}

for (const sim of sims) {
  test(`${sim}: all the lab needs is asked for at the first touch, in one round trip`, async ({ page }) => {
    await openHost(page, frameOf(embedAddress(sim)));
    const frame = page.frameLocator('#embed');
    const named = await frame
      .locator('template[data-warm]')
      .evaluate((template: HTMLTemplateElement) => template.content.childElementCount);
    const asked: string[] = [];
    let send = (): void => undefined;
    const held = new Promise<void>((go) => (send = go));
    await page.route('**/*.js', async (route) => {
      asked.push(route.request().url());
      await held;
      await route.continue();
    });
    await frame.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => asked.length).toBe(named);
    send();
    await aliveIn(page);
    // It answers once all is there.
    await stateOf(page);
    expect(asked).toHaveLength(named);
  });
}

test.describe('the first touch brings it alive', () => {
  test('of a mouse', async ({ page }) => {
    await openHost(page, frameOf(embedAddress('tromboning')));
    await page.frameLocator('#embed').getByRole('button', { name: 'Start' }).click();
    await expect((await aliveIn(page)).locator('.drawing svg').first()).toBeVisible();
  });

  test('of the keyboard, and the focus is in the figure then', async ({ page }) => {
    await openHost(page, frameOf(embedAddress('tromboning')));
    const frame = page.frameLocator('#embed');
    await expect(frame.getByRole('button', { name: 'Start' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await aliveIn(page);
    await expect(frame.locator('.stage')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(frame.locator('.log li button').first()).toBeVisible();
  });

  test.describe('that drags', () => {
    test.use({ hasTouch: true });
    for (const kind of ['a mouse', 'a finger'] as const) {
      test(`by ${kind} holds the handle once it is there, and nothing has jumped`, async ({ page }) => {
        const embed = frameOf(late(''));
        const frame = page.frameLocator('#embed');
        const handle = frame.getByRole('slider', { name: /^Commit of order/ });
        await openHost(page, embed);
        await frame.getByRole('button', { name: 'Start' }).click();
        await aliveIn(page);
        const box = (await handle.boundingBox())!;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const finger = await page.context().newCDPSession(page);
        const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
          finger.send('Input.dispatchTouchEvent', { type, touchPoints });
        const hand =
          kind === 'a mouse'
            ? {
                press: async () => (await page.mouse.move(x, y), await page.mouse.down()),
                move: (by: number) => page.mouse.move(x + by, y),
                release: () => page.mouse.up(),
              }
            : {
                press: () => touch('touchStart', { x, y }),
                move: (by: number) => touch('touchMove', { x: x + by, y }),
                release: () => touch('touchEnd'),
              };
        // What the lab needs comes when the press is held already.
        let send = (): void => undefined;
        const held = new Promise<void>((go) => (send = go));
        await page.route(/alive\.[^/]*\.js$/, async (route) => {
          await held;
          await route.continue();
        });
        await openHost(page, embed);
        const still = frame.getByRole('img').first();
        await expect(still).toHaveJSProperty('complete', true);
        const before = (await still.boundingBox())!;
        await hand.press();
        await hand.move(20);
        await expect(still).toBeVisible();
        send();
        await aliveIn(page);
        const drawing = frame.locator('.drawing svg').first();
        for (const side of ['x', 'y', 'width', 'height'] as const)
          await expect.poll(async () => (await drawing.boundingBox())![side]).toBeCloseTo(before[side], 0);
        const value = (): Promise<number> => handle.getAttribute('aria-valuenow').then(Number);
        const first = await value();
        let by = 60;
        await expect.poll(() => hand.move((by += 1)).then(value)).toBeGreaterThan(first);
        await hand.release();
        await expect(frame.getByRole('button', { name: /^Undo: Order 42 commits/ })).toBeVisible();
      });
    }
  });

  test.describe('of a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test('on the picture', async ({ page }) => {
      await openHost(page, frameOf(embedAddress('tromboning'), 'embed', 'style="width:100%"'));
      await page.frameLocator('#embed').getByRole('img').first().tap();
      await aliveIn(page);
    });
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const sim of sims) {
    test(`${sim}: the still, its words and the way to the lesson are there`, async ({ page }) => {
      await page.goto(embedAddress(sim, 'scenario=moon'));
      await expect(page.getByRole('img').first()).toBeVisible();
      await expect(page.locator('.no-js')).toContainText('Here is how its run ends.');
      await expect(page.getByRole('link', { name: /^Open the lesson/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Start' })).toBeHidden();
    });
  }
});

test('an embed that is set up is as it was set, and says what could not be used', async ({ page }) => {
  const seen = await watch(page, site.origin);
  await page.goto(late('scenario=late&commit=3&lock=commit&theme=dark&controls=min&motion=step&hide=title&moon=1'));
  await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.tools')).toBeHidden();
  await expect(page.locator('.log')).toBeHidden();
  // Step by step the large button does what it is called.
  await expect(page.locator('.play')).toHaveAccessibleName('Next event');
  await expect(page.locator('.lab-head')).toBeHidden();
  const notices = page.locator('[data-said] li');
  await expect(notices).toHaveText(['The link says "moon", which is unknown here and was left out.']);
  await expect(page.locator('[data-set-by]')).toContainText('Set by your instructor: ');
  expect(seen.errors).toEqual([]);
});

test('the open version has the same values and no lock', async ({ page, context }) => {
  await page.goto(late('scenario=late&commit=3&lock=commit&theme=dark&controls=none&seed=9'));
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open it without locks' }).click();
  const open = await opening;
  const query = new URL(open.url()).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({ scenario: 'late', commit: '3', seed: '9', theme: 'dark' });
  expect(query.has('lock')).toBe(false);
  await expect(open.locator(lab)).toHaveAttribute('data-alive', '');
  await expect(open.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(open.locator('[data-set-by]')).toBeHidden();
});

test.describe('what a learner shares', () => {
  const setUp = 'scenario=late&commit=3&lock=commit&challenge=late-row&theme=dark&hide=log';

  test('opens the same embed at that moment, set up and locked the same, and begins anew as the instructor meant', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(late(setUp));
    await page.getByText('More', { exact: true }).click();
    await page.getByLabel('Each sync copies').selectOption({ label: 'everything' });
    await page.getByLabel('Moment in the run').fill('5000000');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link to this moment' }).click();
    await expect(page.locator('.share .said')).toContainText('What is locked here is locked there too.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${late(setUp)}#`)).toBe(true);

    const other = await context.newPage();
    await other.goto(link);
    await expect(other.locator(lab)).toHaveAttribute('data-alive', '');
    await expect(other.getByLabel('Moment in the run')).toHaveValue('5000000');
    await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(other.locator('[data-set-by]')).toContainText('Set by your instructor: ');
    await expect(other.locator('[data-said] li')).toHaveCount(0);
    await other.getByText('More', { exact: true }).click();
    const copies = other.getByLabel('Each sync copies');
    await expect(copies.locator('option:checked')).toHaveText('everything');
    await expect(other.locator('.challenge:visible .par')).toContainText('So far: 1 act.');
    await other.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(copies.locator('option:checked')).not.toHaveText('everything');
    await expect(other.locator('.challenge:visible .par')).toContainText('So far: 0 acts.');
  });

  test('is opened in an embed that is there already, and what of it cannot be used is said', async ({ page }) => {
    await page.goto(late('scenario=late'));
    await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
    await page.evaluate(() => (location.hash = 'scenario=late&seed=9&moon=1&t=4000'));
    await expect(page.getByLabel('Moment in the run')).toHaveValue('4000000');
    await expect(page.locator('[data-said] li')).toHaveText([
      'The link says "moon", which is unknown here and was left out.',
    ]);
  });
});

test('there is no lab that is not set up: without what its challenge needs it says so, and can be started later', async ({
  page,
}) => {
  await page.route(/asked\.[^/]*\.js$/, (route) => route.abort());
  await page.goto(late('scenario=late&commit=4&lock=commit&challenge=late-row'));
  await expect(page.locator('[data-said]')).toContainText('This figure could not be loaded.');
  await expect(page.locator(lab)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
});

test('a challenge begins with what the instructor set, which is not counted; a win is judged all the same', async ({
  page,
}) => {
  await page.goto(late('challenge=crashed&newest=1&load=append'));
  const challenge = page.locator('.challenge:visible');
  await challenge.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(challenge.locator('.said')).toContainText('What was set here for you does not count as an act.');
  const load = page.getByLabel('Load by', { exact: true });
  await expect(load).toHaveValue('append');
  await expect(challenge.locator('.par')).toContainText('So far: 0 acts.');
  await load.selectOption('merge');
  await page.getByLabel('The checkpoint is saved').selectOption('with the load, in one transaction');
  await expect(challenge.locator('.par')).toContainText('So far: 2 acts.');
  await page.getByLabel('Moment in the run').press('End');
  await expect(challenge.locator('.said')).toContainText('Won. Par is 1; you needed 2.');
  await challenge.getByRole('button', { name: 'Begin again' }).click();
  await expect(load).toHaveValue('append');
  await expect(challenge.locator('.par')).toContainText('So far: 0 acts.');
});

test('run=1 plays by itself, at the speed asked for', async ({ page }) => {
  await page.goto(embedAddress('tromboning', 'run=1&speed=0.25'));
  await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(page.getByLabel('Speed')).toHaveJSProperty('selectedIndex', 0);
});

test('nothing is stored, not even when a challenge is won and a tool is used', async ({ page, context }) => {
  await page.goto(late('challenge=late-row'));
  await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
  await page.getByText('More', { exact: true }).click();
  await page.getByLabel('Each sync copies').selectOption({ label: 'everything' });
  await page.getByLabel('Moment in the run').press('End');
  await expect(page.locator('.challenge:visible .said')).toContainText('won', { ignoreCase: true });
  await page.getByLabel('Speed').selectOption({ index: 4 });
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);
  expect(await context.cookies()).toEqual([]);
});

test.describe('in a frame without an origin (sandbox="allow-scripts")', () => {
  const sandboxed = (query = ''): string =>
    frameOf(embedAddress('tromboning', query), 'embed', 'sandbox="allow-scripts"');

  test('it comes alive and plays', async ({ page }) => {
    const seen = await watch(page, site.origin);
    await openHost(page, sandboxed('scenario=headquarters&lock=lat'));
    const frame = await aliveIn(page);
    await expect(frame.locator('[data-set-by]')).toContainText('Set by your instructor');
    await frame.getByRole('button', { name: 'Next event' }).click();
    await expect(frame.locator('.log li button').first()).toBeVisible();
    expect(seen.errors).toEqual([]);
  });

  for (const query of ['', 'scenario=headquarters&theme=dark']) {
    test(`from a server that lets no other origin read, the still, its words and the way to the lesson stay (?${query})`, async ({
      page,
    }) => {
      const origin = await serve(page, (request, response) => {
        const write = response.writeHead.bind(response) as (status: number, headers: object) => ServerResponse;
        // Without a value the header is not sent.
        response.writeHead = ((status: number, headers: object) =>
          write(status, { ...headers, 'access-control-allow-origin': [] })) as typeof response.writeHead;
        answer(site.folder, site.base, request, response);
      });
      const address = embedAddress('tromboning', query).replace(`${site.origin}/`, origin);
      await openHost(page, frameOf(address, 'embed', 'sandbox="allow-scripts"'));
      const frame = page.frameLocator('#embed');
      await expect(frame.getByText('This figure cannot run in this page.')).toBeVisible();
      await expect(frame.getByRole('img').first()).toBeVisible();
      await expect(frame.getByText('Here is how its run ends.')).toBeVisible();
      await expect(frame.getByRole('link', { name: /^Open the lesson/ })).toBeVisible();
      await expect(frame.getByRole('button', { name: 'Start' })).toBeHidden();
    });
  }
});

test.describe('what is hidden or locked', () => {
  const open = async (page: Page, sim: string, query: string): Promise<void> => {
    await page.goto(embedAddress(sim, query));
    await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
  };

  test('leaves no column and no line where nothing is', async ({ page }) => {
    await open(page, 'tromboning', 'show=log&t=150');
    const width = async (what: string) => (await page.locator(what).boundingBox())!.width;
    expect(await width('.log')).toBeGreaterThan(0.95 * (await width('.lab')));
    await open(page, 'dark-deployments', 'show=picture');
    for (const gone of ['.below', '.embed-foot']) await expect(page.locator(gone)).toBeHidden();
    await open(page, 'tromboning', 'controls=none');
    expect(await width('.receipt')).toBeGreaterThan(0.95 * (await width('.lab')));
  });

  test('with no controls there is nothing to choose or to press', async ({ page }) => {
    await open(page, 'tromboning', 'controls=none');
    await expect(page.locator(lab).locator('button, select, input').filter({ visible: true })).toHaveCount(0);
  });

  test('a title that is not seen is a heading all the same', async ({ page }) => {
    await open(page, 'tromboning', 'hide=title');
    await expect(page.getByRole('heading', { level: 2, name: 'Pull the slide' })).toHaveCount(1);
    expect((await page.locator('.lab-head').boundingBox())!.height).toBeLessThanOrEqual(1);
    const { violations } = await new AxeBuilder({ page }).withRules(['heading-order']).analyze();
    expect(violations).toEqual([]);
  });

  test('without its picture a figure still says what each step brought', async ({ page }) => {
    await open(page, 'tromboning', 'hide=picture');
    await expect(page.locator('.stage')).toBeHidden();
    await page.getByRole('button', { name: 'Next event' }).click();
    const said = page.locator('.pic [aria-live]');
    await expect(said).toContainText('The way was found');
    expect(await said.evaluate((region) => region.checkVisibility())).toBe(true);
  });

  test('an act that is locked takes no choice either, and both look so', async ({ page }) => {
    await open(page, 'incremental-ingestion', 'scenario=late&lock=all');
    const act = page.getByRole('group', { name: 'Delete an order' });
    for (const control of await act.locator('button, select, input').all()) await expect(control).toBeDisabled();
    for (const control of await act.locator('button, select').all())
      await expect(control).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });
});

test.describe('where there is little room', () => {
  test.use({ viewport: { width: 320, height: 1600 } });
  test('the keys do not cover the words below them', async ({ page }) => {
    await page.goto(embedAddress('shadow-load', 'seed=7'));
    await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
    const keys = (await page.locator('.transport').boundingBox())!;
    const words = (await page.locator('.tl-key > span').first().boundingBox())!;
    expect(words.y).toBeGreaterThanOrEqual(keys.y + keys.height);
  });
});

for (const width of [390, 800, 1280]) {
  test(`at ${width} px the picture stays where it is when the figure comes alive`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1200 });
    await page.goto(embedAddress('tromboning'));
    const still = page.locator('.making img');
    await expect(still).toHaveJSProperty('complete', true);
    const before = (await still.boundingBox())!;
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
    const after = (await page.locator('.drawing svg').filter({ visible: true }).boundingBox())!;
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(after[side] - before[side]), side).toBeLessThan(3);
  });
}

test('a frame of no size harms nothing, and is alive when it has one', async ({ page }) => {
  const seen = await watch(page, site.origin);
  await openHost(page, frameOf(embedAddress('tromboning', 'seed=1'), 'embed', 'style="width:0;height:0"'));
  await expect(page.frameLocator('#embed').locator(lab)).toHaveAttribute('data-alive', '');
  await page.locator('#embed').evaluate((frame) => frame.setAttribute('style', 'width:320px;height:800px'));
  const frame = await aliveIn(page);
  await frame.getByRole('button', { name: 'Next event' }).click();
  await expect(frame.locator('.drawing svg').first()).toBeVisible();
  expect(seen.errors).toEqual([]);
});

for (const sim of sims) {
  for (const theme of ['light', 'dark']) {
    test(`${sim}: alive and ${theme}, axe finds nothing and nothing scrolls sideways at 390 and 320 px`, async ({
      page,
    }) => {
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(embedAddress(sim, `theme=${theme}&lock=seed&moon=1`));
        await expect(page.locator(lab)).toHaveAttribute('data-alive', '');
        await expect(page.locator('[data-said] li')).toHaveCount(1);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`));
        expect(faults).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}
