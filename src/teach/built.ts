/** Which parts of the public contract are built with this site: a page never links to what is not there. */
import { existsSync, readdirSync } from 'node:fs';

/** Read from the project's root, where the site is built. */
export const isBuilt = {
  /** The figures alone, for other people's pages. */
  embeds: existsSync('src/pages/embed/v1'),
  /** The files for an LMS. */
  packages: readdirSync('src/build').some((name) => name.startsWith('packages')),
};
