/** An embed and the page round it: heights, commands, what is told, and SPLICE. */
import { expect, test, type Page } from '@playwright/test';
import {
  aliveIn,
  embedAddress,
  embedBase,
  frameOf,
  heard,
  openHost,
  reports,
  say,
  shown,
  spliceHost,
  stateOf,
  told,
} from './embedding.ts';

interface Resize {
  height: number;
}
const heights = (page: Page, from = 'embed'): Promise<number[]> =>
  told<Resize>(page, 'daybreak:resize', from).then((all) => all.map(({ height }) => height));
const last = async (page: Page): Promise<number> => (await heights(page)).at(-1) ?? 0;
const set = (page: Page, params: Record<string, string | number>, id = 'embed'): Promise<void> =>
  say(page, { type: 'daybreak:set', params }, id);
const commit = embedAddress('incremental-ingestion', 'scenario=late&commit=4&lock=commit');

test('the height is told when it grows and when it shrinks, in the four words that hosts know', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('tromboning', 'seed=1', '?secret=abc')));
  const root = (await aliveIn(page)).locator('html');
  /** Waits until what was told is how high the page in the frame is, and gives that. */
  const settled = async (): Promise<number> => {
    await expect
      .poll(
        async () =>
          (await last(page)) - (await root.evaluate((html) => Math.ceil(html.getBoundingClientRect().height))),
      )
      .toBe(0);
    return last(page);
  };
  await expect.poll(settled).toBeGreaterThan(200);
  await set(page, { hide: 'picture,controls,measures,log' });
  await expect.poll(settled).toBeLessThan(500);
  await set(page, { hide: '' });
  await expect.poll(settled).toBeGreaterThan(600);
  const full = await settled();
  const all = await heard(page);
  expect(all).toContainEqual({ type: 'daybreak:resize', version: 1, height: full });
  expect(all).toContainEqual({ subject: 'lti.frameResize', height: full });
  expect(all).toContainEqual({ secret: 'abc', message: 'height', value: full });
  const texts = all.filter((data) => typeof data === 'string').map((data) => JSON.parse(data) as object);
  expect(texts).toContainEqual({
    src: expect.stringContaining('/embed/v1/tromboning/'),
    context: 'iframe.resize',
    height: full,
  });
});

test('without a secret in the address WordPress is told nothing', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('tromboning')));
  await expect.poll(() => last(page)).toBeGreaterThan(0);
  expect((await heard(page)).filter((data) => (data as { message?: string }).message === 'height')).toEqual([]);
});

for (const width of [320, 760]) {
  test(`embed.js makes a frame of ${width} px as high as what is in it, and heeds no other frame`, async ({ page }) => {
    const liar =
      '<iframe id="liar" srcdoc="<script>setInterval(() => parent.postMessage({type: `daybreak:resize`, version: 1, height: 5000}, `*`), 50)</script>" height="90"></iframe>';
    const style = `style="width:${width}px;border:0"`;
    const two = frameOf(embedAddress('bulk-copy'), 'other', style);
    await openHost(
      page,
      `${liar}${frameOf(embedAddress('tromboning', 'seed=1'), 'embed', style)}${two}<script src="${embedBase}embed.js"></script>`,
    );
    const frame = await aliveIn(page);
    const fits = () =>
      frame
        .locator('html')
        .evaluate((root) => [root.scrollHeight - innerHeight, root.scrollWidth - innerWidth, innerWidth]);
    await expect.poll(fits).toEqual([0, 0, width]);
    const high = async (id: string) => (await page.locator(`#${id}`).boundingBox())!.height;
    await expect.poll(() => high('embed')).toBe(await last(page));
    await expect.poll(async () => (await high('other')) === (await heights(page, 'other')).at(-1)).toBe(true);
    expect((await heights(page, 'liar')).length).toBeGreaterThan(0);
    expect(await high('liar')).toBeLessThan(100);
  });
}

