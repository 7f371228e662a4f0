/** What a page does behind the reader's back: collected from before its first byte. */
import { expect, type Page } from '@playwright/test';

/** What Chromium tells of a layout shift (Layout Instability API). */
interface LayoutShift {
  value: number;
  sources: { node: Node | null }[];
}

export interface Watched {
  /** Requests to any other origin. */
  strangers: string[];
  /** Answers of 400 and above. */
  failures: string[];
  /** Console errors, uncaught errors and CSP violations. */
  errors: string[];
}

export async function watch(page: Page, origin: string): Promise<Watched> {
  const seen: Watched = { strangers: [], failures: [], errors: [] };
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && new URL(request.url()).origin !== origin)
      seen.strangers.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failures.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { layoutShifts: shifts });
    const name = (node: Node | null): string =>
      node instanceof Element
        ? `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`
        : String(node?.nodeName);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
        shifts.push(`${entry.value.toFixed(4)} by ${entry.sources.map(({ node }) => name(node)).join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`);
    });
  });
  return seen;
}

/** Every layout shift so far, with what moved. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { layoutShifts: string[] }).layoutShifts);
}

/** Scrolls through the page a screen at a time, as a reader does, until every island is alive. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const step = window.innerHeight * 0.8;
    for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
      window.scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 40));
    }
  });
  // On a busy machine a quick scroll may pass an island between two looks of its observer: go back to it.
  const asleep = () =>
    page.evaluate(() => {
      const island = document.querySelector('astro-island[ssr]');
      island?.firstElementChild?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return island?.outerHTML.slice(0, 400) ?? 'all awake';
    });
  await expect.poll(asleep, { timeout: 60_000 }).toBe('all awake');
  await page.waitForLoadState('networkidle');
}
