/** What a lab costs while it runs, with the processor slowed down four times. */
import { chromium, type Browser, type CDPSession } from '@playwright/test';
import { chromiumArgs, needChromium } from '../browsers.ts';
import { median, type Row } from './engine.ts';

const SECONDS = 4;

async function counters(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics } = (await devtools.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function measureLab(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const lab = page.locator('astro-island', { has: page.getByRole('button', { name: 'Play', exact: true }) }).first();
  const play = lab.getByRole('button', { name: 'Play', exact: true });
  await play.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('astro-island:not([ssr])') !== null);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await play.click();
  const before = await counters(devtools);
  const gaps = await page.evaluate(async (milliseconds) => {
    const gaps: number[] = [];
    const began = performance.now();
    for (let last = began; last - began < milliseconds;) {
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      gaps.push(now - last);
      last = now;
    }
    return gaps.slice(1);
  }, SECONDS * 1000);
  const after = await counters(devtools);
  await page.close();
  const per = (name: string): number => ((after[name] ?? 0) - (before[name] ?? 0)) / gaps.length;
  const dropped = gaps.filter((gap) => gap > 1.5 * median(gaps)).length / gaps.length;
  const value = `script ${(per('ScriptDuration') * 1000).toFixed(2)} ms, layouts ${per('LayoutCount').toFixed(2)} a frame; ${gaps.length} frames, ${(dropped * 100).toFixed(1)} % late`;
  return [{ what: `lab at 4x, ${new URL(url).pathname}`, value, wanted: '8 ms, 1 layout, 1 %' }];
}

/** One row for the first lab of each page. */
export async function labRows(urls: readonly string[]): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: await needChromium(), args: chromiumArgs });
  try {
    const rows: Row[] = [];
    for (const url of urls) rows.push(...(await measureLab(browser, url)));
    return rows;
  } finally {
    await browser.close();
  }
}
