/**
 * The page of a lesson as its package holds it: the built HTML without what only a site can serve, with the places
 * where the package's own script (src/embed/package) puts the labs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { setUpBoot } from '../../embed/boot.ts';
import { labBoot } from '../../lab/boot.ts';
import { pack } from '../../lab/packing.ts';
import type { LabSettings } from '../../lab/settings.ts';
import { setUpFile } from '../../embed/with-set-up.ts';
import { fileOf, type Built } from '../page-files.ts';
import { islandProps } from './island-props.ts';
import type { PackedFiles } from './files.ts';
import type { PackagedLesson } from './lesson.ts';

interface Packaged {
  html: string;
  /** The styles of the page, addresses as in the site. */
  css: string;
}

export interface PackagedPageOptions {
  built: Built;
  files: PackedFiles;
  /** The simulation that has a scenario of this lesson. */
  simulationOf: (scenario: string) => string;
}

export function packagedPage(lesson: PackagedLesson, { built, files, simulationOf }: PackagedPageOptions): Packaged {
  const $ = load(lesson.html, { scriptingEnabled: false });
  const css = takeStyles($, built);
  dress($, lesson);
  for (const island of $('astro-island').toArray()) {
    const { settings, first } = islandProps($(island).attr('props') ?? '') as { settings: LabSettings; first: string };
    const place = $('<div></div>')
      .attr('data-island', simulationOf(settings.scenario))
      .attr('data-settings', pack(settings))
      .attr('data-first', first)
      .append($(island).contents());
    $(island).replaceWith(place);
  }
  benchElsewhere($, lesson);
  linkOutwards($, lesson);
  for (const name of ['src', 'srcset', 'href']) {
    for (const shown of $(`img[${name}], source[${name}], image[${name}]`).toArray())
      $(shown).attr(name, files.take($(shown).attr(name)!));
  }
  return { html: $.html(), css };
}

/** Takes the styles out of the page, in their order. */
function takeStyles($: CheerioAPI, built: Built): string {
  const sheets = $('link[rel=stylesheet], head > style').toArray();
  const css = sheets.map((sheet) => {
    const address = $(sheet).attr('href');
    return address === undefined ? $(sheet).text() : readFileSync(join(built.folder, fileOf(address, built)!), 'utf8');
  });
  $(sheets).remove();
  // A disk has no preloads, so here the fonts may come after the first paint.
  return css.join('\n').replaceAll('font-display:optional', 'font-display:fallback');
}

/** Head, header and foot of the package instead of the site's. */
function dress($: CheerioAPI, { slug, address }: PackagedLesson): void {
  $('script, template[data-warm], head link, head meta[property], head meta[http-equiv]').remove();
  $('head').append(
    $('<script></script>').text(`document.documentElement.dataset.js='';${labBoot}`),
    $('<link rel="stylesheet" href="lesson.css">'),
    $('<script></script>').attr('src', setUpFile),
    $('<script></script>').text(setUpBoot),
    $('<script src="lesson.js" defer></script>'),
  );
  // With the feed goes its neighbour, the way to the answers.
  $('.skip, .wrap > header nav, .theme, article .turn, .foot p:has(a[href$="rss.xml"])').remove();
  $('.brand').attr('href', address);
  $('.wrap > header .top').append('<p class="course" data-course role="status"></p>');
  // What counts is done, not ticked off; the lesson's script asks for its button all the same.
  $('.read-row').replaceWith(
    '<section class="counts needs-js" aria-labelledby="counts" data-counts><h2 class="k" id="counts">What counts</h2>' +
      '<div><ul></ul><p class="said"></p><button class="btn quiet" type="button" data-record>Download a record</button>' +
      '<button type="button" data-read hidden><span></span></button></div></section>',
  );
  for (const note of $('.predict .go > span').toArray())
    $(note).contents().first().replaceWith('A guess counts, right or wrong. ');
  $('article').attr('data-address', address).attr('data-lesson', slug);
}

/** The SQL bench is a database of 0.7 MB in a worker, which a page from a disk may not start. */
function benchElsewhere($: CheerioAPI, { address }: PackagedLesson): void {
  for (const bench of $('[data-bench]').toArray()) {
    $(bench).removeAttr('data-bench').find('.said, noscript').remove();
    const link = $('<a></a>')
      .attr('href', `${address}#${$(bench).attr('id')}`)
      .text('Open the bench in the lesson');
    $(bench)
      .find('.go')
      .removeClass('needs-js')
      .empty()
      .append($('<span></span>').append('The bench needs the site, where its database is. ', link, '.'));
  }
}

/** What leads out of the page leads to the site, and opens beside the course: in its frame it would end the session. */
function linkOutwards($: CheerioAPI, { address }: PackagedLesson): void {
  for (const link of $('a[href]').toArray()) {
    const href = $(link).attr('href')!;
    if (href.startsWith('#') || $(link).is('[data-moment]')) continue;
    $(link).attr({ href: new URL(href, address).href, target: '_blank', rel: 'noopener' });
  }
}
