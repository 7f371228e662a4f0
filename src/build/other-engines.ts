/** A page in the engines that Playwright does not drive here: Firefox as it is installed, and WebKitGTK. */
import { spawn } from 'node:child_process';
import type { WebKit } from './browsers.ts';

/** Opens pages in one engine: `ask` is an expression for the page, asked until it has a value. */
export type Look = (url: string, ask: string) => Promise<unknown>;

/** A slow machine takes its time to start a browser. */
const WAITS_MS = 60_000;
const ASKS_EVERY_MS = 100;

async function until(what: string, ask: () => Promise<unknown>): Promise<unknown> {
  for (const begun = Date.now(); Date.now() - begun < WAITS_MS;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((done) => setTimeout(done, ASKS_EVERY_MS));
  }
  throw new Error(`${what} did not answer within ${WAITS_MS / 1000} seconds.`);
}

/** In the Firefox of that path. */
export function inFirefox(executablePath: string): Look {
  return async (url, ask) => {
    const { launch } = await import('puppeteer-core');
    const browser = await launch({ browser: 'firefox', executablePath, headless: true });
    try {
      const page = await browser.newPage();
      await page.goto(url);
      return await until('The page in Firefox', () => page.evaluate(ask));
    } finally {
      await browser.close();
    }
  };
}

/** In WebKit, which is driven by the WebDriver protocol itself: three requests need no library. */
export function inWebKit({ driver, browser, xvfb }: WebKit): Look {
  return async (url, ask) => {
    const display = `:${90 + (process.pid % 900)}`;
    const address = `http://127.0.0.1:${20_000 + (process.pid % 10_000)}`;
    const env = {
      ...process.env,
      DISPLAY: display,
      // WebKit's own sandbox cannot start as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_FORCE_SANDBOX: '0',
    };
    const say = async (path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<unknown> => {
      const answer = await fetch(address + path, { method, body: body ? JSON.stringify(body) : undefined });
      const { value } = (await answer.json()) as { value: unknown };
      if (!answer.ok) throw new Error(`WebKitWebDriver refused ${path}: ${JSON.stringify(value)}`);
      return value;
    };
    // Each is ended by its own id.
    const helpers = [
      spawn(xvfb, [display, '-screen', '0', '800x600x24'], { stdio: 'ignore', env }),
      spawn(driver, [`--port=${new URL(address).port}`], { stdio: 'ignore', env }),
    ];
    try {
      await until('WebKitWebDriver', () =>
        say('/status').then(
          () => true,
          () => null,
        ),
      );
      const options = { binary: browser, args: ['--automation'] };
      const { sessionId } = (await say('/session', {
        capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
      })) as { sessionId: string };
      const session = `/session/${sessionId}`;
      await say(`${session}/url`, { url });
      const found = await until('The page in WebKit', () =>
        say(`${session}/execute/sync`, { script: `return ${ask}`, args: [] }),
      );
      await say(session, undefined, 'DELETE');
      return found;
    } finally {
      for (const helper of helpers) helper.kill();
    }
  };
}