test('the host sets, plays, pauses, seeks, begins again and asks', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('tromboning', 'seed=1')));
  const frame = await aliveIn(page);
  expect(await told(page, 'daybreak:ready')).toEqual([{ type: 'daybreak:ready', version: 1, sim: 'tromboning' }]);
  await set(page, { load: 0.5, theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await shown(page)).get('load')).toBe('0.5');
  await say(page, { type: 'daybreak:seek', t: 40 });
  expect((await shown(page)).get('t')).toMatch(/^40(~|$)/);
  await say(page, { type: 'daybreak:restart' });
  expect((await shown(page)).get('t')).toMatch(/^0(~|$)/);
  await set(page, { speed: 0.25 });
  for (const [play, pause] of [
    [{ type: 'daybreak:play' }, { type: 'daybreak:pause' }],
    ['slide:start', 'slide:stop'],
  ]) {
    await say(page, play);
    await expect(frame.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await say(page, pause);
    await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  }
  expect((await stateOf(page)).sim).toBe('tromboning');
});

test('a sleeping embed wakes when its host asks something of it', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('tromboning')));
  await expect.poll(() => last(page)).toBeGreaterThan(0);
  await say(page, 'slide:start');
  await aliveIn(page);
});

test('a message from any window but the parent is ignored', async ({ page }) => {
  const stranger =
    '<iframe id="stranger" srcdoc="<script>setInterval(() => { for (const data of [{type: `daybreak:seek`, t: 40}, {type: `daybreak:set`, params: {theme: `dark`}}, `slide:start`]) parent.frames[0].postMessage(data, `*`) }, 30)</script>"></iframe>';
  await openHost(page, frameOf(embedAddress('tromboning', 'seed=1')) + stranger);
  const frame = await aliveIn(page);
  await page.waitForTimeout(500);
  expect((await shown(page)).get('t') ?? '0').toMatch(/^0(~|$)/);
  await expect(frame.locator('html')).not.toHaveAttribute('data-theme');
});

test('a locked value is not changed by the host, by what was kept, nor unlocked', async ({ page }) => {
  await openHost(page, frameOf(commit));
  const frame = await aliveIn(page);
  const value = async () => (await shown(page)).get('commit');
  expect(await value()).toBe('4');
  await set(page, { commit: -1 });
  expect(await value()).toBe('4');
  await set(page, { lock: '', commit: -1 });
  expect(await value()).toBe('4');
  await set(page, { scenario: 'late', in: '0:commit:-1', seed: 4 });
  const now = await shown(page);
  expect([now.get('commit'), now.get('in'), now.get('seed')]).toEqual(['4', null, '4']);
  await expect(frame.locator('[data-set-by]')).toBeVisible();
});

test('what the learner does is told as an xAPI statement; what the host does is not', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('tromboning', 'seed=1')));
  const frame = await aliveIn(page);
  await set(page, { load: 0.5 });
  await stateOf(page);
  await page.waitForTimeout(600);
  expect(await told(page, 'daybreak:event')).toEqual([]);
  await frame.getByLabel('Place of the firewall').focus();
  await frame.getByLabel('Place of the firewall').selectOption({ index: 2 });
  await expect.poll(async () => (await told(page, 'daybreak:event')).length).toBe(1);
  const [event] = await told<{ sim: string; statement: { verb: { id: string }; object: { id: string } } }>(
    page,
    'daybreak:event',
  );
  expect(event!.sim).toBe('tromboning');
  expect(event!.statement.verb.id).toBe('http://adlnet.gov/expapi/verbs/interacted');
  expect(event!.statement.object.id).toContain('/embed/v1/tromboning/?');
  expect((await told(page, 'SPLICE.sendEvent')).length).toBe(1);
});

