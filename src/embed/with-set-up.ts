/**
 * An instructor's set-up in the package of a lesson: one file of the zip, which every package has.
 *
 * The manifest lists that file already, so it stays right.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zip } from './zip.ts';

/** The one lab a package shows, and how it is set up. */
export interface PackageSetUp {
  /** The folder of the simulation. */
  simulation: string;
  /** As in an address, without '?': scenario=…&lock=…&challenge=… */
  query: string;
  /** Whether the questions of the lesson come with it. */
  questions: boolean;
}

/** The name of that file in the zip. */
export const setUpFile = 'set-up.js';

/** The text of the file; null sets nothing up, and the package is the whole lesson. */
export function setUpScript(setUp: PackageSetUp | null): string {
  return `window.daybreakSetUp = ${JSON.stringify(setUp)};\n`;
}

/** The package with this set-up instead of the one it has. Throws where the zip is no package of a lesson. */
export function withSetUp(zipped: Uint8Array, { simulation, query, questions }: PackageSetUp): Uint8Array {
  const files = unzipSync(zipped);
  const manifest = files['imsmanifest.xml'];
  if (!files[setUpFile] || !manifest || !strFromU8(manifest).includes(`href="${setUpFile}"`))
    throw new Error(`A package of a lesson holds ${setUpFile} and lists it in imsmanifest.xml; this zip does not.`);
  return zip({ ...files, [setUpFile]: strToU8(setUpScript({ simulation, query, questions })) });
}
