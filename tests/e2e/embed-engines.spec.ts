/** The same embed in the other engines, where the machine has them. */
import { expect, test } from '@playwright/test';
import { findFirefox, findWebKit } from '../../src/build/browsers.ts';
import { inFirefox, inWebKit } from '../../src/build/other-engines.ts';
import { embedAddress } from './embedding.ts';

const address = embedAddress('incremental-ingestion', 'scenario=late&commit=4&lock=commit&moon=1&theme=dark');
/** What the embed shows once it is alive, as one text. */
const look =
  "document.querySelector('[data-lab][data-alive]') && document.querySelector('[data-said] li') && document.querySelector('.drawing svg') ? " +
  "[document.documentElement.dataset.theme, document.querySelector('[data-said] li').textContent, document.querySelector('[data-set-by]').hidden].join('; ') : null";
const expected = 'dark; The link says "moon", which is unknown here and was left out.; false';

test('Firefox', async () => {
  const firefox = findFirefox();
  test.skip(firefox === null, 'There is no Firefox here, and apt-get could not bring it.');
  expect(await inFirefox(firefox!)(address, look)).toBe(expected);
});

test('WebKit', async () => {
  const webKit = findWebKit();
  test.skip(webKit === null, 'There is no WebKit here, and apt-get could not bring it.');
  expect(await inWebKit(webKit!)(address, look)).toBe(expected);
});
