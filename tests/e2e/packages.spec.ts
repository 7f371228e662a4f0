/** The packages of the built sites, as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { sites } from './sites.ts';

for (const { folder, base } of Object.values(sites)) {
  test(`the packages of a site at ${base}: every file is in the manifest, none is missing, all are below 600 kB`, () => {
    for (const name of readdirSync(join(folder, 'days'))) {
      const zipped = readFileSync(join(folder, 'downloads', `${name}-scorm12.zip`));
      expect(zipped.length).toBeLessThan(600_000);
      const held = unzipSync(new Uint8Array(zipped));
      const $ = load(strFromU8(held['imsmanifest.xml']!), { xml: true });
      const listed = $('file')
        .toArray()
        .map((file) => $(file).attr('href')!);
      expect(listed).toEqual(
        Object.keys(held)
          .filter((file) => file !== 'imsmanifest.xml')
          .sort(),
      );
      expect($('resource').attr('href')).toBe('index.html');
      // What the page asks for is beside it, and what it links to is the site or itself.
      const page = load(strFromU8(held['index.html']!), { scriptingEnabled: false });
      for (const name of ['src', 'srcset', 'href']) {
        const shown = page(`script[${name}], img[${name}], source[${name}], image[${name}], link[${name}]`).toArray();
        for (const each of shown) expect(Object.keys(held)).toContain(page(each).attr(name)!.replace(/#.*/, ''));
      }
      for (const link of page('a[href]').toArray()) expect(page(link).attr('href')).toMatch(/^(#|\?lab=|https?:\/\/)/);
      expect(page('astro-island, script[type=module], meta[http-equiv], [data-bench]').length).toBe(0);
      const text = strFromU8(held['index.html']!) + strFromU8(held['lesson.css']!);
      if (base !== '/') expect(text).not.toMatch(new RegExp(`["'(]${base}`));
    }
  });

  test(`the cartridge of a site at ${base} links to each day with its absolute address`, () => {
    const held = unzipSync(new Uint8Array(readFileSync(join(folder, 'downloads', 'daybreak.imscc'))));
    const $ = load(strFromU8(held['imsmanifest.xml']!), { xml: true });
    const listed = $('resource > file')
      .toArray()
      .map((file) => $(file).attr('href')!);
    expect([...listed, 'imsmanifest.xml'].sort()).toEqual(Object.keys(held).sort());
    const addresses = listed.map((file) => load(strFromU8(held[file]!), { xml: true })('webLink > url').attr('href'));
    expect(addresses).toEqual(
      ['dark-deployments', 'tromboning', 'incremental-ingestion'].map(
        (day) => `http://localhost:4321${base}days/${day}/`,
      ),
    );
  });
}
