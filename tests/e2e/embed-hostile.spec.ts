/** Hosts and addresses that a vandal made, through the real parse-and-apply of one open page. */
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { hostilePairs } from '../engine/hostile-links.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { simulation as ingestion } from '../../src/sims/incremental-ingestion/index.ts';
import { aliveIn, embedAddress, frameOf, openHost, say, shown, stateOf } from './embedding.ts';
import { sites } from './sites.ts';
import { watch } from './watch.ts';

const simulation = ingestion as unknown as AnySimulation;
/** Text that would do something if it ever became markup or an address. */
const markup = '<img src=x onerror="top.location=`about:blank`"><script>top.location=`about:blank`</script>';
const set = 'scenario=late&commit=4&lock=commit';
const seed = 7;

const text = fc.oneof(
  fc.constantFrom(markup, 'javascript:top.location=`about:blank`', '__proto__', 'all', '', 'late', 'margin'),
  fc.string({ unit: 'binary' }),
);
const named = fc.tuple(
  fc.constantFrom(
    'commit',
    'lock',
    'theme',
    'controls',
    'show',
    'hide',
    'speed',
    'motion',
    'challenge',
    'run',
    'vs.commit',
  ),
  fc.oneof(text, fc.double().map(String)),
);
const params = fc
  .tuple(hostilePairs(simulation), fc.array(named, { maxLength: 4 }))
  .map((pairs): Record<string, string> => Object.fromEntries(pairs.flat()));
const messages = fc.oneof(
  fc.jsonValue(),
  text,
  fc.record({
    type: fc.constantFrom('set', 'seek', 'play', 'pause', 'restart', 'getState', 'x').map((kind) => `daybreak:${kind}`),
    t: fc.oneof(fc.double(), text),
    params: fc.oneof(fc.jsonValue(), fc.dictionary(text, text)),
  }),
  fc.record({ subject: text, message_id: text, state: fc.jsonValue() }),
);

/** Says it all to the embed, a hundred at a time, and waits until each hundred has been heard. */
async function flood(page: Page, all: readonly unknown[]): Promise<void> {
  for (let first = 0; first < all.length; first += 100) {
    await page.evaluate(
      (some) => {
        const { contentWindow } = document.querySelector<HTMLIFrameElement>('#embed')!;
        for (const data of some) contentWindow!.postMessage(data, '*');
        (window as unknown as { heard: unknown[] }).heard.length = 0;
      },
      all.slice(first, first + 100),
    );
    await stateOf(page);
  }
}

for (const [what, made] of [
  ['messages', (): unknown[] => fc.sample(messages, { numRuns: 10_000, seed })],
  [
    'sets of parameters',
    (): unknown[] =>
      fc.sample(params, { numRuns: 10_000, seed }).map((each) => ({ type: 'daybreak:set', params: each })),
  ],
] as const) {
  test(`10,000 ${what} of a hostile host leave one open embed whole`, async ({ page }) => {
    // The work of many minutes; what is counted is never time.
    test.setTimeout(900_000);
    const seen = await watch(page, sites.project.origin);
    await openHost(page, frameOf(embedAddress('incremental-ingestion', set)));
    const frame = await aliveIn(page);
    const home = page.url();
    const strangers = () => frame.locator('iframe, object, embed, [onerror], main script, .notices img').count();
    await flood(page, made());
    const now = await shown(page);
    if (now.get('scenario') !== 'late') expect(now.get('commit')).toBe('4');
    expect(await strangers()).toBe(0);
    expect(page.url()).toBe(home);
    expect(seen.errors).toEqual([]);
    // The lock holds in the scenario it was made for, and the page still works.
    await say(page, {
      type: 'daybreak:set',
      params: { scenario: 'late', commit: -1, theme: 'light', hide: '', controls: 'full' },
    });
    expect((await shown(page)).get('commit')).toBe('4');
    await say(page, { type: 'daybreak:restart' });
    await frame.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(async () => (await shown(page)).get('t')).not.toBe('0');
    expect(seen.errors).toEqual([]);
  });
}

test('100 frames with hostile addresses come alive, throw nothing and stay where they are', async ({ page }) => {
  test.setTimeout(900_000);
  const seen = await watch(page, sites.project.origin);
  const queries = fc.sample(params, { numRuns: 100, seed });
  for (const [i, query] of queries.entries()) {
    const address = embedAddress(
      'incremental-ingestion',
      String(new URLSearchParams({ lock: 'commit', ...query, x: markup })),
    );
    await page.goto('about:blank');
    await page.goto(i % 2 ? `${address}#${markup}` : address);
    await expect(page.locator('[data-lab]')).toHaveAttribute('data-alive', '');
    await expect(page.getByLabel('Moment in the run')).toHaveAttribute('aria-valuetext', /./);
    expect(await page.locator('iframe, object, embed, [onerror], main script, .notices img').count()).toBe(0);
    expect(page.url()).toContain('/embed/v1/incremental-ingestion/');
  }
  expect(seen.errors).toEqual([]);
});
