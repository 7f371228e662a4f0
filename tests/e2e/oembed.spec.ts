/**
 * Somebody else's consumer of oEmbed 1.0 finds our figures: @extractus/oembed-extractor, which does not know this site
 * and so has only the address it is given. Its own code asks, reads and follows the link; the fetch it is handed lets
 * the origin the site was built for answer as our server does.
 */
import { extract } from '@extractus/oembed-extractor';
import { load } from 'cheerio';
import { expect, test } from '@playwright/test';
import { openHost, serveBuiltOrigin } from './embedding.ts';
import { builtOrigin, embedPages, sitemapPages, sites } from './sites.ts';

const site = sites.project;
const published = `${builtOrigin}${site.base}`;
const asServed = (address: string): Promise<Response> => fetch(address.replace(builtOrigin, site.origin));

const lessons = sitemapPages(site).filter((page) => page.startsWith('days/'));
const found = (page: string) => extract(`${published}${page}`, {}, asServed);

test('every embed and every lesson is asked for', () => {
  expect(embedPages(site)).toHaveLength(6);
  expect(lessons).toHaveLength(3);
});

for (const page of [...embedPages(site), ...lessons]) {
  test(`${page} is found through its link, and is all that oEmbed 1.0 asks of "rich"`, async () => {
    const { method, version, type, title, provider_name, provider_url, width, height, html } = await found(page);
    expect({ method, version, type }).toEqual({ method: 'auto-discovery', version: '1.0', type: 'rich' });
    expect({ provider_name, provider_url }).toEqual({ provider_name: 'Daybreak', provider_url: published });
    for (const size of [width, height]) expect(Number.isInteger(size) && Number(size) > 0, String(size)).toBe(true);
    // Markup that stands alone: one frame, with nothing in it or beside it.
    const $ = load(String(html), null, false);
    expect(
      $.root()
        .contents()
        .toArray()
        .map((node) => node.type === 'tag' && node.name),
    ).toEqual(['iframe']);
    const frame = $('iframe');
    expect(frame.contents()).toHaveLength(0);
    expect(frame.attr()).toMatchObject({ title, width: String(width), height: String(height) });
    expect(title).toMatch(/\S/);
    const shown = await asServed(frame.attr('src')!);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toContain('text/html');
  });
}

test('an address that sets a figure up is found too; the frame shows the figure as it is', async () => {
  const plain = await found('embed/v1/tromboning/');
  expect(await found('embed/v1/tromboning/?scenario=headquarters')).toEqual(plain);
});

test('what the consumer was given for a lesson is put into a page of another origin, and the figure runs there', async ({
  page,
}) => {
  await serveBuiltOrigin(page);
  await openHost(page, String((await found('days/tromboning/'))['html']));
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start' }).click();
  await expect(frame.locator('[data-lab]')).toHaveAttribute('data-alive', '');
});
