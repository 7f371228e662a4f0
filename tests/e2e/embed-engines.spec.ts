/** The same embed in the other engines, where the machine has them. */
import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { findFirefox, findWebKit } from '../../src/build/browsers.ts';
import { embedAddress } from './embedding.ts';

const address = embedAddress('incremental-ingestion', 'scenario=late&commit=4&lock=commit&moon=1&theme=dark');
/** What the embed shows once it is alive, as one text. */
const look =
  "document.querySelector('[data-lab][data-alive]') && document.querySelector('[data-said] li') && document.querySelector('.drawing svg') ? " +
  "[document.documentElement.dataset.theme, document.querySelector('[data-said] li').textContent, document.querySelector('[data-set-by]').hidden].join('; ') : null";
const expected = 'dark; The link says "moon", which is unknown here and was left out.; false';

test('Firefox', async () => {
  const executablePath = findFirefox();
  test.skip(executablePath === null, 'There is no Firefox here, and apt-get could not bring it.');
  const browser = await launch({ browser: 'firefox', executablePath: executablePath!, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await expect.poll(() => page.evaluate(look), { timeout: 60_000 }).toBe(expected);
  } finally {
    await browser.close();
  }
});

test('WebKit', async () => {
  const webKit = findWebKit();
  test.skip(webKit === null, 'There is no WebKit here, and apt-get could not bring it.');
  const { driver, browser, xvfb } = webKit!;
  const display = `:${1000 + (process.pid % 900)}`;
  const driverAt = `http://127.0.0.1:${31_000 + (process.pid % 10_000)}`;
  // WebKit's own sandbox cannot start as root.
  const env = {
    ...process.env,
    DISPLAY: display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_FORCE_SANDBOX: '0',
  };
  const helpers = [
    spawn(xvfb, [display, '-screen', '0', '800x600x24'], { stdio: 'ignore' }),
    spawn(driver, [`--port=${new URL(driverAt).port}`], { stdio: 'ignore', env }),
  ];
  const ask = async (path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<unknown> => {
    const answer = await fetch(driverAt + path, { method, ...(body && { body: JSON.stringify(body) }) });
    return ((await answer.json()) as { value: unknown }).value;
  };
  try {
    await expect
      .poll(
        () =>
          ask('/status').then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    const options = { binary: browser, args: ['--automation'] };
    const { sessionId } = (await ask('/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    await ask(`${session}/url`, { url: address });
    await expect
      .poll(() => ask(`${session}/execute/sync`, { script: `return ${look}`, args: [] }), { timeout: 60_000 })
      .toBe(expected);
    await ask(session, undefined, 'DELETE');
  } finally {
    for (const helper of helpers) helper.kill();
  }
});
