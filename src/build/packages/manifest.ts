/** The manifest of a SCORM 1.2 package: one lesson, one SCO. */
import type { PackagedLesson } from './lesson.ts';
import { element, xmlDocument } from './xml.ts';

/** The page that is launched. */
export const startPage = 'index.html';

/** `files` are the names of all other files of the zip. */
export function scormManifest({ slug, title, summary }: PackagedLesson, files: readonly string[]): string {
  const inLanguage = (text: string) => element('imsmd:langstring', { 'xml:lang': 'en' }, text);
  const lom = element(
    'imsmd:lom',
    {},
    element(
      'imsmd:general',
      {},
      element('imsmd:title', {}, inLanguage(title)),
      element('imsmd:language', {}, 'en'),
      element('imsmd:description', {}, inLanguage(summary)),
    ),
  );
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: `daybreak-${slug}`,
        version: '1.0',
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
        'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '1.2'), lom),
      element(
        'organizations',
        { default: 'daybreak' },
        element(
          'organization',
          { identifier: 'daybreak' },
          element('title', {}, title),
          element('item', { identifier: 'lesson', identifierref: 'page' }, element('title', {}, title)),
        ),
      ),
      element(
        'resources',
        {},
        element(
          'resource',
          { identifier: 'page', type: 'webcontent', 'adlcp:scormtype': 'sco', href: startPage },
          ...[...files].sort().map((href) => element('file', { href })),
        ),
      ),
    ),
  );
}
