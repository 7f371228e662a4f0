/**
 * `npm run soak`: ten minutes of scrubbing and branching in a real browser, and what is left in memory.
 *
 * Minutes may be given: `npm run soak -- 2`. The browser tests do 2,000 of each by the same steps.
 */
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumArgs, needChromium } from './browsers.ts';
import { servePages } from './pages-server.ts';
import { buildSite, defaultPlace } from './site-build.ts';

/** The labs that are soaked: one of each simulation, each with something that can be changed at any moment. */
export const soakedLabs = [
  { page: 'days/dark-deployments/', lab: 'week' },
  { page: 'days/tromboning/', lab: 'on-site' },
  { page: 'days/incremental-ingestion/', lab: 'traffic' },
] as const;

/** Opens a lesson with that lab alive and its engine room loaded. */
export async function openForSoak(page: Page, address: string, lab: string): Promise<void> {
  await page.goto(`${address}#${lab}`);
  const body = page.locator(`[data-lab="${lab}"]`);
  await body.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-lab="${lab}"][data-alive]`);
  await body.locator('.stage').focus();
  await page.waitForLoadState('networkidle');
}

/** Goes back and forth in the run and acts in its past, by the lab's own slider and controls; ends where it began. How often it acted. */
export async function soakLab(page: Page, lab: string, scrubs: number, branches: number): Promise<number> {
  return page.evaluate(
    async ({ lab, scrubs, branches }) => {
      const body = document.querySelector(`[data-lab="${lab}"]`)!;
      const slider = body.querySelector<HTMLInputElement>('input[aria-label="Moment in the run"]')!;
      const until = Number(slider.max);
      // A walk that is the same every time and visits everywhere: multiples of the golden ratio.
      let turn = 0;
      const somewhere = (): number => ((turn += 0.618034) % 1) * until;
      const settle = (): Promise<void> =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done();
          port2.postMessage(0);
        });
      const seek = async (timeUs: number): Promise<void> => {
        slider.value = String(timeUs);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await settle();
      };
      let acts = 0;
      for (let i = 0; i < scrubs; i += 1) await seek(somewhere());
      for (let i = 0; i < branches; i += 1) {
        await seek(until);
        await seek(somewhere());
        const range = body.querySelector<HTMLInputElement>('.control input[type="range"]');
        const choice = body.querySelector<HTMLSelectElement>('.control select');
        if (range && (i % 2 === 0 || !choice)) {
          const [min, max] = [Number(range.min), Number(range.max)];
          range.value = String(min + ((i * 0.618034) % 1) * (max - min));
          range.dispatchEvent(new Event('input', { bubbles: true }));
          acts += 1;
        } else if (choice) {
          choice.selectedIndex = (choice.selectedIndex + 1) % choice.options.length;
          choice.dispatchEvent(new Event('change', { bubbles: true }));
          acts += 1;
        }
        await settle();
      }
      // All that was done is cleared, so that memory is measured in the same state every time.
      [...body.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo all I did')?.click();
      await settle();
      await seek(0);
      return acts;
    },
    { lab, scrubs, branches },
  );
}

/** Megabytes in use after the browser has cleared away what nobody holds. */
export async function heapMB(devtools: CDPSession): Promise<number> {
  // A second time, for what only the first let go of.
  for (let i = 0; i < 2; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

async function soak(minutes: number): Promise<void> {
  if (!buildSite(defaultPlace)) throw new Error('The site could not be built; what is wrong is above.');
  const { url, close } = await servePages(defaultPlace.folder, defaultPlace.base, 4480);
  // Without compiled code, which grows with every hot path and would be counted as ours.
  const args = [...chromiumArgs, '--js-flags=--jitless'];
  const browser = await chromium.launch({ executablePath: await needChromium(), args });
  try {
    for (const { page: address, lab } of soakedLabs) {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      const devtools = await page.context().newCDPSession(page);
      await openForSoak(page, url + address, lab);
      await soakLab(page, lab, 100, 100);
      const before = await heapMB(devtools);
      const until = Date.now() + (minutes * 60_000) / soakedLabs.length;
      let rounds = 0;
      for (; Date.now() < until; rounds += 1) await soakLab(page, lab, 200, 200);
      const after = await heapMB(devtools);
      const grown = ((after / before - 1) * 100).toFixed(1);
      console.log(
        `${lab}: ${rounds * 200} scrubs, ${rounds * 200} branches; ${before.toFixed(2)} MB, then ${after.toFixed(2)} MB (${grown} %, wanted: at most 10 %); ${errors.length} errors ${errors[0] ?? ''}`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
    await close();
  }
}

if (import.meta.main) await soak(Number(process.argv[2] ?? 10));
