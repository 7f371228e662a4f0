/** All days as an IMS Common Cartridge 1.1: web links, for a course that keeps its readers on the site. */
import type { PackagedLesson } from './lesson.ts';
import { element, xmlDocument } from './xml.ts';

const linkFile = ({ slug }: PackagedLesson): string => `days/${slug}.xml`;
const named = ({ day, title }: PackagedLesson): string => `Day ${day}: ${title}`;

/** The files of the cartridge, by their names. */
export function cartridgeFiles(lessons: readonly PackagedLesson[]): Record<string, string> {
  const links = lessons.map((lesson) => [linkFile(lesson), webLink(lesson)] as const);
  return { 'imsmanifest.xml': cartridgeManifest(lessons), ...Object.fromEntries(links) };
}

function webLink(lesson: PackagedLesson): string {
  return xmlDocument(
    element(
      'webLink',
      { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1' },
      element('title', {}, named(lesson)),
      element('url', { href: lesson.address, target: '_blank' }),
    ),
  );
}

function cartridgeManifest(lessons: readonly PackagedLesson[]): string {
  const lom = (...children: Parameters<typeof element>[2][]) =>
    element('lomimscc:lom', {}, element('lomimscc:general', {}, ...children));
  const text = (name: string, words: string) =>
    element(name, {}, element('lomimscc:string', { language: 'en' }, words));
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: 'daybreak-cartridge',
        xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
        'xmlns:lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest',
      },
      element(
        'metadata',
        {},
        element('schema', {}, 'IMS Common Cartridge'),
        element('schemaversion', {}, '1.1.0'),
        lom(
          text('lomimscc:title', 'Daybreak'),
          element('lomimscc:language', {}, 'en'),
          text('lomimscc:description', 'One system-design idea a day, taught by letting you run it and break it.'),
        ),
      ),
      element(
        'organizations',
        {},
        element(
          'organization',
          { identifier: 'daybreak', structure: 'rooted-hierarchy' },
          element(
            'item',
            { identifier: 'days' },
            ...lessons.map((lesson) =>
              element(
                'item',
                { identifier: `item-${lesson.slug}`, identifierref: `link-${lesson.slug}` },
                element('title', {}, named(lesson)),
              ),
            ),
          ),
        ),
      ),
      element(
        'resources',
        {},
        ...lessons.map((lesson) =>
          element(
            'resource',
            { identifier: `link-${lesson.slug}`, type: 'imswl_xmlv1p1' },
            element('file', { href: linkFile(lesson) }),
          ),
        ),
      ),
    ),
  );
}
