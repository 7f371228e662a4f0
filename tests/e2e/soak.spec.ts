/** What ten minutes of play leave behind, shortened: 2,000 scrubs and 2,000 branches. The long one is `npm run soak`. */
import { expect, test } from '@playwright/test';
import { heapMB, openForSoak, soakedLabs, soakLab } from '../../src/build/soak.ts';
import { sites } from './sites.ts';

const each = Math.ceil(2000 / soakedLabs.length);

for (const { page: address, lab } of soakedLabs) {
  test(`${each} scrubs and ${each} branches in “${lab}” leave memory where it was`, async ({ page }) => {
    test.setTimeout(600_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const devtools = await page.context().newCDPSession(page);
    await openForSoak(page, sites.project.url + address, lab);
    // The first acts fill what is kept on purpose, six futures and thirty steps of undo, and let the browser compile.
    await soakLab(page, lab, 300, 300);
    const before = await heapMB(devtools);
    expect(await soakLab(page, lab, each, each)).toBe(each);
    expect(errors).toEqual([]);
    expect((await heapMB(devtools)) / before).toBeLessThan(1.1);
  });
}