for (const [how, query] of [
  ['as it is', 'challenge=crashed'],
  ['that plays by itself', 'challenge=crashed&run=1'],
  ['with a value of the instructor’s', 'challenge=crashed&newest=1'],
  ['with a lock', 'challenge=crashed&newest=1&lock=newest'],
] as const) {
  test(`SPLICE: a won challenge is reported with score 1, and run and win are there at the next visit (${how})`, async ({
    page,
  }) => {
    await openHost(page, spliceHost + frameOf(embedAddress('incremental-ingestion', query)));
    const frame = await aliveIn(page);
    await say(page, { type: 'daybreak:restart' });
    // The author’s own way of winning, done by a hand.
    await frame.getByLabel('The checkpoint is saved').selectOption('with the load, in one transaction');
    await frame.getByLabel('Moment in the run').press('End');
    await expect.poll(async () => (await reports(page)).reported.at(-1)?.score).toBe(1);
    const { reported, broken } = await reports(page);
    expect(broken).toBe(0);
    const { state } = reported.at(-1)!;
    expect(state.tried).toMatchObject({ id: 'crashed', won: expect.any(Number) });
    await page.reload();
    await aliveIn(page);
    await expect
      .poll(async () => {
        const { score, state: now } = await stateOf(page);
        return { score, query: now.query, tried: now.tried };
      })
      .toEqual({ score: 1, query: state.query, tried: state.tried });
    await expect(frame.locator('.challenge:visible .said')).toContainText(/won/i);
  });
}

for (const [how, hash] of [
  ['as it is set up', ''],
  ['opened by a link that a learner shared', 'scenario=crashing&t=1000'],
] as const) {
  test(`SPLICE: where a learner is, is kept as it changes and is there at the next visit, with the score as it was (${how})`, async ({
    page,
  }) => {
    await openHost(page, spliceHost + frameOf(embedAddress('incremental-ingestion', 'challenge=crashed', hash)));
    const frame = await aliveIn(page);
    const load = frame.getByLabel('Load by', { exact: true });
    await load.selectOption('append');
    await frame.getByLabel('Moment in the run').fill('9000000');
    const lastRun = async () => new URLSearchParams((await reports(page)).reported.at(-1)?.state.query ?? '');
    await expect.poll(async () => (await lastRun()).get('t')).toBe('9000');
    const { reported, broken } = await reports(page);
    expect([broken, ...new Set(reported.map(({ score }) => score))]).toEqual([0, 0]);
    await page.reload();
    await aliveIn(page);
    await expect(load).toHaveValue('append');
    await expect(frame.getByLabel('Moment in the run')).toHaveValue('9000000');
  });
}

test('SPLICE: where nothing is asked, nothing is graded', async ({ page }) => {
  await openHost(page, spliceHost + frameOf(embedAddress('incremental-ingestion', 'scenario=crashing')));
  const frame = await aliveIn(page);
  await frame.getByLabel('Load by', { exact: true }).selectOption('append');
  await frame.getByLabel('Moment in the run').press('End');
  await expect.poll(async () => (await told(page, 'daybreak:event')).length).toBe(2);
  // Whoever leaves has told all there is to tell.
  await frame.locator('html').evaluate(() => dispatchEvent(new Event('pagehide')));
  expect((await stateOf(page)).score).toBeNull();
  expect((await reports(page)).reported).toEqual([]);
});

test('SPLICE: who leaves in the middle of it all is kept as well, and a win before is not lost by going on', async ({
  page,
}) => {
  const won = { version: 1, query: null, tried: { id: 'crashed', tries: 2, won: 1 } };
  const before = `<script>localStorage.state ??= ${JSON.stringify(JSON.stringify(won))}</script>`;
  await openHost(page, before + spliceHost + frameOf(embedAddress('incremental-ingestion', 'challenge=crashed')));
  const frame = await aliveIn(page);
  await expect(frame.locator('.challenge:visible .said')).toContainText('You won this before');
  await frame.getByLabel('Load by', { exact: true }).selectOption('append');
  // The tab is hidden before anything has rested.
  await frame.locator('html').evaluate(({ ownerDocument }) => {
    Object.defineProperty(ownerDocument, 'hidden', { value: true });
    ownerDocument.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await reports(page)).reported.at(-1)?.state.query).toContain('load:append');
  const { reported, broken } = await reports(page);
  expect(broken).toBe(0);
  expect(reported.map(({ score, state }) => [score, state.tried])).toEqual(reported.map(() => [1, won.tried]));
});

