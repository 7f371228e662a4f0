import { load, type CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { cartridgeFiles } from '../../src/build/packages/cartridge.ts';
import type { PackagedLesson } from '../../src/build/packages/lesson.ts';
import { scormManifest } from '../../src/build/packages/manifest.ts';

const lesson = (slug: string, day: number): PackagedLesson => ({
  slug,
  day,
  title: `Fast & <${slug}>`,
  summary: 'It says "no", twice.',
  simulations: [slug],
  address: `https://example.org/x/days/${slug}/`,
  html: '',
});
const children = ($: CheerioAPI, of: string): string[] =>
  $(of)
    .children()
    .toArray()
    .map(({ name }) => name);

describe('the manifest of a package, by the SCORM 1.2 content aggregation model', () => {
  const $ = load(scormManifest(lesson('queues', 4), ['index.html', 'files/a.svg', 'lesson.js']), { xml: true });

  test('says what it is, in the names and in the order of the schema', () => {
    expect($('manifest').attr()).toMatchObject({
      identifier: 'daybreak-queues',
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    });
    expect(children($, 'manifest')).toEqual(['metadata', 'organizations', 'resources']);
    expect(children($, 'manifest > metadata')).toEqual(['schema', 'schemaversion', 'imsmd:lom']);
    expect($('schema').text()).toBe('ADL SCORM');
    expect($('schemaversion').text()).toBe('1.2');
  });

  test('has one organisation, the default, whose one item leads to the one SCO', () => {
    expect($('organizations').attr('default')).toBe($('organization').attr('identifier'));
    expect($('organization > title').text()).toBe('Fast & <queues>');
    expect(children($, 'item')).toEqual(['title']);
    expect($('item').attr('identifierref')).toBe($('resource').attr('identifier'));
    expect($('resource').attr()).toMatchObject({ type: 'webcontent', 'adlcp:scormtype': 'sco', href: 'index.html' });
  });

  test('lists the files it is given, the launched one among them', () => {
    const listed = $('resource > file').toArray();
    expect(listed.map((file) => $(file).attr('href'))).toEqual(['files/a.svg', 'index.html', 'lesson.js']);
  });

  test('every identifier is there once, and is an XML name', () => {
    const identifiers = $('[identifier]').toArray();
    const names = identifiers.map((each) => $(each).attr('identifier')!);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/);
  });
});

describe('the cartridge, by IMS Common Cartridge 1.1', () => {
  const files = cartridgeFiles([lesson('queues', 4), lesson('retries', 5)]);
  const $ = load(files['imsmanifest.xml']!, { xml: true });

  test('says its version, and has one rooted tree with the days as its leaves', () => {
    expect($('manifest').attr('xmlns')).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1');
    expect($('schema').text()).toBe('IMS Common Cartridge');
    expect($('schemaversion').text()).toBe('1.1.0');
    expect($('organization').attr('structure')).toBe('rooted-hierarchy');
    expect($('organization > item').length).toBe(1);
    const titles = $('organization > item > item > title').toArray();
    expect(titles.map((title) => $(title).text())).toEqual(['Day 4: Fast & <queues>', 'Day 5: Fast & <retries>']);
  });

  test('each leaf is a web link with the absolute address of its day', () => {
    for (const leaf of $('item > item').toArray()) {
      const resource = $(`resource[identifier="${$(leaf).attr('identifierref')}"]`);
      expect(resource.attr('type')).toBe('imswl_xmlv1p1');
      const link = load(files[resource.find('file').attr('href')!]!, { xml: true });
      expect(link('webLink').attr('xmlns')).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1');
      expect(children(link, 'webLink')).toEqual(['title', 'url']);
      expect(link('url').attr('href')).toMatch(/^https:\/\/example\.org\/x\/days\/(queues|retries)\/$/);
    }
  });
});
