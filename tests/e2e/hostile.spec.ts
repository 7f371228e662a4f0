/** Links that a vandal, an old page or a mail program made, through the code a reader's click goes through. */
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { hostilePairs } from '../engine/hostile-links.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { readRunLink } from '../../src/engine/run-link.ts';
import { simulation as dark } from '../../src/sims/dark-deployments/index.ts';
import { simulation as ingestion } from '../../src/sims/incremental-ingestion/index.ts';
import { simulation as tromboning } from '../../src/sims/tromboning/index.ts';
import { watch } from './watch.ts';
import { sites } from './sites.ts';

/** Text that would do something if it ever became markup. */
const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** A link, and what the lab must show for it: the moment, and how many sentences about what could not be used. */
interface Hostile {
  href: string;
  timeUs: number;
  notices: number;
}

function hostileLinks({ simulation, lab, scenario }: (typeof labs)[number], count: number): Hostile[] {
  const pairs = fc.sample(hostilePairs(simulation), { numRuns: count, seed: 7 });
  return pairs.map((list, i) => {
    const query = new URLSearchParams([['lab', lab], ...list]);
    if (i % 5 === 0) query.append(['scenario', 'in', 't', markup][(i / 5) % 4]!, markup);
    const href = `?${query}#${lab}`;
    const { moment, notices } = readRunLink(simulation, new URLSearchParams(href.split('#')[0]), scenario);
    return { href, timeUs: moment?.timeUs ?? 0, notices: notices.length };
  });
}

/** Clicks each link in the open page, and says what was wrong with the lab afterwards. */
async function clickAll(page: Page, lab: string, links: readonly Hostile[]): Promise<string[]> {
  return page.evaluate(
    async ({ lab, links }) => {
      const body = document.querySelector<HTMLElement>(`[data-lab="${lab}"]`)!;
      const slider = body.querySelector<HTMLInputElement>('input[aria-label="Moment in the run"]')!;
      const link = document.createElement('a');
      link.dataset['moment'] = '';
      document.querySelector('[data-lesson]')!.append(link);
      const strangers = () => document.querySelectorAll('img, iframe, object, [onerror]').length;
      const title = document.title;
      const before = strangers();
      const wrong: string[] = [];
      for (const { href, timeUs, notices: expected } of links) {
        link.href = href;
        link.click();
        const told = () => [...body.querySelectorAll('.notices li')].map(({ textContent }) => textContent);
        // The first link waits for what follows links; the others for a turn or two.
        for (let turn = 0; turn < 500; turn += 1) {
          await new Promise((done) => setTimeout(done));
          if (Number(slider.value) === timeUs && told().length === expected) break;
        }
        const at = Number(slider.value);
        const now = slider.getAttribute('aria-valuetext') ?? '';
        const notices = told();
        const isWrong =
          at !== timeUs ||
          notices.length !== expected ||
          /undefined|NaN|null/.test(now) ||
          now === '' ||
          notices.some((notice) => !/\.$/.test(notice.trim())) ||
          body.querySelector('.drawing svg') === null ||
          strangers() !== before ||
          document.title !== title;
        if (isWrong) wrong.push(`${href}: ${at} for ${timeUs}, ${now}, ${expected}: ${notices.join(' | ')}`);
      }
      return wrong;
    },
    { lab, links },
  );
}

const labs = [
  {
    page: 'days/tromboning/',
    lab: 'slide',
    scenario: 'headquarters',
    simulation: tromboning as unknown as AnySimulation,
    count: 6000,
  },
  {
    page: 'days/dark-deployments/',
    lab: 'morning',
    scenario: 'big-bang',
    simulation: dark as unknown as AnySimulation,
    count: 2000,
  },
  {
    page: 'days/incremental-ingestion/',
    lab: 'traffic',
    scenario: 'traffic',
    simulation: ingestion as unknown as AnySimulation,
    count: 2000,
  },
];

for (const each of labs) {
  const { page: address, lab, count } = each;
  test(`${count} hostile links followed in one open page leave “${lab}” whole each time`, async ({ page }) => {
    // The work of many minutes; what is counted is never time.
    test.setTimeout(900_000);
    const seen = await watch(page, sites.project.origin);
    await page.goto(`${address}#${lab}`);
    const body = page.locator(`[data-lab="${lab}"]`);
    await body.scrollIntoViewIfNeeded();
    await expect(body).toHaveAttribute('data-alive', '');
    await body.locator('.stage').focus();
    await page.waitForLoadState('networkidle');
    expect((await clickAll(page, lab, hostileLinks(each, count))).slice(0, 5)).toEqual([]);
    expect(seen.errors).toEqual([]);
    // And the lab still plays.
    await body.getByRole('button', { name: 'Next event' }).click();
    await expect(body.locator('.log li button').first()).toBeVisible();
  });
}

test('100 pages opened from hostile links show a lab and throw nothing', async ({ page }) => {
  test.setTimeout(900_000);
  const seen = await watch(page, sites.project.origin);
  const { page: address, lab } = labs[0]!;
  for (const { href } of hostileLinks(labs[0]!, 100)) {
    await page.goto('about:blank');
    await page.goto(address + href);
    const body = page.locator(`[data-lab="${lab}"]`);
    await body.scrollIntoViewIfNeeded();
    await expect(body).toHaveAttribute('data-alive', '');
    await expect(body.getByLabel('Moment in the run')).toHaveAttribute('aria-valuetext', /^[\d,.]+ (ms|s)$/);
    expect(await page.locator('img, iframe').count()).toBe(0);
  }
  expect(seen.errors).toEqual([]);
});