test('SPLICE: nothing is reported before the host has answered, lest it loses what it kept', async ({ page }) => {
  // It answers only when it is told to.
  const slow = spliceHost.replace('source.postMessage(', 'window.answer = () => source.postMessage(');
  const won = { version: 1, query: null, tried: { id: 'crashed', tries: 0, won: 1 } };
  const before = `<script>localStorage.state = ${JSON.stringify(JSON.stringify(won))}</script>`;
  await openHost(page, before + slow + frameOf(embedAddress('incremental-ingestion', 'challenge=crashed')));
  const frame = await aliveIn(page);
  await frame.getByLabel('Load by', { exact: true }).selectOption('append');
  await expect.poll(async () => (await told(page, 'daybreak:event')).length).toBe(1);
  await frame.locator('html').evaluate(() => dispatchEvent(new Event('pagehide')));
  await stateOf(page);
  expect((await reports(page)).reported).toEqual([]);
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect.poll(async () => (await reports(page)).reported.length).toBe(1);
  const { score, state } = (await reports(page)).reported[0]!;
  expect([score, state.tried?.won]).toEqual([1, 1]);
  expect(state.query).toContain('load:append');
});

test('SPLICE: a win is told before the host has answered, and with fewer acts at an earlier visit it stays so', async ({
  page,
}) => {
  const slow = spliceHost.replace('source.postMessage(', 'window.answer = () => source.postMessage(');
  const won = { version: 1, query: null, tried: { id: 'crashed', tries: 1, won: 1 } };
  // What it had kept is what it will answer with.
  const keeps = slow.replace('localStorage.state = JSON', 'localStorage.later = JSON');
  const before = `<script>localStorage.state = ${JSON.stringify(JSON.stringify(won))}</script>`;
  await openHost(
    page,
    before + keeps + frameOf(embedAddress('incremental-ingestion', 'challenge=crashed&newest=1&load=append')),
  );
  const frame = await aliveIn(page);
  await frame.getByLabel('Load by', { exact: true }).selectOption('merge');
  await frame.getByLabel('The checkpoint is saved').selectOption('with the load, in one transaction');
  await frame.getByLabel('Moment in the run').press('End');
  await expect
    .poll(async () => (await reports(page)).reported.at(-1))
    .toMatchObject({ score: 1, state: { tried: { won: 2 } } });
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect
    .poll(async () => (await reports(page)).reported.at(-1)?.state.tried)
    .toEqual({ id: 'crashed', tries: 1, won: 1 });
  await expect(frame.locator('.challenge:visible .said')).toContainText('Won. Par is 1; you needed 2.');
});

test('SPLICE: what a host kept that is no state of ours is ignored, and the embed works', async ({ page }) => {
  for (const kept of ['"x"', '{"version":9}', '{"version":1,"query":"scenario=%FF&in=;;","tried":{"id":7}}', '[]']) {
    await openHost(
      page,
      `<script>localStorage.state = ${JSON.stringify(kept)}</script>${spliceHost}${frameOf(commit)}`,
    );
    await aliveIn(page);
    expect((await shown(page)).get('commit')).toBe('4');
    expect((await stateOf(page)).state.tried).toBeNull();
  }
});

test('a host that never answers makes no difference', async ({ page }) => {
  await openHost(page, frameOf(embedAddress('incremental-ingestion', 'challenge=crashed')));
  const frame = await aliveIn(page);
  await frame.getByRole('button', { name: 'Next event' }).click();
  await expect(frame.locator('.log li button').first()).toBeVisible();
  const [asked] = await told<{ message_id: string }>(page, 'SPLICE.getState');
  expect(asked!.message_id).toMatch(/./);
});
